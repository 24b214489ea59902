import { MongoMemoryServer } from 'mongodb-memory-server-core'
import type { CollectionConfig, Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { assertDatabaseIsNotDropped, assertDatabaseIsSafe, UnsafeDatabaseError } from '@/database/bootChecks'
import { type Migration, runPendingMigrations } from '@/database/migrations'
import { findMongod } from '@/database/mongodBinary'
import { databaseUri } from '../setup/databaseUri'
import { newDatabaseOn, payloadOn } from './payloadOn'

const uniqueIndexes = [{ collection: 'releases', keys: ['toolkit', 'country', 'seq'] }]

let uri = ''
let cleanUp: Array<() => Promise<unknown>> = []

beforeAll(() => {
  uri = newDatabaseOn(databaseUri())
})

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const step of cleanUp.reverse()) await step()
  cleanUp = []
})

describe('the check at boot', () => {
  test('accepts a replica set with the expected index, and leaves no document behind', async () => {
    const payload = await open(uri)
    await assertDatabaseIsSafe(payload, { uniqueIndexes })
    expect(await payload.db.connection.collection('boot-probe-a').countDocuments()).toBe(0)
    expect(await payload.db.connection.collection('boot-probe-b').countDocuments()).toBe(0)
  })

  test('succeeds if several servers start at once on a new database', async () => {
    const fresh = newDatabaseOn(uri)
    const servers = await Promise.all([open(fresh), open(fresh), open(fresh), open(fresh)])
    await Promise.all(servers.map((payload) => assertDatabaseIsSafe(payload, { uniqueIndexes })))
  })

  test('refuses a connection string without the replica set', async () => {
    const payload = await open(uri.replace(/\?.*/, '?directConnection=true&authSource=admin'))
    await expectRefusal(payload, 'DATABASE_URI must name it')
  })

  test('refuses a server that is not a replica set', async () => {
    await expectRefusal(await open(await standaloneUri()), 'must be a replica set')
  })

  test('refuses a server that is not a replica set even if the connection string names one', async () => {
    const { port } = new URL(await standaloneUri())
    const opening = open(`mongodb://127.0.0.1:${port}/x?replicaSet=rs0&serverSelectionTimeoutMS=500`)
    await expect(opening).rejects.toThrow()
  })

  test('refuses a missing unique index, and says which', async () => {
    const payload = await open(uri)
    const missing = [{ collection: 'releases', keys: ['toolkit', 'seq'] }]
    const check = assertDatabaseIsSafe(payload, { uniqueIndexes: missing })
    await expect(check).rejects.toThrow('toolkit, seq of releases is missing')
  })

  test('refuses an index that is not unique, and one of a collection that does not exist', async () => {
    const payload = await open(uri)
    const plain = assertDatabaseIsSafe(payload, { uniqueIndexes: [{ collection: 'releases', keys: ['country'] }] })
    await expect(plain).rejects.toThrow('country of releases is missing')
    const nowhere = assertDatabaseIsSafe(payload, { uniqueIndexes: [{ collection: 'nowhere', keys: ['seq'] }] })
    await expect(nowhere).rejects.toThrow('seq of nowhere is missing')
  })

  test.each([
    ['w=1', 'before most members have them'],
    ['w=majority&journal=false', 'before they are in the journal'],
    ['readPreference=primaryPreferred', 'names the read preference primaryPreferred'],
    ['readPreference=nearest', 'names the read preference nearest'],
  ])('refuses %s in the connection string', async (option, reason) => {
    await expectRefusal(await open(`${uri}&${option}`), reason)
  })

  test('refuses a server that confirms writes before most members have them', async () => {
    const payload = await open(uri)
    await setDefaultWriteConcern(payload, { w: 1 })
    cleanUp.push(() => setDefaultWriteConcern(payload, { w: 'majority', j: true }))
    await expectRefusal(payload, 'setDefaultRWConcern')
  })

  test('refuses a configuration in which each start would delete all data', async () => {
    const payload = await open(uri)
    vi.stubEnv('PAYLOAD_DROP_DATABASE', 'true')
    await expectRefusal(payload, 'PAYLOAD_DROP_DATABASE')
    expect(() => assertDatabaseIsNotDropped(process.env)).toThrow(UnsafeDatabaseError)
  })
})

