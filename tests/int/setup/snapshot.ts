import type { Payload } from 'payload'

/** How many documents a collection holds, and a hash over all of them. */
export type Snapshot = Record<string, { count: number; hash: string }>

/** What is stored, collection by collection: two that are equal hold the same documents with the same content. */
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

/** By how many documents each collection has grown; those that did not are left out. */
export function grownBetween(before: Snapshot, after: Snapshot): Record<string, number> {
  const grown = Object.entries(after).map(([name, { count }]) => [name, count - (before[name]?.count ?? 0)] as const)
  return Object.fromEntries(grown.filter(([, count]) => count !== 0))
}
