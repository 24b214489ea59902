import type { Db } from 'mongodb'

/** What is inserted and read, but never changed or deleted: publications, their texts, decisions and the record. */
export const KEPT_FOR_EVER = [
  'audit-events',
  'blobs',
  'imports',
  'releases',
  'review-decisions',
  'update-decisions',
  'update-questions',
  'workflow-events',
]

/**
 * What may be deleted: sessions that end, counted attempts that expire, unsaved words of more windows than are kept, and what Payload
 * stores for its screens.
 * Nothing else is deleted; what is withdrawn or left out stays stored.
 */
export const DELETED_FROM = [
  'account-sessions',
  'account-limits',
  'working-copies',
  'payload-preferences',
  'payload-kvs',
]

/** What the start of the server needs besides the collections of the configuration (bootChecks.ts). */
const PROBES = ['boot-probe-a', 'boot-probe-b']

const ROLE = 'toolkitApplication'

// The server creates missing collections and indexes; it removes neither.
const EVERYWHERE = ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes', 'collStats']

type Given = {
  database: Db
  /** Names of all collections that the server uses, including those of revisions. */
  collections: string[]
  username: string
  password: string
}

/**
 * Creates the database user that the server runs as, or gives it this password and these rights: it changes nothing in
 * KEPT_FOR_EVER, deletes only in DELETED_FROM, and removes no collection and no index, whatever the application tries.
 * Call it as an administrator of the database, and again after an update with new collections.
 */
export async function ensureApplicationUser({ database, collections, username, password }: Given): Promise<void> {
  const privileges = [
    { resource: { db: database.databaseName, collection: '' }, actions: ['listCollections', 'dbStats'] },
    ...[...new Set([...collections, ...PROBES])].map((collection) => ({
      resource: { db: database.databaseName, collection },
      actions: actionsIn(collection),
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

function actionsIn(collection: string): string[] {
  if (KEPT_FOR_EVER.includes(collection)) return EVERYWHERE
  const isDeletedFrom = [...DELETED_FROM, ...PROBES].includes(collection)
  return [...EVERYWHERE, 'update', ...(isDeletedFrom ? ['remove'] : [])]
}
