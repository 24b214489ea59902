import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOO_LONG, TOO_MANY_COOKIES } from '@/endpoints/addressLimit'
import { catalogues } from '@/messages/catalogues'
import { type Application, type Fields, type Method, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor } from '../setup/factories'
import { secretsOf } from './secretsOf'

let application: Application
let given: Factories
let admin: Person
let lead: Person

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  admin = await given.person({ roles: [{ role: 'admin' }] })
  lead = await given.lead('ie')
  await given.variant({ country: 'ie' })
})

afterAll(() => application.stop())

const get = (path: string, headers?: HeadersInit) =>
  application.request(admin, 'GET', `/api${path}`, undefined, headers)
const SECRETS = ['hash', 'salt', 'resetPasswordToken', 'resetPasswordExpiration', 'loginAttempts', 'lockUntil']

describe('a list of people', () => {
  test.each([
    ...SECRETS.flatMap((name) => [
      name,
      `-${name}`,
      `${name}.`,
      `${name}.x`,
      `${name}__`,
      `.${name}`,
      `version.${name}`,
    ]),
    'sessions',
    'sessions.id',
    'sessions.0.id',
    '$hash',
    '_id',
    'name.',
    'name,hash.',
    'updatedBy.hash',
    'constructor',
  ])('cannot be sorted by %s, because the order would reveal its values', async (field) => {
    const answer = await get(`/users?sort=${encodeURIComponent(field)}`)
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('"docs"')
  })

  test.each([...SECRETS, 'sessions.id'].flatMap((name) => [name, `${name}.`, `${name}__x`]))(
    'cannot be searched by %s',
    async (field) => {
      expect((await get(`/users?where[${field}][exists]=true`)).status).toBe(400)
      expect((await get(`/users?where[or][0][and][0][${field}][exists]=true`)).status).toBe(400)
      expect((await get(`/users/count?where[${field}][exists]=true`)).status).toBe(400)
    },
  )

  test.each(['email', '-email', 'name,-createdAt', 'id', 'updatedBy', '-updatedAt'])(
    'can be sorted by %s, which all of its readers see',
    async (field) => {
      const answer = await get(`/users?sort=${field}&limit=500`)
      expect(answer.status).toBe(200)
      expect(answer.body.totalDocs).toBeGreaterThan(1)
    },
  )

  test('can be searched as the screens do', async () => {
    const search = `where[and][0][name][like]=Person&where[and][1][id][not_in][0]=${lead.id}&select[name]=true&limit=10`
    expect((await get(`/users?${search}`)).body.totalDocs).toBeGreaterThan(0)
    expect((await get('/users?where[createdAt][greater_than]=2020-01-01')).status).toBe(200)
    expect((await get('/users?where[rev][greater_than_equal]=1')).body.totalDocs).toBeGreaterThan(0)
    expect((await get('/users?where[language][in]=en,fr')).body.totalDocs).toBeGreaterThan(0)
  })
})

