import type { Payload } from 'payload'

/** The documents of a collection as they lie in the database, whatever it is called there. */
export function documentsOf({ db }: Payload, slug: string) {
  return db.connection.collection(db.collections[slug]?.collection.name ?? slug)
}
