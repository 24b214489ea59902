import { randomBytes } from 'node:crypto'
import configuration from '@payload-config'
import { MongoClient } from 'mongodb'
import { DELETED_FROM, ensureApplicationUser, KEPT_FOR_EVER } from '@/database/applicationUser'
import { storedCollections } from './storedCollections'

export type PrepareDatabaseArgs = { user: string }

/**
 * Creates the database user that the server runs as, using the address in DATABASE_URI, which is that of an
 * administrator of the database; prints the address for the server.
 */
export async function prepareDatabaseCommand({ user }: PrepareDatabaseArgs): Promise<number> {
  const address = process.env.DATABASE_URI ?? ''
  const password = process.env.TOOLKIT_PASSWORD || randomBytes(24).toString('base64url')
  const client = await MongoClient.connect(address)
  try {
    const database = client.db()
    const collections = storedCollections(await configuration)
    await ensureApplicationUser({ database, collections, username: user, password })
    console.log(
      `The user "${user}" of the database "${database.databaseName}" reads and writes, and changes nothing in:`,
    )
    console.log(`  ${KEPT_FOR_EVER.join(', ')}`)
    console.log(`It deletes nothing but in: ${DELETED_FROM.join(', ')}`)
    if (!process.env.TOOLKIT_PASSWORD) console.log(`Password (shown once): ${password}`)
    console.log(`Address for the server: ${addressFor({ address, user, database: database.databaseName })}`)
    return 0
  } finally {
    await client.close()
  }
}

/** The same servers, without the administrator's name and password. */
function addressFor({ address, user, database }: { address: string; user: string; database: string }): string {
  const [, scheme = 'mongodb', servers = '', query = ''] =
    /^(mongodb(?:\+srv)?):\/\/(?:[^@/]*@)?([^/?]*)[^?]*(?:\?(.*))?$/.exec(address) ?? []
  const options = new URLSearchParams(query)
  options.set('authSource', database)
  return `${scheme}://${encodeURIComponent(user)}:PASSWORD@${servers}/${database}?${options}`
}
