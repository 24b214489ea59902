import type { SectionContent } from '@/domain/section'
import { contentHash } from '@/stored/contentHash'
import type { ActionContext } from './action'

/**
 * Stores contents under their hash, each once, in the transaction; gives the hashes in the order of the contents. What
 * is there already is left as it is: equal hashes are equal contents.
 */
export async function storeBlobs({ payload, session }: ActionContext, contents: SectionContent[]): Promise<string[]> {
  const hashes = contents.map(contentHash)
  const collection = payload.db.collections.blobs
  if (!collection) throw new Error('The collection "blobs" is not there')
  const unique = new Map(contents.map((content, index) => [hashes[index] ?? '', content]))
  if (unique.size > 0) {
    // The adapter's model types its ids as object ids; ours are hashes.
    await collection.bulkWrite(
      [...unique].map(([hash, json]) => ({
        updateOne: { filter: { _id: hash as never }, update: { $setOnInsert: { json } as never }, upsert: true },
      })),
      { session },
    )
  }
  return hashes
}
