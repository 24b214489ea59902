import { randomUUID } from 'node:crypto'
import type {} from '@payloadcms/db-mongodb'
import type { ClientSession, Document } from 'mongodb'
import type { Payload } from 'payload'
import { MIGRATE_AT_START, type Migration, pendingMigrations, runPendingMigrations } from './migrations'
import { codeNameOf, hasErrorLabel, isServerRefusal } from './mongoError'

/** An index that must exist; the order of its keys does not matter. `collection` is a slug, or a name in MongoDB. */
export type UniqueIndex = { collection: string; keys: string[] }

/** The server must not start with this database; the message says why and what to do. */
export class UnsafeDatabaseError extends Error {
  override name = 'UnsafeDatabaseError'
}

/**
 * Throws unless the database gives these guarantees: a transaction over two collections stores all or nothing, an
 * acknowledged write is on the disk of most members and is read again, the stored data have the form that this program reads, and the
 * unique indexes that our rules need exist. Leaves no document behind.
 */
export async function assertDatabaseIsSafe(
  payload: Payload,
  { uniqueIndexes, migrations = [] }: { uniqueIndexes: UniqueIndex[]; migrations?: readonly Migration[] },
): Promise<void> {
  assertDatabaseIsNotDropped(process.env)
  assertPrimaryIsRead(payload)
  await assertTransactionsHold(payload)
  await assertWritesReachMostDisks(payload)
  await assertMigrated({ payload, migrations })
  for (const index of uniqueIndexes) await assertUniqueIndex({ payload, index })
}

/** Payload empties the database while it connects, before any `onInit`: call this in the configuration too. */
export function assertDatabaseIsNotDropped(env: Record<string, string | undefined>): void {
  if (env.PAYLOAD_DROP_DATABASE)
    throw new UnsafeDatabaseError('PAYLOAD_DROP_DATABASE is set: every start would delete all data. Unset it.')
}

/** A secondary may lack what was acknowledged: a release that the list names, or a text that a release names. */
function assertPrimaryIsRead(payload: Payload): void {
  const { mode } = payload.db.connection.getClient().options.readPreference
  if (mode !== 'primary')
    throw new UnsafeDatabaseError(
      `DATABASE_URI names the read preference ${mode}: what was just written could be missing. Leave readPreference out.`,
    )
}

const PROBES = ['boot-probe-a', 'boot-probe-b']

// Several servers that start at once may conflict in the new, empty probe collections.
const PROBE_ATTEMPTS = 10

async function assertTransactionsHold(payload: Payload): Promise<void> {
  for (const name of PROBES) await createIfMissing({ payload, name })
  const probe = randomUUID()
  try {
    await inTransaction({ payload, probe, end: (id) => payload.db.rollbackTransaction(id) })
    await assertFound({ payload, probe, count: 0, because: 'a transaction that was taken back left documents behind' })
    await inTransaction({ payload, probe, end: (id) => payload.db.commitTransaction(id) })
    await assertFound({ payload, probe, count: PROBES.length, because: 'a committed transaction cannot be read' })
  } finally {
    for (const name of PROBES) await payload.db.connection.collection(name).deleteMany({ probe })
  }
}

type ProbeArgs = { payload: Payload; probe: string; end: (id: number | string) => Promise<void> }

async function inTransaction({ payload, probe, end }: ProbeArgs): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const id = await payload.db.beginTransaction()
    const session = id ? payload.db.sessions[id] : undefined
    if (!id || !session) throw new UnsafeDatabaseError(`Transactions are off. ${USE_A_REPLICA_SET}`)
    try {
      await insertProbes({ payload, probe, session })
      return await end(id)
    } catch (error) {
      await payload.db.rollbackTransaction(id)
      if (!isServerRefusal(error)) throw error
      if (hasErrorLabel({ error, label: 'TransientTransactionError' }) && attempt < PROBE_ATTEMPTS) continue
      throw new UnsafeDatabaseError(`A transaction over two collections fails (${error.message}). ${USE_A_REPLICA_SET}`)
    }
  }
}

const USE_A_REPLICA_SET =
  'The database must be a replica set (one member is enough) and DATABASE_URI must name it: mongodb://…/toolkit?replicaSet=rs0'

async function insertProbes({ payload, probe, session }: { payload: Payload; probe: string; session: ClientSession }) {
  for (const name of PROBES) await payload.db.connection.collection(name).insertOne({ probe }, { session })
}

type Expected = { payload: Payload; probe: string; count: number; because: string }

