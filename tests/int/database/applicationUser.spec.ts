import { randomUUID } from 'node:crypto'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_WORKING_COPIES } from '@/actions/keepWorkingCopy'
import { DELETED_FROM, ensureApplicationUser, KEPT_FOR_EVER } from '@/database/applicationUser'
import { assertDatabaseIsSafe } from '@/database/bootChecks'
import { storedCollections } from '@/scripts/toolkit/storedCollections'
import { migrations } from '../../../migrations'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { databaseUri } from '../setup/databaseUri'
import { type Factories, factoriesFor, onePixel, pictureForm } from '../setup/factories'

let application: Application
let given: Factories
/** Connections as an administrator of the database, and as the user that the server runs as. */
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
      // Migrations run as the administrator.
      await database
        .collection('payload-migrations')
        .insertMany(migrations.map((one) => ({ name: one.name, batch: 1 })))
    },
  })
  given = factoriesFor(application)
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
  test('has enough rights to import, release, start, adapt, send, approve, publish, ask and decide, and for pictures', async () => {
    const edition = await given.edition({ state: 'published', words: 'Published by the user of the server.' })
    const releases = await administrator.db().collection('releases').find().toArray()
    expect(releases.map(({ country }) => country).sort()).toEqual(['ie', 'master'])
    const { lead, toolkit } = edition.variant
    const release = await given.newerRelease({ toolkit })
    await given.question({ variant: edition.variant, release, words: 'May we keep our text?' })
    await given.decision({ variant: edition.variant, release })
    const form = pictureForm({ bytes: onePixel('server'), country: 'ie' })
    expect((await application.request(lead, 'POST', '/api/pictures', form)).status).toBe(200)
  })

  test('has enough rights for accounts and for the start: roles, new passwords, sign-outs, attempts, preferences, checks', async () => {
    const admin = await given.person({ roles: [{ role: 'admin' }] })
    const person = await given.person()
    const ask = (by: Person, method: 'DELETE' | 'PATCH' | 'POST', path: string, body?: Fields) =>
      application.request(by, method, `/api/${path}`, body)
    const made = await ask(admin, 'POST', 'memberships', {
      user: person.id,
      role: 'observer',
      everywhere: true,
      from: new Date(0).toISOString(),
    })
    const { id, rev } = Object(made.body.doc)
    const preference = { value: { limit: 20 } }
    const wanted = 'nine lanterns over water'
    const answers = {
      made,
      ended: await ask(admin, 'PATCH', `memberships/${id}`, { to: new Date().toISOString(), rev }),
      guess: await ask(person, 'POST', 'account/password', { current: 'a guess', wanted }),
      changed: await ask(person, 'POST', 'account/password', { current: person.password, wanted }),
      set: await ask(admin, 'POST', 'account/set-password', { user: person.id }),
      preferred: await ask(admin, 'POST', 'payload-preferences/users-list', preference),
      forgotten: await ask(admin, 'DELETE', 'payload-preferences/users-list'),
      out: await ask(admin, 'POST', 'account/sign-out', {}),
    }
    expect(Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]))).toEqual({
      made: 201,
      ended: 200,
      guess: 422,
      changed: 200,
      set: 200,
      preferred: 200,
      forgotten: 200,
      out: 200,
    })
    await assertDatabaseIsSafe(application.payload, { uniqueIndexes: [] })
  })

  test('has enough rights to keep the unsaved words of a person who has more windows than are kept', async () => {
    const { variant } = await given.edition({ state: 'draft' })
    const { key } = variant.toolkit.sections[0] ?? {}
    const kept: number[] = []
    for (let turn = 1; turn <= MOST_WORKING_COPIES + 2; turn++) {
      const copy = JSON.stringify({ rev: 1, values: { title: `Window ${turn}` } })
      const where = { variant: variant.id, key, language: 'en', window: `window-${turn}`, turn }
      kept.push((await application.act(variant.lead, 'keep-working-copy', { ...where, copy })).status)
    }
    expect([...new Set(kept)]).toEqual([200])
  })

  test('can delete only sessions, attempts, unsaved words and what Payload stores for its screens', async () => {
    const all = storedCollections(application.config)
    expect(all.filter((name) => DELETED_FROM.includes(name)).sort()).toEqual([...DELETED_FROM].sort())
    const rest = all.filter((name) => !DELETED_FROM.includes(name))
    expect(rest.filter((name) => name.startsWith('_')).length).toBeGreaterThan(3)
    for (const name of rest) {
      const collection = server.db().collection(name)
      const there = await administrator.db().collection(name).countDocuments()
      for (const attempt of [
        () => collection.deleteOne({}),
        () => collection.deleteMany({}),
        () => collection.findOneAndDelete({}),
        () => collection.drop(),
      ])
        await expect(attempt(), `${name}: ${attempt}`).rejects.toMatchObject({ codeName: 'Unauthorized' })
      expect(await administrator.db().collection(name).countDocuments(), name).toBe(there)
    }
    for (const name of DELETED_FROM)
      await server
        .db()
        .collection(name)
        .deleteMany({ _id: 'none' as never })
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
