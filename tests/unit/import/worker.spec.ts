import { afterEach, describe, expect, it, vi } from 'vitest'
import { readDocument } from '@/import/readDocument'
import type { ReadingProgress } from '@/import/readingProgress'
import type { SourceFile } from '@/import/sourceFile'
import { type ReadingLimits, readDocumentInWorker, SERVER_LIMITS } from '@/import/worker/readDocumentInWorker'
import { readerProgram } from '@/import/worker/readerProgram'
import { file, PNG } from './readText'

const SMALL = [file('a.md', '# One\n\ntext\n\n# Two\n\n![A picture](b.png)'), file('b.png', PNG)]

/** A document that takes seconds of processor time, so that its limits are checked many times before it is done. */
const LONG = [file('a.md', `# One\n\n${'- item\n\ntext\n\n'.repeat(10)}`.repeat(300))]

/** Limits for a machine that also does other work. */
const UNHURRIED: ReadingLimits = {
  ...SERVER_LIMITS,
  waitSeconds: 600,
  seconds: 60,
  answerSeconds: 600,
  clockSeconds: 600,
}

describe('a document that is read in its own process', () => {
  it('is the same as in our process, including pictures and notes', async () => {
    const there = await readDocumentInWorker({ files: SMALL, limits: UNHURRIED })
    const here = await readDocument({ files: SMALL })
    expect(there.ok && { ...there.result, images: there.result.images.map(plainBytes) }).toEqual({
      ...here,
      images: here.images.map(plainBytes),
    })
  })

  it('reports its progress', async () => {
    const steps: ReadingProgress[] = []
    await readDocumentInWorker({
      files: [file('a.md', '# A'), file('b.md', '# B')],
      onProgress: (one) => steps.push(one),
      limits: UNHURRIED,
    })
    expect(steps).toEqual([
      { done: 0, of: 3, name: 'a.md' },
      { done: 1, of: 3, name: 'b.md' },
      { done: 2, of: 3 },
    ])
  })

  it.each(['seconds', 'clockSeconds'])('is refused if it takes too long: %s', async (name) => {
    const outcome = await readDocumentInWorker({ files: LONG, limits: { ...UNHURRIED, [name]: 0.05 } })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.too-slow', params: { seconds: 0.05 } }] })
  })

  it('is refused for its processor time, but not for waiting while the machine does other work', async () => {
    const limits = { ...UNHURRIED, answerSeconds: 0.01 }
    const because = [{ key: 'import.too-slow', params: { seconds: 0.01 } }]
    const long = await readDocumentInWorker({ files: LONG, limits: { ...limits, seconds: 1 } })
    expect(long).toEqual({ ok: false, because })
    // The reader needs about 0.3 s of processor time to start, so it is checked before it is done.
    expect(await readDocumentInWorker({ files: SMALL, limits })).toMatchObject({ ok: true })
  })

  it('is refused if it takes too much memory', async () => {
    const outcome = await readDocumentInWorker({ files: LONG, limits: { ...UNHURRIED, megabytes: 60 } })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.too-much-memory' }] })
  })

  it('can be stopped before it begins and while it runs', async () => {
    const stopped = { ok: false, because: [{ key: 'import.stopped' }] }
    expect(await readDocumentInWorker({ files: SMALL, signal: AbortSignal.abort() })).toEqual(stopped)
    const stop = new AbortController()
    const reading = readDocumentInWorker({
      files: SMALL,
      signal: stop.signal,
      onProgress: () => stop.abort(),
      limits: UNHURRIED,
    })
    expect(await reading).toEqual(stopped)
  })

  it('waits while two others are read, and is refused if that takes too long', async () => {
    const others = [1, 2].map(() => readDocumentInWorker({ files: SMALL, limits: UNHURRIED }))
    const impatient = await readDocumentInWorker({ files: SMALL, limits: { ...SERVER_LIMITS, waitSeconds: 0.01 } })
    expect(impatient).toEqual({ ok: false, because: [{ key: 'import.busy' }] })
    const patient = readDocumentInWorker({ files: SMALL, limits: UNHURRIED })
    const all = await Promise.all([...others, patient])
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
  })

  it('is one at a time for a person, who takes no second place', async () => {
    const first = readDocumentInWorker({ files: SMALL, limits: UNHURRIED, person: 'a' })
    const impatient = { files: SMALL, limits: { ...SERVER_LIMITS, waitSeconds: 0.01 } }
    const second = readDocumentInWorker({ ...impatient, person: 'a' })
    expect(await second).toEqual({ ok: false, because: [{ key: 'import.busy-own' }] })
    const others = ['a', 'a', 'b'].map((person) => readDocumentInWorker({ files: SMALL, limits: UNHURRIED, person }))
    expect((await Promise.all([first, ...others])).map(({ ok }) => ok)).toEqual([true, true, true, true])
  })
})

describe('the program of the process that reads', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('is built once, even for two documents at the same time, and again if the build failed', async () => {
    vi.resetModules()
    const { readerProgram } = await import('@/import/worker/readerProgram')
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue('/nowhere')
    await expect(readerProgram()).rejects.toThrow('/nowhere')
    cwd.mockRestore()
    const made = readerProgram()
    expect(readerProgram()).toBe(made)
    expect(await made).toContain('readDocument')
    expect(readerProgram()).toBe(made)
  })

  it('is not built within the time limit of a document', async () => {
    const makeProgram = (): Promise<string> => {
      const now = performance.now.bind(performance)
      vi.spyOn(performance, 'now').mockImplementation(() => now() + UNHURRIED.clockSeconds * 1000)
      return readerProgram()
    }
    expect(await readDocumentInWorker({ files: SMALL, limits: UNHURRIED, makeProgram })).toMatchObject({ ok: true })
  })

  it('does not delay a reading that is stopped', async () => {
    const stop = new AbortController()
    const reading = readDocumentInWorker({
      files: SMALL,
      signal: stop.signal,
      makeProgram: () => new Promise(() => undefined),
    })
    stop.abort()
    expect(await reading).toEqual({ ok: false, because: [{ key: 'import.stopped' }] })
  })

  it('is named in the log if it could not be built, and the document is not blamed', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const makeProgram = () => Promise.reject(new Error('No esbuild'))
    const outcome = await readDocumentInWorker({ files: SMALL, makeProgram })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.reader-failed' }] })
    expect(String(log.mock.lastCall)).toContain('No esbuild')
  })

  it('names in the log the functions in which it failed', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const broken = [{ ...file('a.md', ''), path: null }] as unknown as SourceFile[]
    const outcome = await readDocumentInWorker({ files: broken, limits: UNHURRIED })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.reader-failed' }] })
    expect(String(log.mock.lastCall)).toMatch(/TypeError.*at unpackUploads /s)
  })
})

function plainBytes({ bytes, ...image }: { bytes: Uint8Array }): unknown {
  return { ...image, bytes: [...bytes] }
}
