import type { Payload } from 'payload'

/** The documents of a collection directly from the database, whatever the collection is called there. */
export function documentsOf({ db }: Payload, slug: string) {
  return db.connection.collection(db.collections[slug]?.collection.name ?? slug)
}