async function assertFound({ payload, probe, count, because }: Expected): Promise<void> {
  let found = 0
  for (const name of PROBES) found += await payload.db.connection.collection(name).countDocuments({ probe })
  if (found !== count) throw new UnsafeDatabaseError(`Transactions do not hold: ${because}. ${USE_A_REPLICA_SET}`)
}

async function createIfMissing({ payload, name }: { payload: Payload; name: string }): Promise<void> {
  await payload.db.connection.createCollection(name).catch((error: unknown) => {
    if (codeNameOf(error) !== 'NamespaceExists') throw error
  })
}

/** DATABASE_URI overrides the default of the server. */
async function assertWritesReachMostDisks(payload: Payload): Promise<void> {
  const own = payload.db.connection.getClient().options.writeConcern
  const { w, j } = own?.w === undefined ? await defaultWriteConcern(payload) : { w: own.w, j: own.journal ?? own.j }
  if (w !== 'majority')
    throw new UnsafeDatabaseError(
      `Writes are answered before most members have them (w: ${w ?? 1}). ${USE_MAJORITY}, and leave w out of DATABASE_URI or set it to majority.`,
    )
  if (j === false || own?.journal === false)
    throw new UnsafeDatabaseError('Writes are answered before they are in the journal. Remove journal=false.')
  await assertJournal(payload)
}

const USE_MAJORITY =
  'Run db.adminCommand({ setDefaultRWConcern: 1, defaultWriteConcern: { w: "majority", j: true } }) on the database'

async function defaultWriteConcern(payload: Payload): Promise<{ w?: unknown; j?: unknown }> {
  try {
    const { defaultWriteConcern: found } = await admin(payload).command({ getDefaultRWConcern: 1 })
    return found ?? {}
  } catch (error) {
    if (codeNameOf(error) === 'Unauthorized')
      throw new UnsafeDatabaseError(
        'The database user may not read the default write concern. Add w=majority to DATABASE_URI.',
      )
    // A server that is not in a replica set has no such default.
    if (isServerRefusal(error)) throw new UnsafeDatabaseError(`${error.message}. ${USE_A_REPLICA_SET}`)
    throw error
  }
}

/**
 * A server without a journal refuses to guarantee it; a server that keeps everything in memory says so in its status.
 */
async function assertJournal(payload: Payload): Promise<void> {
  const noJournal = new UnsafeDatabaseError(
    'The database keeps no journal: turn journaling on, use the wiredTiger engine.',
  )
  const [name = ''] = PROBES
  await payload.db.connection
    .collection(name)
    .deleteMany({ probe: randomUUID() }, { writeConcern: { w: 'majority', j: true } })
    .catch((error: unknown) => {
      throw isServerRefusal(error) ? noJournal : error
    })
  // Not every database user may read the status.
  const status: Document = await admin(payload)
    .command({ serverStatus: 1, repl: 0, metrics: 0, locks: 0 })
    .catch(() => ({}))
  if (status.storageEngine?.persistent === false) throw noJournal
}

/** If somebody administers the database, they choose when its data are migrated, after a backup. */
async function assertMigrated({ payload, migrations }: { payload: Payload; migrations: readonly Migration[] }) {
  if (process.env[MIGRATE_AT_START]) return runPendingMigrations(payload, migrations)
  const pending = await pendingMigrations(payload, migrations)
  if (pending.length > 0)
    throw new UnsafeDatabaseError(
      `The stored data are older than this program (${pending.join(', ')}). Back up the database and MEDIA_DIR, run ` +
        '"npm run migrate" with the same environment, then start again.',
    )
}

async function assertUniqueIndex({ payload, index }: { payload: Payload; index: UniqueIndex }): Promise<void> {
  const collection =
    payload.db.collections[index.collection]?.collection ?? payload.db.connection.collection(index.collection)
  const existing: Document[] = await collection.indexes().catch((error: unknown) => {
    if (codeNameOf(error) === 'NamespaceNotFound') return []
    throw error
  })
  const wanted = [...index.keys].sort().join()
  const isThere = existing.some(
    ({ key, unique, partialFilterExpression }) =>
      unique && !partialFilterExpression && Object.keys(key).sort().join() === wanted,
  )
  if (!isThere)
    throw new UnsafeDatabaseError(
      `The unique index on ${index.keys.join(', ')} of ${index.collection} is missing. Run the migrations, or remove the ` +
        'documents that have the same values and start again.',
    )
}

const admin = (payload: Payload) => payload.db.connection.getClient().db().admin()
