import { randomUUID } from 'node:crypto'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { buildConfig, type CollectionConfig, getPayload, type Payload, type PayloadRequest } from 'payload'
import { failClosed } from '@/database/transaction'
import { guardTransactionAfterOperation, guardTransactionBeforeOperation } from '@/database/transactionHooks'

/** A Payload with these collections on a new database of the server, with the guards that the application installs. */
export async function payloadOn({
  uri,
  collections,
}: {
  uri: string
  collections: CollectionConfig[]
}): Promise<Payload> {
  const config = buildConfig({
    secret: 'only for tests',
    collections: collections.map(guarded),
    db: mongooseAdapter({ url: uri, ensureIndexes: true }),
    onInit: failClosed,
    telemetry: false,
    // Otherwise each start generates them in a separate process.
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
  })
  return getPayload({ config, key: randomUUID(), disableOnInit: false })
}

/** The connection string of a new, empty database on the same server. */
export function newDatabaseOn(uri: string): string {
  const url = new URL(uri)
  url.pathname = `/test-${randomUUID()}`
  return url.href
}

/** The operations on collections that only the test has: the generated types include only those of the application. */
export function operationsOf(target: Payload | Payload['db']): Operations {
  return Object(target)
}

type Operations = {
  create: (args: Args & { data: Fields }) => Promise<Fields & { id: string }>
  update: (args: Args & { id: string; data: Fields }) => Promise<Fields>
  findByID: (args: Args & { id: string }) => Promise<Fields>
}
type Args = { collection: string; req?: Partial<PayloadRequest> }
type Fields = Record<string, unknown>

const guarded = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  lockDocuments: false,
  hooks: {
    ...collection.hooks,
    beforeOperation: [guardTransactionBeforeOperation],
    afterOperation: [guardTransactionAfterOperation],
  },
})