describe('a query that cannot be answered', () => {
  test.each([
    '/users?where[rev]=abc',
    '/users?where[rev][equals]=abc',
    '/users?where[rev][near]=1,2,3,4',
    '/users?where[name][near]=10,10,5',
    '/users?where[name][within]=x',
    '/users?where[name][$ne]=x',
    '/users?where[name][equals][$ne]=x',
    '/users?where[name][like][a]=x',
    '/users?where[name][in][0][a]=x',
    '/users?where[createdAt][equals]=yesterday',
    '/users?where[name][exists]=perhaps',
    `/users?where[name][like]=${'a '.repeat(21)}`,
    `/users?where[or][0][name][not_like]=${'a '.repeat(11)}&where[or][1][name][like]=${'a '.repeat(11)}`,
    '/users?where=abc',
    '/users?where={"hash":{"exists":true}}',
    '/users?where[or]=abc',
    '/users?where[or][0]=abc',
    '/users?where[$where]=1',
    '/users?where[id][equals][a]=b',
    '/users?sort[a]=name',
    '/users?sort=',
    '/users?sort=name,,email',
    '/media/file/%00',
    '/users?sort=$hash',
    '/users?limit=0',
    '/users?limit=501',
    '/users?limit=-1',
    '/users?limit=abc',
    '/users?limit[a]=1',
    '/users?pagination=false',
    '/sections/versions?limit=21',
    '/variant-sections/versions?limit=21',
    '/variant-sections/versions?pagination=false&limit=',
    '/users?page=0',
    '/users?page=1e9',
    '/users?depth=99',
    '/users?select=hash',
    '/users?select[hash]=true',
    '/users?select[$where]=true',
    '/users?populate[users][hash]=true',
    '/users?joins[x][limit]=1',
    '/sections/versions?sort=version.hash',
    '/sections/versions?where[version.updatedBy.email][exists]=true',
    '/users/0?select[hash]=true',
  ])("%s is refused with a sentence in the person's language", async (path) => {
    const answer = await get(path.includes('%') ? path : encodeURI(path), {
      'Accept-Language': 'fr',
      Cookie: 'toolkit-lng=fr',
    })
    expect(answer.status, answer.text).toBe(400)
    const [{ message = '' } = {}]: Fields[] = Array.isArray(answer.body.errors) ? answer.body.errors : []
    expect(message).toMatch(/[.]$/)
    expect(message).not.toMatch(/Cast|Mongo|went wrong|Objet|unknown error/)
  })

  test('in an address that is too long, or with too many cookies, is refused with a sentence, whatever its method', async () => {
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'] satisfies Method[]) {
      const { status, text } = await application.request(admin, method, TOO_LONG)
      expect(status).toBe(414)
      expect(text).toMatch(/too long/)
      const other = await application.request(admin, method, TOO_MANY_COOKIES)
      expect(other.status).toBe(431)
      expect(other.text).toMatch(/too many cookies/)
    }
  })

  test.each([
    '/users?where[id][equals]=abc',
    '/users/abc',
    '/users/%00',
    '/users/%24ne',
    '/countries/..%2F..',
    '/sections/versions/abc',
    '/sections/versions?where[parent][equals]=abc',
    '/memberships?where[user][equals]=abc',
    '/memberships?where[user][in]=abc,,def',
    '/media/file/..%2Fsecret',
    '/media/file/nothing.png',
    '/nowhere',
    '/users?where[name][like]=%5B(*%2B',
    '/users?where[name][contains]=%00',
  ])('%s does not cause a server error', async (path) => {
    expect((await get(path)).status).toBeLessThan(500)
  })
})

test('a search with too many words is refused, and the message says what to do', async () => {
  const words = Array.from({ length: 21 }, (_, index) => `word${index}`)
  const search = (some: string[]) => get(`/users?where[name][like]=${encodeURIComponent(some.join(' '))}`)
  const answer = await search(words)
  expect([answer.status, answer.text.includes(catalogues.en['request.too-many-words'] ?? '?')]).toEqual([400, true])
  expect((await search(words.slice(1))).status).toBe(200)
})

