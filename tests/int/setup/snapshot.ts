import type { Document } from 'mongodb'
import type { Payload } from 'payload'

/** The number of documents in a collection, and a hash of all of them. */
export type Snapshot = Record<string, { count: number; hash: string }>

/** What is stored, for each collection: equal snapshots have the same documents with the same content. */
export async function snapshotOf(payload: Payload): Promise<Snapshot> {
  const { db } = payload.db.connection
  if (!db) throw new Error('There is no database')
  const { collections } = await db.command({ dbHash: 1 })
  const hashes = Object.entries<string>(Object(collections)).sort()
  return Object.fromEntries(
    await Promise.all(
      hashes.map(
        async ([name, hash]) => [name, { count: await db.collection(name).estimatedDocumentCount(), hash }] as const,
      ),
    ),
  )
}

/** By how many documents each collection has grown, without those that have not. */
export function grownBetween(before: Snapshot, after: Snapshot): Record<string, number> {
  const grown = Object.entries(after).map(([name, { count }]) => [name, count - (before[name]?.count ?? 0)] as const)
  return Object.fromEntries(grown.filter(([, count]) => count !== 0))
}

/** Resets the database to its current content: the same documents in the same collections. Indexes are not reset. */
export async function resetTo(payload: Payload): Promise<() => Promise<void>> {
  const { db } = payload.db.connection
  if (!db) throw new Error('There is no database')
  const collections = async () => (await db.collections()).filter((one) => !one.collectionName.startsWith('system.'))
  const held = new Map<string, Document[]>()
  for (const one of await collections()) held.set(one.collectionName, await one.find().toArray())
  return async () => {
    for (const one of await collections()) {
      const documents = held.get(one.collectionName)
      if (!documents) await one.drop()
      else {
        await one.deleteMany({})
        if (documents.length > 0) await one.insertMany(documents)
      }
    }
  }
}
