import type { Db } from 'mongodb'

/** What is inserted and read, and never changed or deleted: publications, their texts, decisions and the record. */
export const KEPT_FOR_EVER = ['audit-events', 'blobs', 'imports', 'releases', 'review-decisions', 'workflow-events']

/** What the start of the server needs beside the collections of the configuration (bootChecks.ts). */
const PROBES = ['boot-probe-a', 'boot-probe-b']

const ROLE = 'toolkitApplication'

// The server makes its collections and indexes where they are missing; it removes neither.
const EVERYWHERE = ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes', 'collStats']
const CHANGES = ['update', 'remove']

type Given = {
  database: Db
  /** Names of all collections that the server uses, those of revisions too. */
  collections: string[]
  username: string
  password: string
}

/**
 * Makes the database user that the server runs as, or gives it this password and these rights: it changes and deletes
 * nothing in KEPT_FOR_EVER, and removes no collection and no index, whatever the application tries. To be called as an
 * administrator of the database, and again after an update that brings new collections.
 */
export async function ensureApplicationUser({ database, collections, username, password }: Given): Promise<void> {
  const privileges = [
    { resource: { db: database.databaseName, collection: '' }, actions: ['listCollections', 'dbStats'] },
    ...[...new Set([...collections, ...PROBES])].map((collection) => ({
      resource: { db: database.databaseName, collection },
      actions: KEPT_FOR_EVER.includes(collection) ? EVERYWHERE : [...EVERYWHERE, ...CHANGES],
    })),
  ]
  const { roles } = await database.command({ rolesInfo: ROLE })
  await database.command({ [roles.length > 0 ? 'updateRole' : 'createRole']: ROLE, privileges, roles: [] })
  const { users } = await database.command({ usersInfo: username })
  await database.command({
    [users.length > 0 ? 'updateUser' : 'createUser']: username,
    pwd: password,
    roles: [{ role: ROLE, db: database.databaseName }],
  })
}
