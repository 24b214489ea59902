import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureApplicationUser, KEPT_FOR_EVER } from '@/database/applicationUser'
import { storedCollections } from '@/scripts/toolkit/storedCollections'
import { migrations } from '../../../migrations'
import { type Application, startApplication } from '../setup/application'
import { databaseUri } from '../setup/databaseUri'
import { factoriesFor, onePixel, pictureForm } from '../setup/factories'

let application: Application
/** As an administrator of the database, and as the user that the server runs as. */
let administrator: MongoClient
let server: MongoClient

beforeAll(async () => {
  const name = `test-${randomUUID()}`
  const all = new URL(databaseUri())
  all.pathname = name
  const own = new URL(all)
  own.username = 'server'
  own.password = 'the password of the server'
  own.searchParams.set('authSource', name)
  administrator = await MongoClient.connect(all.href)
  application = await startApplication({
    databaseUri: own.href,
    beforeConnecting: async (config) => {
      const database = administrator.db()
      const collections = storedCollections(config)
      const account = { username: 'server', password: 'the password of the server' }
      await ensureApplicationUser({ database, collections, username: 'server', password: 'another one' })
      await ensureApplicationUser({ database, collections, ...account })
      // Changes of stored data are made as the administrator.
      await database
        .collection('payload-migrations')
        .insertMany(migrations.map((one) => ({ name: one.name, batch: 1 })))
    },
  })
  server = await MongoClient.connect(own.href)
})

afterAll(async () => {
  await application?.stop()
  await server?.close()
  await administrator.db().command({ dropAllUsersFromDatabase: 1 })
  await administrator.db().command({ dropAllRolesFromDatabase: 1 })
  await administrator.db().dropDatabase()
  await administrator.close()
})

describe('the database user that the server runs as', () => {
  test('is enough for the whole job: import, release, start, adapt, send, approve, publish, and pictures', async () => {
    const given = factoriesFor(application)
    const edition = await given.edition({ state: 'published', words: 'Published by the user of the server.' })
    const releases = await administrator.db().collection('releases').find().toArray()
    expect(releases.map(({ country }) => country).sort()).toEqual(['ie', 'master'])
    const lead = edition.variant.lead
    const form = pictureForm({ bytes: onePixel('server'), country: 'ie' })
    expect((await application.request(lead, 'POST', '/api/pictures', form)).status).toBe(200)
  })

  test.each(KEPT_FOR_EVER)('can change and delete nothing in %s, whatever the application tries', async (name) => {
    const there = () => administrator.db().collection(name).find().toArray()
    const before = await there()
    expect(before.length).toBeGreaterThan(0)
    const collection = server.db().collection(name)
    const tries: (() => Promise<unknown>)[] = [
      () => collection.updateMany({}, { $set: { changed: true } }),
      () => collection.updateOne({ _id: before[0]?._id }, { $unset: { country: 1 } }),
      () => collection.replaceOne({}, { changed: true }),
      () => collection.updateOne({ _id: 'new' as never }, { $set: { changed: true } }, { upsert: true }),
      () => collection.findOneAndDelete({}),
      () => collection.deleteMany({}),
      () => collection.drop(),
      () => collection.rename(`${name}-gone`),
      () => server.db().command({ dropIndexes: name, index: '*' }),
      () =>
        server
          .db()
          .collection('sections')
          .aggregate([{ $out: name }])
          .toArray(),
      () =>
        server
          .db()
          .collection('sections')
          .aggregate([{ $merge: name }])
          .toArray(),
    ]
    for (const attempt of tries)
      await expect(attempt(), String(attempt)).rejects.toMatchObject({ codeName: 'Unauthorized' })
    expect(await there()).toEqual(before)
  })

  test('cannot give itself more rights, and cannot remove the database', async () => {
    const database = server.db()
    for (const attempt of [
      () => database.dropDatabase(),
      () => database.command({ grantRolesToUser: 'server', roles: ['dbOwner'] }),
      () => database.command({ createUser: 'other', pwd: 'x', roles: ['dbOwner'] }),
      () => database.command({ collMod: 'releases', validator: {} }),
    ])
      await expect(attempt(), String(attempt)).rejects.toMatchObject({ codeName: 'Unauthorized' })
  })
})
