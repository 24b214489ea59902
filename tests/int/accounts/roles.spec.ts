import { MongoServerError } from 'mongodb'
import { createLocalReq, type TypedUser } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { actorOf } from '@/access/actorOf'
import { credentialsOf } from '@/accounts/stores'
import { defineAction } from '@/actions/action'
import { importToolkit } from '@/actions/importToolkit'
import { runAction } from '@/actions/runAction'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, words } from '../setup/factories'

let application: Application
let factories: Factories
let administrator: Person

beforeAll(async () => {
  application = await startApplication()
  factories = factoriesFor(application)
  administrator = await factories.person({ roles: [{ role: 'admin' }] })
})
afterAll(() => application.stop())

test('a role that is given, changed or ended is recorded with its old and its new value', async () => {
  const person = await factories.person()
  await factories.country('ie')
  const from = '2026-01-01T00:00:00.000Z'
  const given = { user: person.id, role: 'national-editor', country: 'ie', from }
  const made = await application.request(administrator, 'POST', '/api/memberships', given)
  const { id, rev } = Object(made.body.doc)
  const lead = await application.request(administrator, 'PATCH', `/api/memberships/${id}`, {
    role: 'national-lead',
    rev,
  })
  expect(lead.status).toBe(200)
  const to = '2026-06-01T00:00:00.000Z'
  await application.request(administrator, 'PATCH', `/api/memberships/${id}`, { to, rev: Object(lead.body.doc).rev })

  const model = application.payload.db.collections['audit-events']
  const events: Fields[] =
    (await model
      ?.find({ subject: `memberships/${id}` })
      .sort({ seq: 1 })
      .lean()) ?? []
  const editor = { role: 'national-editor', country: 'ie', everywhere: false, from, to: null }
  expect(events.map(({ actor, details }) => ({ actor, ...Object(details) }))).toMatchObject([
    { actor: administrator.id, from: null, to: editor },
    { actor: administrator.id, from: editor, to: { ...editor, role: 'national-lead' } },
    {
      actor: administrator.id,
      from: { ...editor, role: 'national-lead' },
      to: { ...editor, role: 'national-lead', to },
    },
  ])
})

describe('a role that ends, or a password that somebody else sets, during a request', () => {
  test('counts at the end of the action, even if the document took long to read', async () => {
    const user = await keeperWhoAsked()
    await endRoles(user)
    const sections = [{ source: '', depth: 1, title: 'One', body: words('What was read for long.') }]
    const input = { slug: 'read-for-long', title: 'Read for long', language: 'en', sections, images: [], seen: 'none' }
    expect(await runAction({ action: importToolkit, input, payload: application.payload, user })).toMatchObject({
      ok: false,
      because: [{ key: 'refusal.role-import' }],
    })
  })

  test('leaves only the choice of a new password', async () => {
    const user = await keeperWhoAsked()
    await credentialsOf(application.payload).updateOne({ _id: user.id }, { $set: { mustChange: true } })
    expect(await runAction({ action: rolesNow, input: {}, payload: application.payload, user })).toEqual({
      ok: false,
      because: [{ key: 'refusal.password-must-change' }],
    })
  })

  test('counts for an action that is retried', async () => {
    const user = await keeperWhoAsked()
    const seen: number[] = []
    const action = defineAction<object, object>({
      ...rolesNow,
      run: async ({ actor }) => {
        seen.push(actor.memberships.length)
        if (seen.length > 1) return { ok: true, result: {} }
        await endRoles(user)
        throw new MongoServerError({ message: 'a conflict', errorLabels: ['TransientTransactionError'] })
      },
    })
    expect((await runAction({ action, input: {}, payload: application.payload, user })).ok).toBe(true)
    expect(seen).toEqual([1, 0])
  })
})

const rolesNow = defineAction<object, object>({
  name: 'roles-now',
  input: z.object({}),
  run: async ({ actor }) => ({ ok: true, result: actor.memberships }),
})

/** A coordinator whose roles were already read once, as at the beginning of a long request. */
async function keeperWhoAsked(): Promise<TypedUser> {
  const { id } = await factories.person({ roles: [{ role: 'coordinator' }] })
  const { payload } = application
  const doc = await payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
  const user: TypedUser = { ...doc, collection: 'users' }
  const actor = await actorOf(await createLocalReq({ user }, payload))
  expect(actor?.memberships).toEqual([{ role: 'coordinator', country: 'all' }])
  return user
}

async function endRoles({ id }: TypedUser): Promise<void> {
  const to = new Date(Date.now() - 1000)
  await application.payload.db.collections.memberships?.updateMany({ user: id }, { $set: { to } })
}
