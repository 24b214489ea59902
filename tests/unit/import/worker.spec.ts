import { afterEach, describe, expect, it, vi } from 'vitest'
import { readDocument } from '@/import/readDocument'
import type { ReadingProgress } from '@/import/readingProgress'
import type { SourceFile } from '@/import/sourceFile'
import { type ReadingLimits, readDocumentInWorker, SERVER_LIMITS } from '@/import/worker/readDocumentInWorker'
import { readerProgram } from '@/import/worker/readerProgram'
import { file, PNG } from './readText'

const SMALL = [file('a.md', '# One\n\ntext\n\n# Two\n\n![A picture](b.png)'), file('b.png', PNG)]

/** Takes seconds of processor time: it is looked at many times before it is done. */
const LONG = [file('a.md', `# One\n\n${'- item\n\ntext\n\n'.repeat(10)}`.repeat(300))]

/** On a machine that has anything else to do. */
const UNHURRIED: ReadingLimits = {
  ...SERVER_LIMITS,
  waitSeconds: 600,
  seconds: 60,
  answerSeconds: 600,
  clockSeconds: 600,
}

describe('a document that is read in a process of its own', () => {
  it('is what it is in ours, pictures and notes included', async () => {
    const there = await readDocumentInWorker({ files: SMALL, limits: UNHURRIED })
    const here = await readDocument({ files: SMALL })
    expect(there.ok && { ...there.result, images: there.result.images.map(plainBytes) }).toEqual({
      ...here,
      images: here.images.map(plainBytes),
    })
  })

  it('says how far it is', async () => {
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

  it.each(['seconds', 'clockSeconds'])('is refused when it takes more time than it may: %s', async (name) => {
    const outcome = await readDocumentInWorker({ files: LONG, limits: { ...UNHURRIED, [name]: 0.05 } })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.too-slow', params: { seconds: 0.05 } }] })
  })

  it('is refused when it takes long and used much of its processor time, and is not while the machine does other things', async () => {
    const limits = { ...UNHURRIED, answerSeconds: 0.01 }
    const because = [{ key: 'import.too-slow', params: { seconds: 0.01 } }]
    const long = await readDocumentInWorker({ files: LONG, limits: { ...limits, seconds: 1 } })
    expect(long).toEqual({ ok: false, because })
    // The reader takes some 0.3 s of processor time to start, so it is looked at before it is done.
    expect(await readDocumentInWorker({ files: SMALL, limits })).toMatchObject({ ok: true })
  })

  it('is refused when it takes more memory than it may', async () => {
    const outcome = await readDocumentInWorker({ files: LONG, limits: { ...UNHURRIED, megabytes: 60 } })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.too-much-memory' }] })
  })

  it('can be stopped, before it begins and while it runs', async () => {
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

  it('waits for its turn while two others are read, and is refused when that takes too long', async () => {
    const others = [1, 2].map(() => readDocumentInWorker({ files: SMALL, limits: UNHURRIED }))
    const impatient = await readDocumentInWorker({ files: SMALL, limits: { ...SERVER_LIMITS, waitSeconds: 0.01 } })
    expect(impatient).toEqual({ ok: false, because: [{ key: 'import.busy' }] })
    const patient = readDocumentInWorker({ files: SMALL, limits: UNHURRIED })
    const all = await Promise.all([...others, patient])
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true])
  })
})

describe('the program of the process that reads', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('is made once, also for two documents at once, and again where it could not be made', async () => {
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

  it('is not made in the time that a document may take', async () => {
    const makeProgram = (): Promise<string> => {
      const now = performance.now.bind(performance)
      vi.spyOn(performance, 'now').mockImplementation(() => now() + UNHURRIED.clockSeconds * 1000)
      return readerProgram()
    }
    expect(await readDocumentInWorker({ files: SMALL, limits: UNHURRIED, makeProgram })).toMatchObject({ ok: true })
  })

  it('is not waited for by a reading that is stopped', async () => {
    const stop = new AbortController()
    const reading = readDocumentInWorker({
      files: SMALL,
      signal: stop.signal,
      makeProgram: () => new Promise(() => undefined),
    })
    stop.abort()
    expect(await reading).toEqual({ ok: false, because: [{ key: 'import.stopped' }] })
  })

  it('is said in the log where it could not be made, and the document is not to blame', async () => {
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
