import type { SectionContent } from '@/domain/section'
import { contentHash } from '@/stored/contentHash'
import type { ActionContext } from './action'

/**
 * Stores contents under their hash, each once, in the transaction; returns the hashes in the order of the contents. An
 * existing blob is not changed: equal hashes mean equal contents.
 */
export async function storeBlobs({ payload, session }: ActionContext, contents: SectionContent[]): Promise<string[]> {
  const hashes = contents.map(contentHash)
  const collection = payload.db.collections.blobs
  if (!collection) throw new Error('The collection "blobs" is not there')
  const unique = new Map(contents.map((content, index) => [hashes[index] ?? '', content]))
  // The adapter's model declares its ids as object ids; ours are hashes.
  const stored = await collection.find({ _id: { $in: [...unique.keys()] as never[] } }, '_id', { session }).lean()
  for (const { _id } of stored) unique.delete(String(_id))
  // Inserted instead of upserted: in production the database accepts no other write here. If two store the same text at
  // the same moment, their transactions conflict, and the later one then finds it.
  if (unique.size > 0)
    await collection.insertMany(
      [...unique].map(([hash, json]) => ({ _id: hash as never, json })),
      { session, ordered: true },
    )
  return hashes
}
