import { createLocalReq, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { actorOf } from '@/access/actorOf'
import { credentialsOf } from '@/accounts/stores'
import { changeAddress } from '@/actions/account/changeAddress'
import { setPassword } from '@/actions/account/setPassword'
import { performAs } from '@/actions/performAs'
import { recordAuditEvent } from '@/actions/recordAuditEvent'
import { refuse } from '@/domain/refusal'
import { type Answer, type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, onePixel, pictureForm } from '../setup/factories'
import { snapshotOf } from '../setup/snapshot'

let application: Application
let factories: Factories
let administrator: Person

beforeAll(async () => {
  application = await startApplication()
  factories = factoriesFor(application)
  administrator = await factories.person({ roles: [{ role: 'admin' }] })
})
afterAll(() => application.stop())

const keysOf = ({ body }: Answer): unknown[] =>
  (Array.isArray(body.because) ? body.because : []).map((reason: Fields) => reason.key)

const storedOf = async ({ id }: { id: string }): Promise<Fields> =>
  Object(await application.payload.db.collections.users?.findById(id).lean())

async function userOf({ id }: { id: string }): Promise<TypedUser> {
  const doc = await application.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
  return { ...doc, collection: 'users' }
}

describe('a person who signs in with a password that somebody else set', () => {
  test('cannot change the address or anything else of the account, only choose a password or sign out', async () => {
    const person = await factories.person({ roles: [{ role: 'admin' }] })
    const set = await application.request(administrator, 'POST', '/api/account/set-password', { user: person.id })
    const current = String(Object(set.body.result).password)
    application.forget(person)
    const visitor = { ...person, password: current }
    const before = await storedOf(person)
    const post = (path: string, body: Fields) => application.request(visitor, 'POST', `/api/account/${path}`, body)
    const seen = before.rev
    for (const [path, body] of [
      ['address', { current, email: 'moved-first@example.org', seen }],
      ['person', { name: 'Another', language: 'de', seen }],
      ['set-password', { user: administrator.id }],
    ] as const)
      expect(keysOf(await post(path, body)), path).toEqual(['refusal.password-must-change'])
    const picture = pictureForm({ bytes: onePixel('not theirs'), country: 'master' })
    const sent = await application.request(visitor, 'POST', '/api/pictures', picture)
    expect(keysOf(sent)).toEqual(['refusal.password-must-change'])
    const patch = { name: 'Another', rev: seen }
    expect((await application.request(visitor, 'PATCH', `/api/users/${person.id}`, patch)).status).toBe(403)
    expect(await storedOf(person)).toEqual(before)

    expect((await post('sign-out', { session: 'another' })).body.result).toEqual({ ended: 0 })
    expect((await post('password', { current, wanted: 'nine lanterns over water' })).body.ok).toBe(true)
  })
})

describe('a check before a transaction', () => {
  test('is repeated inside it: a password that is set in the meantime prevents the change of address', async () => {
    const person = await factories.person()
    const user = await userOf(person)
    const { payload } = application
    const { connection } = payload.db
    const tries = async () =>
      (await connection.collection('account-limits').findOne({ key: `password:${person.id}` }))?.points
    expect(await tries()).toBeUndefined()

    // Another transaction locks the account, so that the change can begin but not end.
    const holder = connection.getClient().startSession()
    holder.startTransaction()
    const users = connection.getClient().db(connection.name).collection<{ _id: unknown }>('users')
    const [held] = await users.find({ email: person.email }).toArray()
    await users.updateOne({ _id: held?._id }, { $set: { held: true } }, { session: holder })
    let isAnswered = false
    const asked = changeAddress({ payload, user, current: person.password, email: 'late@example.org', seen: 1 })
    const answered = asked.finally(() => {
      isAnswered = true
    })
    // The attempt is returned when the password is proven.
    await expect.poll(tries, { timeout: 60_000, interval: 5 }).toBe(0)
    await credentialsOf(payload).updateOne({ _id: person.id }, { $inc: { version: 1 } })
    // The current attempt may have checked before this: it fails at the locked account, and the next one checks again.
    // If it checks after this, it may be refused before the next line.
    const ended = vi.spyOn(payload.db, 'rollbackTransaction')
    const isPast = () => isAnswered || ended.mock.calls.length > 0
    await expect.poll(isPast, { timeout: 60_000, interval: 5 }).toBe(true)
    ended.mockRestore()
    await holder.abortTransaction()
    await holder.endSession()

    expect(await answered).toEqual({ ok: false, because: [{ key: 'refusal.password-moved' }] })
    expect((await storedOf(person)).email).toBe(person.email)
  })

  test('does not decide who may set a password: a former administrator cannot', async () => {
    const former = await factories.person({ roles: [{ role: 'admin' }] })
    const person = await factories.person()
    const { payload } = application
    const user = await userOf(former)
    expect((await actorOf(await createLocalReq({ user }, payload)))?.memberships).toHaveLength(1)
    const to = new Date(Date.now() - 1000)
    await payload.db.collections.memberships?.updateMany({ user: former.id }, { $set: { to } })
    expect(await setPassword({ payload, user, of: person.id })).toEqual({
      ok: false,
      because: [{ key: 'refusal.role-accounts' }],
    })
  })
})

test('a refusal undoes everything that was written before it', async () => {
  const { payload } = application
  const user = await userOf(administrator)
  const before = await snapshotOf(payload)
  const outcome = await performAs({
    name: 'no-after-writing',
    payload,
    user,
    work: async ({ req }) => {
      await recordAuditEvent({ req, country: 'accounts', action: 'account.sign-out', subject: 'users/x' })
      return refuse('refusal.password-moved')
    },
  })
  expect(outcome).toEqual({ ok: false, because: [{ key: 'refusal.password-moved' }] })
  expect(await snapshotOf(payload)).toEqual(before)
})

test('a change of address and of name is recorded under the same name, whoever makes it', async () => {
  const person = await factories.person()
  const rev = async () => Number((await storedOf(person)).rev)
  const own = (path: string, body: Fields) => application.request(person, 'POST', `/api/account/${path}`, body)
  const admins = async (body: Fields) =>
    application.request(administrator, 'PATCH', `/api/users/${person.id}`, { ...body, rev: await rev() })
  const address = { current: person.password, email: 'own@example.org', seen: await rev() }
  const answers = [
    await own('address', address),
    await own('person', { name: 'Own', language: 'en', seen: await rev() }),
    await admins({ email: 'given@example.org' }),
    await admins({ name: 'Given' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const events: Fields[] =
    (await application.payload.db.collections['audit-events']
      ?.find({ subject: `users/${person.id}` })
      .sort({ at: 1 })
      .lean()) ?? []
  const changes = events.map(({ country, action, actor }) => [country, action, actor])
  expect(changes.filter(([, action]) => String(action).endsWith('-changed'))).toEqual([
    ['accounts', 'account.address-changed', person.id],
    ['accounts', 'account.person-changed', person.id],
    ['master', 'account.address-changed', administrator.id],
    ['master', 'account.person-changed', administrator.id],
  ])
})
