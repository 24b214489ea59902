import { readdir } from 'node:fs/promises'
import { application } from './application'
import { withDatabase } from './database'

/** Everything that is stored: a hash of each collection, and the uploaded files. Sessions are extended by whatever a person does. */
export async function stored(): Promise<unknown> {
  const { collections } = await withDatabase((database) => database.command({ dbHash: 1 }))
  const files = await readdir(application().media).catch(() => [])
  const { 'account-sessions': _, ...others } = collections
  return { collections: others, files: files.sort() }
}
