import { deserialize, serialize } from 'node:v8'
import { LRUCache } from 'lru-cache'
import type { ImportedDocument, LevelToCut, Tracked } from '@/domain/importing'
import type { SourceFile } from '@/import/sourceFile'
import { bytesHash } from '@/stored/bytesHash'
import { contentHash } from '@/stored/contentHash'

/** A document that was read, and the name of its file or folder. */
export type KeptDocument = { document: ImportedDocument; file: string }

/**
 * The person, the hash of the files (`hashOfFiles`), the cut level and what is made of tracked changes: the result of reading depends on nothing else
 * but our code.
 */
export type ReadingKey = { person: string; files: string; level?: LevelToCut; lastLevel?: number; tracked?: Tracked }

/**
 * How many documents are kept, how much memory they may take together, and how long after their last use. A guide of
 * 300 pages takes about 1 MB, and its pictures the size of their files. A larger document is not kept.
 */
const BOUNDS = { documents: 20, bytes: 64 * 1024 * 1024, minutes: 15 }

/**
 * Documents that people are deciding about, so that each decision in the preview of an import does not send and read
 * all of it again. They are kept in the memory of this process, for one person each: another process, or this one after
 * a while, reads them again.
 */
export function openKeptDocuments({ documents, bytes, minutes } = BOUNDS) {
  // As bytes, which can be counted, and so that callers cannot change the kept document.
  const kept = new LRUCache<string, Buffer>({
    max: documents,
    maxSize: bytes,
    sizeCalculation: ({ byteLength }) => byteLength,
    ttl: minutes * 60_000,
    ttlAutopurge: true,
    updateAgeOnGet: true,
    // The current clock, which tests replace.
    perf: { now: () => performance.now() },
  })
  return {
    keep(key: ReadingKey, document: KeptDocument): void {
      // A copy of exactly this length, because the result of `serialize` may be in a buffer twice as large.
      kept.set(contentHash(key), Buffer.from(serialize(document)))
    },
    /** The document as it was read; null if it is not kept (any more) for this person. */
    recall(key: ReadingKey): KeptDocument | null {
      const found = kept.get(contentHash(key))
      return found ? deserialize(found) : null
    },
  }
}

/** Identifies files with their names, in order. */
export function hashOfFiles(files: readonly SourceFile[]): string {
  return contentHash(files.map(({ path, bytes }) => [path, bytesHash(bytes)]))
}
