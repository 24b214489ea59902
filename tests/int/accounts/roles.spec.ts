import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor } from '../setup/factories'

let application: Application
let factories: Factories
let administrator: Person

beforeAll(async () => {
  application = await startApplication()
  factories = factoriesFor(application)
  administrator = await factories.person({ roles: [{ role: 'admin' }] })
})
afterAll(() => application.stop())

test('a role that is given, changed or ended is on record with what it was and what it is', async () => {
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
