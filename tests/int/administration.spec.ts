import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, type Fields, type Person, startApplication } from './setup/application'
import { factoriesFor, type Toolkit } from './setup/factories'

let application: Application
let admin: Person
let toolkit: Toolkit
let membership: string

beforeAll(async () => {
  application = await startApplication()
  const given = factoriesFor(application)
  admin = await given.person({ roles: [{ role: 'admin' }] })
  const somebody = await given.person()
  membership = await given.grant(somebody.id, { role: 'national-editor', country: 'ie' })
  toolkit = await given.toolkit({ released: false })
})

afterAll(() => application.stop())

describe('data that administrators enter', () => {
  test.each<[string, () => string]>([
    ['users', () => admin.id],
    ['memberships', () => membership],
    ['countries', () => 'ie'],
    ['toolkits', () => toolkit.id],
  ])('does not reveal when a document was created or changed (%s)', async (collection, idOf) => {
    const path = `/api/${collection}/${idOf()}?locale=en&depth=0`
    const before = Object((await application.request(admin, 'GET', path)).body)
    const times = { createdAt: '1990-01-01T00:00:00.000Z', updatedAt: '1990-01-01T00:00:00.000Z' }
    const saved = await application.request(admin, 'PATCH', path, { ...times, rev: before.rev })
    expect(saved.status).toBe(200)
    const after = Object((await application.request(admin, 'GET', path)).body)
    expect(after.createdAt).toBe(before.createdAt)
    expect(Date.parse(after.updatedAt)).toBeGreaterThanOrEqual(Date.parse(before.updatedAt))
  })

  test('does not reveal when a new document was created', async () => {
    const body = { email: 'made@example.org', name: 'Made', createdAt: '1990-01-01T00:00:00.000Z' }
    const made = await application.request(admin, 'POST', '/api/users', body)
    expect(made.status).toBe(201)
    expect(made.text).not.toContain('1990')
  })

  test.each<[string, () => string, Fields, string]>([
    ['toolkits', () => toolkit.id, { title: 'Another title' }, 'title'],
    ['countries', () => 'ie', { name: 'Éire' }, 'name'],
    ['memberships', () => membership, { role: 'observer' }, 'role'],
  ])(
    'keeps every revision of %s with its author, and none is restored without being seen',
    async (collection, idOf, change, field) => {
      const id = idOf()
      const ask = (method: 'GET' | 'PATCH' | 'POST', path: string, body?: unknown) =>
        application.request(admin, method, `/api/${collection}${path}`, body)
      const before = Object((await ask('GET', `/${id}?locale=en&depth=0`)).body)
      const saved = await ask('PATCH', `/${id}?locale=en&depth=0`, { ...change, rev: before.rev })
      expect(saved.status).toBe(200)
      const listed = Object((await ask('GET', `/versions?locale=en&depth=0&where[parent][equals]=${id}&limit=50`)).body)
      const revisions: Fields[] = listed.docs
      const of = (rev: number) => Object(revisions.find(({ version }) => Object(version).rev === rev))
      expect([of(before.rev).version[field], of(before.rev + 1).version[field]]).toEqual([before[field], change[field]])
      expect(of(before.rev + 1).version.updatedBy).toBe(admin.id)
      const restored = await ask('POST', `/versions/${of(before.rev).id}?locale=en`, {})
      expect(restored.status).toBe(403)
      expect(Object((await ask('GET', `/${id}?locale=en&depth=0`)).body)).toMatchObject(change)
    },
  )
})

test('a list beside the menu is in the requested language', async () => {
  const { payload } = application
  const user = { ...(await payload.findByID({ collection: 'users', id: admin.id })), collection: 'users' as const }
  const req = await createLocalReq({ user, locale: 'en' }, payload)
  const { AdminNav } = await import('@/admin/nav/AdminNav')
  await AdminNav({ req })
  expect(req.locale).toBe('en')
  const { docs } = await payload.find({ collection: 'toolkits', req })
  expect(docs[0]?.title).toBe('Another title')
})