describe('migrations', () => {
  const rename = (name: string): Migration => ({
    name,
    up: async ({ payload, session }) => {
      await payload.db.connection.collection('made').insertOne({ made: name }, { session })
    },
    down: async () => {},
  })
  const migrations = [rename('20260101_000000_first'), rename('20260102_000000_second')]
  const made = async (payload: Payload) =>
    (await payload.db.connection.collection('made').find().sort({ _id: 1 }).toArray()).map((doc) => doc.made)

  test('prevent the start if one has not run, and the message says which and how to run it', async () => {
    const payload = await open(newDatabaseOn(uri))
    const check = assertDatabaseIsSafe(payload, { uniqueIndexes, migrations })
    await expect(check).rejects.toThrow(UnsafeDatabaseError)
    await expect(check).rejects.toThrow(/20260101_000000_first, 20260102_000000_second.*npm run migrate/)
    expect(await made(payload)).toEqual([])
    await runPendingMigrations(payload, migrations)
    await assertDatabaseIsSafe(payload, { uniqueIndexes, migrations })
  })

  test('run at the start of a local database, each once, whoever starts at the same time', async () => {
    vi.stubEnv('MIGRATE_AT_START', '1')
    const fresh = newDatabaseOn(uri)
    const servers = await Promise.all([open(fresh), open(fresh), open(fresh)])
    await Promise.all(servers.map((payload) => assertDatabaseIsSafe(payload, { uniqueIndexes, migrations })))
    const [payload] = servers
    if (payload) expect(await made(payload)).toEqual(['20260101_000000_first', '20260102_000000_second'])
    expect.assertions(1)
  })

  test('store nothing if they fail, and keep those before', async () => {
    const payload = await open(newDatabaseOn(uri))
    const second = rename('20260102_000000_second')
    const failing: Migration = {
      ...second,
      up: async (args) => {
        await second.up(args)
        throw new Error('half done')
      },
    }
    await expect(runPendingMigrations(payload, [rename('20260101_000000_first'), failing])).rejects.toThrow('half done')
    expect(await made(payload)).toEqual(['20260101_000000_first'])
    await runPendingMigrations(payload, migrations)
    expect(await made(payload)).toEqual(['20260101_000000_first', '20260102_000000_second'])
  })
})

const releases: CollectionConfig = {
  slug: 'releases',
  indexes: [{ fields: ['toolkit', 'country', 'seq'], unique: true }, { fields: ['country'] }],
  fields: [
    { name: 'toolkit', type: 'text' },
    { name: 'country', type: 'text' },
    { name: 'seq', type: 'number' },
  ],
}

async function open(databaseUri: string): Promise<Payload> {
  const payload = await payloadOn({ uri: databaseUri, collections: [releases] })
  cleanUp.push(() => payload.destroy())
  return payload
}

async function expectRefusal(payload: Payload, reason: string) {
  const check = assertDatabaseIsSafe(payload, { uniqueIndexes })
  await expect(check).rejects.toThrow(UnsafeDatabaseError)
  await expect(check).rejects.toThrow(reason)
}

async function standaloneUri(): Promise<string> {
  const { path, version } = await findMongod({ cacheDir: inject('mongodCacheDir') })
  // The usual 10 s are not enough on a busy machine.
  const instance = { storageEngine: 'wiredTiger', launchTimeout: 60_000 } as const
  const server = await MongoMemoryServer.create({ binary: { systemBinary: path, version }, instance })
  cleanUp.push(() => server.stop())
  return server.getUri('test')
}

const setDefaultWriteConcern = (payload: Payload, defaultWriteConcern: { w: number | string; j?: boolean }) =>
  payload.db.connection.getClient().db('admin').command({ setDefaultRWConcern: 1, defaultWriteConcern })
