import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashOfFiles, type KeptDocument, openKeptDocuments } from '@/endpoints/keptDocuments'
import { readDocument } from '@/import/readDocument'
import { file, PNG } from './readText'

const FILES = [file('a.md', '# One\n\n![A picture](b.png)\n\n# Two\n\ntext'), file('b.png', PNG)]
const BOUNDS = { documents: 2, bytes: 100_000, minutes: 15 }

async function read(): Promise<KeptDocument> {
  return { document: await readDocument({ files: FILES }), file: 'a.md' }
}

describe('a document that was read', () => {
  afterEach(() => vi.useRealTimers())

  it('can be fetched again unchanged by the person who had it read, with the same cut', async () => {
    const shelf = openKeptDocuments()
    const key = { person: 'a', files: hashOfFiles(FILES) }
    shelf.keep(key, await read())
    expect(shelf.recall(key)).toEqual(await read())
    expect(shelf.recall({ ...key, person: 'b' })).toBeNull()
    expect(shelf.recall({ ...key, level: 1 })).toBeNull()
    expect(shelf.recall({ ...key, files: hashOfFiles(FILES.toReversed()) })).toBeNull()
  })

  it('does not change if somebody changes the returned value', async () => {
    const shelf = openKeptDocuments()
    const key = { person: 'a', files: 'x' }
    shelf.keep(key, await read())
    shelf.recall(key)?.document.sections.pop()
    expect(shelf.recall(key)?.document.sections).toHaveLength(2)
  })

  it('is kept only if it is small, and only a few are kept', async () => {
    const shelf = openKeptDocuments(BOUNDS)
    const keys = ['1', '2', '3'].map((files) => ({ person: 'a', files }))
    for (const key of keys) shelf.keep(key, await read())
    expect(keys.map((key) => shelf.recall(key) !== null)).toEqual([false, true, true])
    const large = { person: 'a', files: 'large' }
    shelf.keep(large, { ...(await read()), file: 'x'.repeat(BOUNDS.bytes) })
    expect(shelf.recall(large)).toBeNull()
  })

  it('is removed some time after its last use', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] })
    const shelf = openKeptDocuments(BOUNDS)
    const key = { person: 'a', files: 'x' }
    shelf.keep(key, await read())
    for (const [minutes, isThere] of [
      [14, true],
      [14, true],
      [16, false],
    ] as const) {
      vi.advanceTimersByTime(minutes * 60_000)
      expect(shelf.recall(key) !== null).toBe(isThere)
    }
  })
})
