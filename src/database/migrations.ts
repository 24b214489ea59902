import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrateUpArgs } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { dataDirectory } from './dataDirectory'
import { withLockFile } from './lockFile'

/** A migration of stored data, as Payload creates them in `migrations/`. `up` runs in a transaction of its own. */
export type Migration = {
  name: string
  up: (args: MigrateUpArgs) => Promise<void>
  down: (args: MigrateUpArgs) => Promise<void>
}

/** The name of the variable by which a local database says that its data are migrated at the start. */
export const MIGRATE_AT_START = 'MIGRATE_AT_START'

/** The names of the migrations that have not run on this database, in order. */
export async function pendingMigrations(payload: Payload, migrations: readonly Migration[]): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'payload-migrations',
    depth: 0,
    // The record is closed to everybody; the server itself reads it, before it answers anybody.
    overrideAccess: true,
    pagination: false,
  })
  const done = new Set(docs.map(({ name }) => name))
  return migrations.map(({ name }) => name).filter((name) => !done.has(name))
}

/**
 * Runs the pending migrations, in order; each is stored completely or not at all. If several processes of this machine
 * start at the same time, only one runs them.
 */
export async function runPendingMigrations(payload: Payload, migrations: readonly Migration[]): Promise<void> {
  if ((await pendingMigrations(payload, migrations)).length === 0) return
  await mkdir(dataDirectory(), { recursive: true })
  await withLockFile({
    path: join(dataDirectory(), 'migrations.lock'),
    // Payload checks again which of them have run. Its type of a migration does not know the arguments of an adapter.
    work: () => payload.db.migrate({ migrations: migrations as never }),
  })
}
