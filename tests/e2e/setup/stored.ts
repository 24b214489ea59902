import { readdir } from 'node:fs/promises'
import { application } from './application'
import { withDatabase } from './database'

/** Everything that is stored: a hash of each collection, and the uploaded files. */
export async function stored(): Promise<unknown> {
  const { collections } = await withDatabase((database) => database.command({ dbHash: 1 }))
  const files = await readdir(application().media).catch(() => [])
  return { collections, files: files.sort() }
}
