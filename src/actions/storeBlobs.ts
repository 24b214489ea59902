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
  // The adapter's model types its ids as object ids; ours are hashes.
  const stored = await collection.find({ _id: { $in: [...unique.keys()] as never[] } }, '_id', { session }).lean()
  for (const { _id } of stored) unique.delete(String(_id))
  // Inserted and not put in by an update: in production the database takes no other write here. Who stores the same text at
  // the same moment is a conflict of transactions, after which the later one finds it.
  if (unique.size > 0)
    await collection.insertMany(
      [...unique].map(([hash, json]) => ({ _id: hash as never, json })),
      { session, ordered: true },
    )
  return hashes
}
