import { rm } from 'node:fs/promises'
import { application } from './application'
import { withDatabase } from './database'

/**
 * Removes every document and every uploaded file. Keeps the collections and indexes that the running server created,
 * and the record of migrations that have run.
 */
export async function emptyApplication(): Promise<void> {
  const { database: uri, media } = application()
  assertMayBeEmptied(uri)
  await withDatabase(async (database) => {
    const names = (await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
    for (const name of names.filter((one) => !one.startsWith('system.') && one !== 'payload-migrations')) {
      await database.collection(name).deleteMany({})
    }
  })
  await rm(media, { recursive: true, force: true })
}

/** Databases for these tests have their own prefix, so that a wrong variable deletes no other database. */
export function assertMayBeEmptied(uri: string): void {
  const name = new URL(uri).pathname.slice(1)
  if (!name.startsWith('e2e')) throw new Error(`The database "${name}" is not one of these tests: "e2e…"`)
}