describe('a write', () => {
  test.each(['users', 'memberships', 'countries', 'toolkits'])(
    'to %s with a value of another type is refused with the name of the field, and stores nothing',
    async (slug) => {
      await given.country('ie')
      const documents: Record<string, Fields> = {
        users: { name: 'A', email: 'another@example.org', language: 'en' },
        memberships: { user: lead.id, role: 'reviewer', country: 'ie', from: '2026-01-01', to: '2126-01-01' },
        countries: { id: 'no', name: 'Norway', languages: ['en'] },
        toolkits: { slug: 'kinds', title: 'Kinds', sourceLanguage: 'en', description: 'Of values' },
      }
      const whole: Fields = documents[slug] ?? {}
      const count = async () => (await application.request(admin, 'GET', `/api/${slug}/count`)).body.totalDocs
      const before = await count()
      const answers = []
      for (const name of Object.keys(whole))
        for (const value of [{ a: 1 }, [{ a: 1 }], true]) {
          const body = { ...whole, [name]: value }
          const { status, text } = await application.request(admin, 'POST', `/api/${slug}?locale=en`, body)
          answers.push(`${status} ${/has the wrong type/.test(text)}`)
        }
      expect(new Set(answers)).toEqual(new Set(['400 true']))
      expect(await count()).toBe(before)
    },
  )

  test.each([
    { from: [1] },
    { from: 5 },
    { from: '5' },
    { from: '2026-02-30' },
    { to: 5 },
    { to: [1] },
    { to: ['2126-01-01'] },
    { to: 'tomorrow' },
    { to: '1/2/2126' },
    { everywhere: 5 },
    { everywhere: 'maybe' },
  ] satisfies Fields[])('to a role with %j is refused, and gives no role', async (more) => {
    const { id } = await given.person()
    const body = { user: id, role: 'reviewer', country: 'ie', ...more }
    const { status, text } = await application.request(admin, 'POST', '/api/memberships', body)
    expect([status, /has the wrong type/.test(text)]).toEqual([400, true])
    expect(await rolesOf(id)).toEqual([])
  })

  test.each([
    { from: '2026-11-27' },
    { from: '2026-11-27T08:00:00.000Z' },
    { from: '2026-11-27T10:00:00+02:00', to: '2126-11-27T10:00:00Z' },
    { to: null },
    { to: '' },
    { everywhere: 'true' },
  ] satisfies Fields[])('to a role with %j is stored', async (more) => {
    const { id } = await given.person()
    const body = { user: id, role: 'reviewer', country: 'ie', ...more }
    const { status, text } = await application.request(admin, 'POST', '/api/memberships', body)
    expect(status, text).toBe(201)
    expect(await rolesOf(id)).toHaveLength(1)
  })

  test('to a date as server code writes it is stored', async () => {
    const [{ id }, user] = [await given.person(), await given.person({ roles: [{ role: 'admin' }] })]
    const from = new Date('2026-11-27T08:00:00Z')
    const { payload } = application
    const found = await payload.findByID({ collection: 'users', id: user.id, depth: 0, overrideAccess: true })
    await payload.create({
      collection: 'memberships',
      data: { user: id, role: 'reviewer', country: 'ie', from: from as never },
      overrideAccess: false,
      user: { ...found, collection: 'users' },
    })
    expect(await rolesOf(id)).toMatchObject([{ from: from.toISOString() }])
  })

  test.each([
    [{ $unset: { name: 1 } }],
    [{ $set: { hash: 'x' } }],
    [{ name: { $unset: 1 } }],
    [{ name: ['a'] }],
    [{ name: 'a\0b' }],
    [{ language: { $ne: 'en' } }],
    [{ email: { $gt: '' } }],
    [{ updatedBy: { $ne: null } }],
    [{ rev: { $gt: 0 } }],
    [{ _id: 'x', id: 'x' }],
  ] satisfies [Fields][])('of %j does not cause a server error', async (more) => {
    const somebody = await given.person()
    const before = await stored(somebody)
    const kept = await secretsOf({ application, user: somebody.id })
    const answer = await application.request(admin, 'PATCH', `/api/users/${somebody.id}`, { rev: before.rev, ...more })
    expect(answer.status, answer.text).toBeLessThan(500)
    expect(kept.credential).not.toBeNull()
    expect(await secretsOf({ application, user: somebody.id })).toEqual(kept)
  })

  test.each([
    ['multipart/form-data', '--x--'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{\r\n--x--\r\n'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a\u0000.png"\r\n\r\n\r\n--x--\r\n',
    ],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nab',
    ],
    ['application/json', '{'],
    ['application/json', '['.repeat(5_000)],
  ])('in an invalid form (%s, %j) does not cause a server error', async (type, body) => {
    for (const path of ['/api/media?locale=en', '/api/countries?locale=en', '/api/users/forgot-password']) {
      const answer = await application.request(admin, 'POST', path, new Blob([body], { type }))
      expect(answer.status, `${path} ${answer.text}`).toBeLessThan(500)
    }
  })

  test.each([
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    'multipart/form-data; boundary=""',
    'multipart/form-data; boundary=\t',
    'multipart/form-data; boundary=a b',
    'multipart/form-data; boundary=a/b',
    'multipart/form-data; boundary="a;b"',
    'multipart/form-data;boundary=x;',
    'multipart/form-data\t;boundary=x',
    `multipart/form-data; boundary=${'x'.repeat(3_000)}`,
    'multipart/form-data',
    'multipart/mixed',
    'multipart/mixed; boundary=x',
    'multipart/; boundary=x',
    'x/multipart/; boundary=x',
  ])('in a form of an unsupported type (%j) is refused with a sentence', async (type) => {
    for (const [method, path] of [
      ['POST', '/api/users'],
      ['PATCH', `/api/users/${lead.id}`],
      ['PATCH', '/api/users?where[id][exists]=true'],
      ['POST', '/api/countries?locale=en'],
      ['POST', '/api/media?locale=en'],
      ['POST', '/api/users/login'],
      ['PUT', '/api/users'],
    ] satisfies [Method, string][])
      for (const person of [null, admin]) {
        const sent = new Blob(['x'])
        const answer = await application.request(person, method, path, sent, { 'Content-Type': type })
        expect(answer.status, `${path} ${answer.text}`).toBe(400)
        expect(answer.text).toMatch(/Content-Type/)
      }
  })

  test.each([
    'multipart/form-data; boundary=x',
    'multipart/form-data;boundary="x"',
    'multipart/form-data; charset=utf-8; boundary=x',
    'multipart/form-data; boundary=x; charset=utf-8',
  ])('to %s is read', async (type) => {
    const { rev } = await stored(lead)
    const form = (given: Fields) =>
      new Blob([`--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(given)}\r\n--x--\r\n`])
    const changed = form({ rev, name: `By a form of ${type}` })
    const answer = await application.request(admin, 'PATCH', `/api/users/${lead.id}`, changed, { 'Content-Type': type })
    expect(answer.status, answer.text).toBe(200)
    expect((await stored(lead)).name).toBe(`By a form of ${type}`)
  })

  test('that loses a race is refused: one of several people who saw the same revision saves, the others compare', async () => {
    const somebody = await given.person()
    for (let round = 0; round < 5; round++) {
      const { rev } = await stored(somebody)
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, writer) =>
          application.request(admin, 'PATCH', `/api/users/${somebody.id}`, { rev, name: `By ${round} ${writer}` }),
        ),
      )
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses).toEqual([200, ...Array(7).fill(409)])
      expect((await stored(somebody)).rev).toBe(Number(rev) + 1)
    }
  })

  test.each([
    ['/payload-preferences/wide', 100 * 1024],
    ['/act/release-master', 2 * 1024 * 1024],
    ['/users', 2 * 1024 * 1024],
  ])('to %s above its size limit is refused, whether or not it declares its length', async (path, limit) => {
    const value = 'x'.repeat(limit)
    const sent = await application.request(lead, 'POST', `/api${path}`, { value })
    expect(sent.status).toBe(413)
    const said = await application.request(
      lead,
      'POST',
      `/api${path}`,
      { value: 'x' },
      { 'Content-Length': String(limit + 1) },
    )
    expect(said.status).toBe(413)
    expect(said.text).toMatch(/larger than/)
  })
})

describe('an answer', () => {
  test('is cached by no browser and no proxy, whatever it contains: a draft, a picture or a refusal', async () => {
    const { filename: file } = await given.picture({ seed: 'draft', country: 'ie' })
    for (const [person, path] of [
      [lead, '/variants'],
      [lead, `/media/file/${file}`],
      [lead, '/users/me'],
      [null, '/variants'],
      [null, '/nowhere'],
      [null, '/health'],
    ] satisfies [Person | null, string][]) {
      const { headers } = await application.request(person, 'GET', `/api${path}`)
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'")
    }
  })
})

/** The roles of a person, as an administrator reads them. */
async function rolesOf(user: string): Promise<Fields[]> {
  return (await get(`/memberships?where[user][equals]=${user}&depth=0`)).body.docs as Fields[]
}

async function stored({ id }: Person): Promise<Fields> {
  const doc = await application.payload.db.collections.users?.findById(id).lean()
  return Object(doc)
}
