import { describe, expect, it } from 'vitest'
import { readDocument } from '@/import/readDocument'
import type { ReadingProgress } from '@/import/readingProgress'
import { type ReadingLimits, readDocumentInWorker, SERVER_LIMITS } from '@/import/worker/readDocumentInWorker'
import { file, PNG } from './readText'

const SMALL = [file('a.md', '# One\n\ntext\n\n# Two\n\n![A picture](b.png)'), file('b.png', PNG)]

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
    const outcome = await readDocumentInWorker({ files: SMALL, limits: { ...UNHURRIED, [name]: 0.05 } })
    expect(outcome).toEqual({ ok: false, because: [{ key: 'import.too-slow', params: { seconds: 0.05 } }] })
  })

  it('is refused when it takes long and used much of its processor time, and is not while the machine does other things', async () => {
    const reading = (limits: Partial<ReadingLimits>) =>
      readDocumentInWorker({ files: SMALL, limits: { ...UNHURRIED, answerSeconds: 0.01, ...limits } })
    const because = [{ key: 'import.too-slow', params: { seconds: 0.01 } }]
    // The reader takes some 0.3 s of processor time to start: more than half of this.
    expect(await reading({ seconds: 0.2 })).toEqual({ ok: false, because })
    expect(await reading({ seconds: 60 })).toMatchObject({ ok: true })
  })

  it('is refused when it takes more memory than it may', async () => {
    const outcome = await readDocumentInWorker({ files: SMALL, limits: { ...UNHURRIED, megabytes: 60 } })
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

function plainBytes({ bytes, ...image }: { bytes: Uint8Array }): unknown {
  return { ...image, bytes: [...bytes] }
}
