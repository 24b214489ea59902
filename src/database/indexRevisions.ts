import type { Payload } from 'payload'

/**
 * Creates the index by which the revisions of one document are read in order: without it MongoDB loads and sorts all of
 * their texts for each query. Payload declares no index that also contains the document. Once at the start, before the
 * first write.
 */
export async function indexRevisions({ db }: Payload): Promise<void> {
  for (const { collection } of Object.values(db.versions))
    await db.connection.collection(collection.name).createIndex({ parent: 1, 'version.rev': -1 })
}
