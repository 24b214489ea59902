import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { credentialsOf } from '@/accounts/stores'
import { actions } from '@/actions'
import { EDITOR_GROUND } from '@/admin/editor/editorFunctions'
import { ALLOWED_FUNCTIONS } from '@/admin/serverFunctions/allowedFunctions'
import type { Answer, Application, Fields, Method, Person } from '../setup/application'
import { SERVER_URL, startApplication } from '../setup/application'
import { ACTIONS, REFUSALS } from './actionPolicy'
import { changedBetween, fingerprint } from './fingerprint'
import { VISITORS, type Visitor } from './policy'
import { secretsOf } from './secretsOf'
import { callAsEditor, callAsScreen, serverFunctionNames, textsIn } from './serverFunctions'
import { buildWorld, MESSAGE_OF_CYPRUS, storedIn, WORDS_OF_CYPRUS, type World } from './world'

let application: Application
let world: World
/** Ids of documents of both countries, by collection. */
let ids: Record<'ie' | 'cy', Record<string, string>>
let addresses: string[]
let hashes: string[]

const PARTNERS = ['national-lead of ie', 'national-editor of ie']
const NATIONAL = [
  'variants',
  'variant-sections',
  'editions',
  'workflow-events',
  'review-decisions',
  'update-decisions',
  'proposals',
  'update-questions',
  'media',
]

beforeAll(async () => {
  application = await startApplication()
  world = await buildWorld(application)
  ids = { ie: await idsOf('ie'), cy: await idsOf('cy') }
  const users = await storedIn(application, 'users')
  addresses = users.map(({ email }) => String(email))
  const credentials = await credentialsOf(application.payload).find().toArray()
  hashes = credentials.flatMap(({ hash, salt }) => [hash, salt])
  for (const person of world.people.values()) if (person) await application.tokenOf(person)
})

afterAll(() => application.stop())

describe.each(PARTNERS)('a partner (%s)', (name) => {
  test('cannot publish or approve by writing to a collection', async () => {
    const wishes: Fields[] = [
      { _status: 'published' },
      { state: 'published' },
      { state: 'approved', approvedHash: 'x', pinnedHash: 'x' },
      { $set: { state: 'approved' } },
      { 'state.$set': 'approved' },
      { '$set.state': 'approved' },
      { mode: 'omit' },
      { title: 'Changed' },
      { context: { insideAction: true, 'inside an action': true } },
    ]
    await nothingChanges(name, [
      ...NATIONAL.flatMap((collection) =>
        wishes.flatMap((wish) =>
          FLAGS.map((flags): Attack => ['PATCH', `/${collection}/${ids.ie[collection]}?${flags}`, { ...wish, rev: 1 }]),
        ),
      ),
      ...[
        'releases',
        'editions',
        'review-decisions',
        'update-decisions',
        'proposals',
        'update-questions',
        'workflow-events',
        'variants',
        'variant-sections',
        'sections',
      ].flatMap((collection) =>
        FLAGS.map((flags): Attack => ['POST', `/${collection}?${flags}`, { _status: 'published', ...release() }]),
      ),
      ['PATCH', `/releases/${ids.ie.releases}?locale=en`, { manifest: [], kind: 'withdrawal' }],
      ['DELETE', `/releases/${ids.ie.releases}`],
    ])
  })

  test('cannot publish by bulk writes, duplicates and restored versions', async () => {
    const versions = await versionIdsOf('variant-sections', 'ie')
    await nothingChanges(name, [
      ...[...NATIONAL, 'releases', 'sections'].flatMap((collection) =>
        FLAGS.flatMap((flags): Attack[] => [
          [
            'PATCH',
            `/${collection}?where[id][exists]=true&${flags}`,
            { _status: 'published', state: 'approved', rev: 1 },
          ],
          ['PATCH', `/${collection}?where[id][equals]=${ids.ie[collection]}&${flags}`, { state: 'approved', rev: 1 }],
          ['DELETE', `/${collection}?where[id][exists]=true&${flags}`],
          ['POST', `/${collection}/${ids.ie[collection]}/duplicate?${flags}`, { state: 'approved' }],
        ]),
      ),
      ...versions.flatMap((id) =>
        FLAGS.map((flags): Attack => ['POST', `/variant-sections/versions/${id}?${flags}`, {}]),
      ),
    ])
  })

  test('cannot move its documents to another country or to the common framework', async () => {
    const [picture] = (await storedIn(application, 'media')).filter(({ country }) => country === 'ie')
    const rev = picture?.rev
    await nothingChanges(name, [
      ...['cy', 'master', ['cy'], { equals: 'ie' }, null, ''].map(
        (country): Attack => ['PATCH', `/media/${picture?.id}?locale=en`, { country, rev }],
      ),
      ['PATCH', `/media?where[id][equals]=${picture?.id}&locale=en`, { country: 'cy', rev }],
      ['POST', `/media/${picture?.id}/duplicate?locale=en`, { country: 'cy' }],
    ])
    // These keys are not form fields, so Payload ignores them: the write succeeds but moves nothing.
    for (const trick of [
      { $set: { country: 'cy' } },
      { 'country.$set': 'cy' },
      { '$set.country': 'cy' },
      { 'country.x': 'cy' },
      {
        filename: 'other.png',
        mimeType: 'text/html',
        url: 'https://evil.example',
        thumbnailURL: 'https://evil.example',
      },
    ]) {
      const [before] = (await storedIn(application, 'media')).filter(({ id }) => id === picture?.id)
      await application.request(person(name), 'PATCH', `/api/media/${picture?.id}?locale=en`, {
        ...trick,
        rev: before?.rev,
      })
      const [after] = (await storedIn(application, 'media')).filter(({ id }) => id === picture?.id)
      const { rev: _1, updatedAt: _2, updatedBy: _3, thumbnailURL, ...rest } = after ?? {}
      expect({ ...picture, ...rest }, JSON.stringify(trick)).toEqual(picture)
      expect(thumbnailURL ?? null).toBeNull()
    }
  })

  test('cannot change the password hash, sessions or lock of its own account directly', async () => {
    const me = person(name)
    const stored = async () => (await storedIn(application, 'users')).find(({ id }) => id === me?.id) ?? {}
    const before = await stored()
    const secrets = await secretsOf({ application, user: String(me?.id) })
    const answer = await application.request(me, 'PATCH', `/api/users/${me?.id}`, {
      rev: before.rev,
      hash: 'x',
      salt: 'x',
      sessions: [{ id: 'x', createdAt: new Date(), expiresAt: new Date(2_000_000_000_000) }],
      'sessions.0.id': 'x',
      loginAttempts: 5,
      lockUntil: new Date(),
      resetPasswordToken: 'x',
      roles: ['admin'],
      role: 'admin',
      updatedBy: world.other.id,
      collection: 'admins',
    })
    const after = await stored()
    expect(answer.status).toBe(200)
    const { rev: _1, updatedAt: _2, updatedBy, ...rest } = after
    expect({ ...before, ...rest }).toEqual(before)
    expect(String(updatedBy)).toBe(me?.id)
    expect(await secretsOf({ application, user: String(me?.id) })).toEqual(secrets)
    expect(secrets.credential).not.toBeNull()
  })

  test('learns nothing about the drafts of another country, whatever it requests', async () => {
    const asks = [
      ...NATIONAL.flatMap((collection) => [
        ...READS.map((query) => `/${collection}?${query}`),
        ...READS.map((query) => `/${collection}/${ids.cy[collection]}?${query}`),
        ...READS.map((query) => `/${collection}/count?${query}`),
        `/${collection}?where[id][equals]=${ids.cy[collection]}&depth=2`,
        `/${collection}?where[country][equals]=cy&depth=2&locale=all`,
        `/${collection}?where[or][0][country][equals]=cy&where[or][1][country][equals]=ie&depth=2`,
        `/${collection}/versions?where[parent][equals]=${ids.cy[collection]}`,
        `/${collection}/versions?where[version.country][equals]=cy&depth=2&locale=all`,
        `/${collection}/versions?where[or][0][version.country][equals]=cy&where[or][1][id][exists]=true`,
      ]),
      ...(await versionIdsOf('variant-sections', 'cy')).map(
        (id) => `/variant-sections/versions/${id}?depth=2&locale=all`,
      ),
      ...READS.map((query) => `/releases?${query}`),
      ...READS.map((query) => `/audit-events?${query}`),
      ...READS.map((query) => `/memberships?${query}`),
      ...READS.map((query) => `/users?${query}`),
      ...READS.map((query) => `/blobs?${query}`),
    ]
    const leaks: string[] = []
    for (const ask of asks) {
      const answer = await application.request(person(name), 'GET', `/api${ask}`)
      leaks.push(...leaksIn({ answer, ask, to: name }))
      const overridden = await application.request(person(name), 'POST', `/api${ask}`, undefined, {
        'X-HTTP-Method-Override': 'GET',
      })
      leaks.push(...leaksIn({ answer: overridden, ask: `POST as GET ${ask}`, to: name }))
    }
    expect(leaks).toEqual([])
  })

  test('gets the same answer about a document of another country as about one that does not exist', async () => {
    for (const collection of NATIONAL) {
      for (const [method, path, body] of [
        ['GET', ''],
        ['PATCH', '?locale=en', { rev: 1, title: 'x' }],
        ['DELETE', ''],
        ['POST', '/duplicate?locale=en', {}],
      ] satisfies [Method, string, Fields?][]) {
        const real = await application.request(
          person(name),
          method,
          `/api/${collection}/${ids.cy[collection]}${path}`,
          body,
        )
        const unreal = await application.request(person(name), method, `/api/${collection}/${NO_ID}${path}`, body)
        expect(withoutId(real, ids.cy[collection]), `${method} ${collection}`).toEqual(withoutId(unreal, NO_ID))
      }
      // Payload answers 404 or nothing here, which only tells whether an id is in use.
      const access = await application.request(
        person(name),
        'POST',
        `/api/${collection}/access/${ids.cy[collection]}`,
        {},
      )
      expect(access.body, collection).toEqual({ fields: {} })
    }
  })
})

describe('a query about something hidden', () => {
  // [visitor, collection and operator path, the true value, a false value]
  const QUESTIONS: [string, string, () => string, string][] = [
    ['national-lead of ie', 'sections?where[updatedBy.email][equals]=', coordinatorAddress, 'x@example.org'],
    ['national-lead of ie', 'sections?where[updatedBy.email][like]=', coordinatorAddress, 'x@example.org'],
    ['national-lead of ie', 'sections?where[updatedBy.name][exists]=', () => 'true', 'false'],
    ['national-lead of ie', 'sections?where[updatedBy.hash][exists]=', () => 'true', 'false'],
    ['national-lead of ie', 'sections?where[updatedBy.salt][exists]=', () => 'true', 'false'],
    ['national-lead of ie', 'sections?where[updatedBy.sessions.id][exists]=', () => 'true', 'false'],
    ['national-lead of ie', 'sections?where[updatedBy.loginAttempts][exists]=', () => 'true', 'false'],
    ['national-lead of ie', 'sections?where[updatedBy.resetPasswordToken][exists]=', () => 'true', 'false'],
    ['national-lead of ie', 'sections/count?where[updatedBy.email][equals]=', coordinatorAddress, 'x@example.org'],
    [
      'national-lead of ie',
      'sections/versions?where[version.updatedBy.email][equals]=',
      coordinatorAddress,
      'x@example.org',
    ],
    ['national-lead of ie', 'media?where[updatedBy.email][equals]=', coordinatorAddress, 'x@example.org'],
    ['national-editor of ie', 'variants?where[updatedBy.email][equals]=', leadAddress, 'x@example.org'],
    ['national-editor of ie', 'variant-sections?where[updatedBy.email][equals]=', leadAddress, 'x@example.org'],
    ['national-editor of ie', 'variant-sections?where[variant.updatedBy.email][equals]=', leadAddress, 'x@example.org'],
    [
      'national-editor of ie',
      'variant-sections/versions?where[version.updatedBy.email][equals]=',
      leadAddress,
      'x@example.org',
    ],
    ['national-editor of ie', 'editions?where[contributors.email][equals]=', leadAddress, 'x@example.org'],
    ['national-editor of ie', 'editions?where[contributors][contains][email][equals]=', leadAddress, 'x@example.org'],
    ['national-editor of ie', 'editions?where[submittedBy.email][equals]=', leadAddress, 'x@example.org'],
    ['national-editor of ie', 'workflow-events?where[actor.email][equals]=', leadAddress, 'x@example.org'],
    [
      'national-editor of ie',
      'review-decisions?where[edition.submittedBy.email][equals]=',
      leadAddress,
      'x@example.org',
    ],
    ['national-editor of ie', 'users?where[email][equals]=', leadAddress, 'x@example.org'],
    ['national-editor of ie', 'users?where[hash][exists]=', () => 'true', 'false'],
    ['national-editor of ie', 'users?where[salt][exists]=', () => 'true', 'false'],
    ['national-editor of ie', 'users?where[id][equals]=', () => world.other.id, NO_ID_TEXT],
    ['national-editor of ie', 'memberships?where[user][equals]=', () => world.other.id, NO_ID_TEXT],
    ['national-lead of ie', 'memberships?where[user.email][equals]=', () => world.other.email, 'x@example.org'],
    ['national-lead of ie', 'variants?where[country][equals]=', () => 'cy', 'zz'],
    ['national-lead of ie', 'variant-sections?where[title][equals]=', () => WORDS_OF_CYPRUS, 'x'],
    ['national-lead of ie', 'variant-sections/count?where[title][like]=', () => WORDS_OF_CYPRUS, 'x'],
    ['national-lead of ie', 'variant-sections/versions?where[version.title][like]=', () => WORDS_OF_CYPRUS, 'x'],
    ['national-lead of ie', 'variant-sections?where[variant.country][equals]=', () => 'cy', 'zz'],
    ['national-lead of ie', 'blobs/count?where[id][exists]=', () => 'true', 'false'],
    ['anonymous', 'countries?where[updatedBy.email][equals]=', () => world.other.email, 'x@example.org'],
    ['anonymous', 'countries?where[updatedBy.name][exists]=', () => 'true', 'false'],
    ['anonymous', 'countries/count?where[updatedBy.email][like]=', () => world.other.email, 'x@example.org'],
    ['anonymous', 'releases?where[toolkit.slug][equals]=', () => 'guide', 'x'],
    ['anonymous', 'releases?where[toolkit.sourceLanguage][equals]=', () => 'en', 'fr'],
    ['anonymous', 'releases?where[toolkit.updatedBy.email][equals]=', coordinatorAddress, 'x@example.org'],
  ]

  beforeAll(async () => {
    // This gives the queries something to find: two documents of the public collections, saved by two people.
    const users = [world.other.id, (await world.factories.coordinator()).id]
    for (const [place, id] of ['ie', 'cy'].entries())
      await application.payload.db.collections.countries?.updateOne({ _id: id }, { updatedBy: users[place] })
    const sections = await storedIn(application, 'sections')
    for (const [place, { _id }] of sections.entries())
      await application.payload.db.collections.sections?.updateOne({ _id }, { updatedBy: users[place % 2] })
  })

  test.each(QUESTIONS)('%s: %s gets the same answer whether it is true or not', async (name, path, right, wrong) => {
    const [yes, no] = await Promise.all(
      [right(), wrong].map((value) =>
        application.request(person(name), 'GET', `/api/${path}${encodeURIComponent(value)}&limit=100`),
      ),
    )
    expect(gist(yes)).toEqual(gist(no))
  })

  test.each([
    ['national-lead of ie', 'sections', 'updatedBy.email'],
    ['national-lead of ie', 'sections', 'updatedBy.hash'],
    ['national-lead of ie', 'sections', 'updatedBy.name'],
    ['national-lead of ie', 'sections', 'updatedBy.sessions.id'],
    ['anonymous', 'countries', 'updatedBy.email'],
    ['anonymous', 'countries', 'updatedBy.name'],
    ['anonymous', 'releases', 'toolkit.slug'],
  ])('%s: %s sorted by %s have an order that reveals nothing', async (name, collection, field) => {
    const orders: unknown[] = []
    for (const sort of [field, `-${field}`]) {
      const answer = await application.request(person(name), 'GET', `/api/${collection}?sort=${sort}&limit=100&depth=0`)
      orders.push(gist(answer))
    }
    expect(orders[0]).toEqual(orders[1])
  })
})

describe('POST /api/act', () => {
  test('has a rule in this table for every action', () => {
    expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(ACTIONS).sort())
  })

  describe.each(Object.keys(ACTIONS))('%s', (action) => {
    test.each(['ie', 'cy'] as const)('of %s is only for permitted people', async (country) => {
      const rights = ACTIONS[action]
      if (!rights) throw new Error(`No rule for ${action}`)
      const edition = world[country]
      const mistakes: string[] = []
      for (const visitor of VISITORS) {
        const [stored] = (await storedIn(application, 'editions')).filter(({ id }) => id === edition.id)
        const { proposals: proposal = '', 'update-decisions': decision = '' } = ids[country]
        const question = world.questions[country]
        const input = rights.input({
          edition,
          rev: Number(stored?.rev),
          toolkit: world.toolkit,
          decision,
          proposal,
          question,
        })
        const before = await fingerprint(application)
        const answer = await application.act(person(visitor.name), action, input)
        const changed = changedBetween(before, await fingerprint(application))
        const [{ key = '' } = {}]: Fields[] = Array.isArray(answer.body.because) ? answer.body.because : []
        const allowed = mayAsk({ visitor, action, country })
        const isAsExpected = allowed ? key === rights.otherwise : REFUSALS.test(String(key))
        if (!isAsExpected || changed.length > 0 || answer.status < 400)
          mistakes.push(
            `${visitor.name}: ${answer.status} ${key}, expected ${allowed ? rights.otherwise : 'a no'}; changed ${changed}`,
          )
        if (visitor.country === 'ie' || !visitor.role)
          mistakes.push(...leaksIn({ answer, ask: `act/${action}`, to: visitor.name }))
      }
      expect(mistakes).toEqual([])
    })
  })

  test.each(['__proto__', 'constructor', '', '..%2Fact%2Frelease-master', 'import-toolkit'])(
    'has no action "%s"',
    async (name) => {
      const before = await fingerprint(application)
      const answer = await application.act(person('coordinator everywhere'), name, {})
      expect(answer.status).toBe(404)
      expect(changedBetween(before, await fingerprint(application))).toEqual([])
    },
  )

  test.each([[''], ['{'], ['[]'], ['null'], ['{"edition":{"$ne":null},"seen":1}']])(
    'refuses input like %s',
    async (text) => {
      const before = await fingerprint(application)
      const answer = await application.act(person('coordinator everywhere'), 'publish-edition', rawJson(text))
      expect(answer.status).toBe(400)
      expect(changedBetween(before, await fingerprint(application))).toEqual([])
    },
  )
})

describe('GET /api/overview', () => {
  /** Who may read a table of all countries, and whose it has. Everybody else is refused. */
  const BOTH = ['admin everywhere', 'coordinator everywhere', 'observer everywhere']
  const IRELAND = ['admin of ie', 'coordinator of ie', 'observer of ie']

  test.each(['sections', 'changes'])(
    '%s is only for those who see the overview, with their countries',
    async (table) => {
      const mistakes: string[] = []
      for (const { name, isAnonymous } of VISITORS)
        for (const path of [
          `/api/overview/${table}?toolkit=guide&format=csv&show=all`,
          `/api/overview/${table}?toolkit=guide&format=csv&show=all&country=cy`,
          `/api/overview/${table}?toolkit=guide&format=xlsx`,
        ]) {
          const answer = await application.request(person(name), 'GET', path)
          const { headers, status, text } = answer
          const isAllowed = BOTH.includes(name) || IRELAND.includes(name)
          const expected = isAllowed ? 200 : isAnonymous ? 401 : 403
          if (status !== expected) mistakes.push(`${name}: GET ${path} answers ${status}`)
          const shows = { cy: /Cyprus/.test(text), ie: /Ireland/.test(text) }
          if (IRELAND.includes(name) && shows.cy) mistakes.push(`${name}: GET ${path} shows Cyprus`)
          if (!isAllowed && (shows.cy || shows.ie)) mistakes.push(`${name}: GET ${path} shows a country`)
          if (path.endsWith('show=all')) {
            if (BOTH.includes(name) && !(shows.cy && shows.ie)) mistakes.push(`${name}: GET ${path} lacks a country`)
            if (IRELAND.includes(name) && !shows.ie) mistakes.push(`${name}: GET ${path} lacks Ireland`)
          }
          if (isAllowed && headers.get('cache-control') !== 'private, no-store')
            mistakes.push(`${name}: GET ${path} may be stored: ${headers.get('cache-control')}`)
          if (!BOTH.includes(name)) mistakes.push(...leaksIn({ answer, ask: path, to: name }))
        }
      expect(mistakes).toEqual([])
    },
  )

  test.each(['POST', 'PATCH', 'PUT', 'DELETE'] as const)('takes no %s', async (method) => {
    const before = await fingerprint(application)
    const answer = await application.request(
      person('admin everywhere'),
      method,
      '/api/overview/sections?toolkit=guide',
      {},
    )
    expect(answer.status).toBe(404)
    expect(changedBetween(before, await fingerprint(application))).toEqual([])
  })
})

describe("the server functions of Payload's screens", () => {
  /** The arguments of each: a document, a list or a write of the other country. */
  const CALLS: Record<string, (collection: string) => Fields> = {
    'copy-data-from-locale': (collection) => ({
      collectionSlug: collection,
      docID: ids.cy[collection],
      fromLocale: 'en',
      toLocale: 'fr',
      overrideData: true,
    }),
    'form-state': (collection) => ({
      collectionSlug: collection,
      id: ids.cy[collection],
      operation: 'update',
      schemaPath: collection,
      docPermissions: { fields: true, read: true, update: true },
      docPreferences: { fields: {} },
      formState: {},
      renderAllFields: true,
      returnLockStatus: true,
      returnLivePreviewURL: true,
      returnPreviewURL: true,
      updateLastEdited: true,
      checkForStaleData: true,
      originalUpdatedAt: new Date(0).toISOString(),
      skipClientConfigAuth: true,
    }),
    'get-default-layout': () => ({ baseFilter: {} }),
    'get-folder-results-component-and-data': (collection) => ({
      collectionsToDisplay: [collection],
      browseByFolder: true,
    }),
    'get-upcoming-scheduled-publish': (collection) => ({ collectionSlug: collection, id: ids.cy[collection] }),
    'render-document': (collection) => ({
      collectionSlug: collection,
      docID: ids.cy[collection],
      overrideEntityVisibility: true,
      versions: true,
    }),
    'render-document-slots': (collection) => ({ collectionSlug: collection, id: ids.cy[collection] }),
    'render-field': (collection) => ({
      schemaPath: `collection.${collection}.country`,
      path: 'country',
      name: 'country',
      initialValue: 'cy',
    }),
    'render-list': (collection) => ({
      collectionSlug: collection,
      overrideEntityVisibility: true,
      query: { where: { country: { equals: 'cy' } }, limit: 100, columns: ['title', 'country', 'comment'] },
    }),
    'render-widget': () => ({ widgetSlug: 'collections', widgetData: {} }),
    'schedule-publish': (collection) => ({
      type: 'publish',
      date: new Date(Date.now() + 1_000).toISOString(),
      doc: { relationTo: collection, value: ids.cy[collection] },
    }),
    slugify: (collection) => ({ collectionSlug: collection, path: 'title', valueToSlugify: 'A B' }),
    'table-state': (collection) => ({
      collectionSlug: collection,
      columns: ['id', 'title', 'country', 'comment'].map((accessor) => ({ accessor, active: true })),
      enableRowSelections: true,
      query: { where: { country: { equals: 'cy' } }, limit: 100 },
      // A table of documents that the browser lists shows documents that the browser already has.
      renderRowTypes: true,
    }),
  }

  test('are all known to this test', async () => {
    expect(await serverFunctionNames()).toEqual(Object.keys(CALLS).sort())
  })

  test.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'copy-data-from-locale',
    'schedule-publish',
    'get-folder-results-component-and-data',
    'slugify',
    '',
    ['form-state'],
    { name: 'form-state' },
    null,
  ])('are not found under the name %j, and return nothing of the request', async (name) => {
    for (const who of ['admin everywhere', 'anonymous']) {
      const answer = callAsScreen(application, { person: person(who), name, args: { collectionSlug: 'users' } })
      await expect(answer, who).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
    }
  })

  test.each([...ALLOWED_FUNCTIONS])('do not exist for somebody who is not signed in (%s)', async (name) => {
    for (const collectionSlug of ['users', 'variant-sections', 'toolkits']) {
      const args = {
        collectionSlug,
        docID: ids.ie[collectionSlug],
        query: {},
        operation: 'update',
        renderAllFields: true,
      }
      const answer = callAsScreen(application, { person: null, name, args })
      await expect(answer, collectionSlug).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
    }
  })

  test.each([
    { collectionSlug: 'constructor' },
    { collectionSlug: 'nowhere' },
    { collectionSlug: 'users', query: { limit: 0 } },
    { collectionSlug: 'users', query: { limit: 100_000 } },
    { collectionSlug: 'users', query: { sort: { a: 1 } } },
    { collectionSlug: 'users', query: { populate: { users: { hash: true } } } },
    { collectionSlug: 'users', docID: { $ne: null } },
    { globalSlug: 'constructor' },
    null,
    'users',
  ])('are not called with %j', async (args) => {
    for (const name of ALLOWED_FUNCTIONS) {
      const answer = callAsScreen(application, { person: person('admin everywhere'), name, args })
      await expect(answer, name).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
    }
  })

  test.each([
    ['render-field', {}],
    ['render-field', { schemaPath: { $ne: 1 } }],
    ['render-field', { path: null, schemaPath: 'users.nothing' }],
    ['render-document', { collectionSlug: 'blobs' }],
    ['render-document', { collectionSlug: null }],
    ['render-document-slots', { collectionSlug: null }],
    ['render-list', { collectionSlug: null }],
    ['render-list', { query: { where: { or: 'x' } } }],
    ['render-list', { query: { columns: [{ a: 1 }] } }],
    ['table-state', { collectionSlug: null, columns: -1 }],
    ['form-state', { schemaPath: 1 }],
  ] satisfies [string, Fields][])(
    'answer as if nothing existed to input that no screen sends: %s with %j',
    async (name, more) => {
      const args = { collectionSlug: 'users', operation: 'update', query: { limit: 10 }, ...more }
      const answer = await callAsScreen(application, { person: person('admin everywhere'), name, args }).catch(
        (error) => error,
      )
      if (answer instanceof Error) expect(answer).toMatchObject({ digest: expect.stringMatching(/^NEXT_/) })
    },
  )

  test('give what an editor needs to everybody with a role, and to nobody else', async () => {
    const ground = (who: string) => callAsScreen(application, { person: person(who), name: EDITOR_GROUND, args: {} })
    const of = await ground('translator of ie')
    expect(of).toMatchObject({ languageCode: 'en', user: { id: person('translator of ie')?.id, collection: 'users' } })
    expect(JSON.stringify(Object(of).user)).not.toMatch(/hash|salt|token|_sid/)
    await expect(ground('signed in without a role')).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
  })

  test('tell an editor that nobody is signed in, and nothing else, so that its page stays', async () => {
    for (const name of [...ALLOWED_FUNCTIONS, 'constructor'])
      expect(await callAsEditor(application, { person: null, name, args: { collectionSlug: 'users' } })).toBe(
        'signed-out',
      )
    const answer = callAsEditor(application, { person: person('translator of ie'), name: 'constructor', args: {} })
    await expect(answer).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
  })

  test('show a partner the draft of its own country (so that the next test is meaningful)', async () => {
    const lead = person('national-lead of ie')
    const args = { collectionSlug: 'variant-sections', overrideEntityVisibility: true }
    const shown = async (name: string, more: Fields) =>
      textsIn(await callAsScreen(application, { person: lead, name, args: { ...args, ...more } }))
    expect(await shown('render-document', { docID: ids.ie['variant-sections'] })).toContain('Words of Ireland')
    expect(await shown('render-list', { query: {} })).toContain('Words of Ireland')
    expect(await shown('table-state', { query: {}, columns: [{ accessor: 'title', active: true }] })).toContain(
      'Words of Ireland',
    )
  })

  test.each([...Object.keys(CALLS), EDITOR_GROUND])('show and change nothing of another country: %s', async (name) => {
    const mistakes: string[] = []
    for (const who of [...PARTNERS, 'observer of ie', 'signed in without a role', 'anonymous']) {
      for (const collection of [
        ...NATIONAL,
        'users',
        'memberships',
        'audit-events',
        'releases',
        'toolkits',
        'sections',
        'blobs',
      ]) {
        const before = await fingerprint(application)
        const args = CALLS[name]?.(collection) ?? {}
        const answer = await callAsScreen(application, { person: person(who), name, args }).catch((error) => error)
        const changed = changedBetween(before, await fingerprint(application))
        const text = textsIn(answer)
        mistakes.push(...leaksIn({ answer: { text }, ask: `${name} ${collection}`, to: who }))
        // Payload stores how a person displays a table.
        if (changed.some((one) => one !== 'payload-preferences'))
          mistakes.push(`${who}, ${name} ${collection}: changed ${changed}`)
      }
    }
    expect(mistakes).toEqual([])
  })

  test('do not change the own country either: only actions write content', async () => {
    const lead = person('national-lead of ie')
    for (const [name, more] of [
      [
        'copy-data-from-locale',
        { docID: ids.ie['variant-sections'], fromLocale: 'en', toLocale: 'fr', overrideData: true },
      ],
      [
        'schedule-publish',
        { type: 'publish', date: new Date(), doc: { relationTo: 'editions', value: ids.ie.editions } },
      ],
    ] satisfies [string, Fields][]) {
      const before = await fingerprint(application)
      const args = { collectionSlug: 'variant-sections', ...more }
      await callAsScreen(application, { person: lead, name, args }).catch(() => {})
      expect(changedBetween(before, await fingerprint(application)), name).toEqual([])
    }
  })
})

describe('disabled routes', () => {
  test.each([
    ['POST', '/api/graphql'],
    ['GET', '/api/graphql'],
    ['GET', '/api/graphql-playground'],
    ['GET', '/api/payload-jobs'],
    ['GET', '/api/payload-jobs/run'],
    ['POST', '/api/payload-jobs/run'],
    ['GET', '/api/payload-jobs/handle-schedules'],
    ['GET', '/api/payload-locked-documents'],
    ['POST', '/api/payload-locked-documents'],
    ['GET', '/api/payload-folders'],
    ['GET', '/api/payload-migrations'],
    ['POST', '/api/payload-migrations'],
    ['GET', '/api/payload-query-presets'],
    ['POST', '/api/reorder'],
    ['GET', '/api/globals/settings'],
    ['GET', '/api'],
    ['GET', '/api/users/count/distinct'],
  ] satisfies [Method, string][])('%s %s is not found, even for an administrator', async (method, path) => {
    for (const name of ['admin everywhere', 'anonymous']) {
      const answer = await application.request(person(name), method, path, method === 'POST' ? {} : undefined)
      expect(answer.status).toBe(404)
    }
  })
})

test.each(Object.getOwnPropertyNames(Object.prototype))('no route is called %s', async (name) => {
  for (const person of [null, world.people.get('admin everywhere') ?? null])
    for (const [method, path] of [
      ['GET', `/api/${name}`],
      ['POST', `/api/${name}`],
      ['PATCH', `/api/${name}/1`],
      ['DELETE', `/api/${name}/versions`],
      ['GET', `/api/globals/${name}`],
      ['GET', `/api/users/${name}/versions`],
      ['POST', `/api/act/${name}`],
    ] satisfies [Method, string][]) {
      const { status, text } = await application.request(person, method, path)
      expect(status, `${method} ${path} ${text}`).toBe(404)
    }
  // The list of methods is the same for every address.
  expect((await application.request(null, 'OPTIONS', `/api/${name}`)).status).toBe(200)
})

describe('preferences', () => {
  test('belong to each person separately, under the same key', async () => {
    const [lead, editor] = PARTNERS.map(person)
    await application.request(lead ?? null, 'POST', '/api/payload-preferences/shared', { value: { of: 'the lead' } })
    await application.request(editor ?? null, 'POST', '/api/payload-preferences/shared', {
      value: { of: 'the editor' },
    })
    const seen = await application.request(lead ?? null, 'GET', '/api/payload-preferences/shared')
    expect(seen.body.value).toEqual({ of: 'the lead' })
    await application.request(editor ?? null, 'DELETE', '/api/payload-preferences/shared')
    const left = await application.request(lead ?? null, 'GET', '/api/payload-preferences/shared')
    expect(left.body.value).toEqual({ of: 'the lead' })
  })
})

describe('a write through the screens', () => {
  test('is refused if it names no revision or an old one, without showing what is stored', async () => {
    const admin = person('admin everywhere')
    const before = await fingerprint(application)
    for (const [body, status] of [
      [{ name: 'Changed' }, 428],
      [{ name: 'Changed', rev: null }, 428],
      [{ name: 'Changed', rev: '1' }, 428],
      [{ name: 'Changed', rev: 99 }, 409],
      [{ name: 'Changed', rev: 0 }, 409],
    ] satisfies [Fields, number][]) {
      const answer = await application.request(admin, 'PATCH', `/api/users/${world.other.id}`, body)
      expect(answer.status, JSON.stringify(body)).toBe(status)
      expect(leaksIn({ answer, ask: 'PATCH', to: 'admin everywhere' })).toEqual([])
    }
    expect(changedBetween(before, await fingerprint(application))).toEqual([])
  })
})

describe('a session', () => {
  test('does not count in a request from another site', async () => {
    const admin = person('admin everywhere')
    const before = await fingerprint(application)
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${SERVER_URL}.evil.example` },
    ]) {
      const [body] = (await storedIn(application, 'users')).filter(({ id }) => id === world.other.id)
      const change = { name: 'Changed', rev: body?.rev }
      const answer = await application.request(admin, 'PATCH', `/api/users/${world.other.id}`, change, headers)
      expect(answer.status, JSON.stringify(headers)).toBe(403)
      const act = await application.request(
        admin,
        'POST',
        '/api/act/release-master',
        { toolkit: world.toolkit.id, version: '7' },
        headers,
      )
      expect(act.status).toBe(401)
    }
    expect(changedBetween(before, await fingerprint(application))).toEqual([])
  })

  test('loses a role with the next request after the membership ended', async () => {
    const { factories } = world
    const lead = await factories.person()
    const membership = await factories.grant(lead.id, { role: 'national-lead', country: 'ie' })
    expect((await application.request(lead, 'GET', '/api/variants')).body.totalDocs).toBe(1)
    await endMembership(membership)
    expect((await application.request(lead, 'GET', '/api/variants')).status).toBe(403)
    const answer = await application.act(lead, 'adapt-section', {
      variant: world.ie.variant.id,
      key: world.toolkit.sections[0]?.key,
      seen: 2,
      language: 'en',
      title: 'Changed',
    })
    expect(answer.status).toBe(403)
  })

  test('that begins while the membership ends does not have the role', async () => {
    const { factories } = world
    for (const delay of [0, 5, 20, 60]) {
      const lead = await factories.person()
      const membership = await factories.grant(lead.id, { role: 'national-lead', country: 'ie' })
      const signingIn = application.request(lead, 'GET', '/api/users/me')
      await new Promise((resolve) => setTimeout(resolve, delay))
      await endMembership(membership)
      expect((await signingIn).status).toBe(200)
      expect((await application.request(lead, 'GET', '/api/variants')).status, `after ${delay} ms`).toBe(403)
    }
  })

  test('does not have a role before its first day', async () => {
    const { factories } = world
    const lead = await factories.person()
    const membership = await factories.grant(lead.id, { role: 'national-lead', country: 'ie' })
    await application.payload.db.collections.memberships?.updateOne(
      { _id: membership },
      { from: new Date(Date.now() + 60_000) },
    )
    expect((await application.request(lead, 'GET', '/api/variants')).status).toBe(403)
  })
})

type Attack = [Method, string, Fields?]

/** In the query of writes: everything that might make Payload skip a check. */
const FLAGS = [
  'locale=en',
  'locale=en&draft=true',
  'locale=en&draft=false&autosave=true',
  'locale=en&publishAllLocales=true',
  'locale=en&publishSpecificLocale=en',
  'locale=all&unpublishAllLocales=true',
  'locale=en&overrideAccess=true&overrideLock=true&showHiddenFields=true&disableVerificationEmail=true',
  'locale=en&trash=true&context[insideAction]=true&user=admin',
]

/** In the query of reads. */
const READS = [
  'limit=500&depth=10',
  'limit=500&locale=all&fallback-locale=fr',
  'limit=500&draft=true&trash=true&pagination=false',
  'limit=500&overrideAccess=true&showHiddenFields=true',
  'limit=1&page=2&sort=-country',
  'limit=500&sort=variant.country&depth=2',
  'limit=500&select[title]=true&select[hash]=true&select[email]=true&select[explanation]=true',
  'limit=500&depth=2&populate[users][email]=true&populate[users][hash]=true&populate[variants][country]=true',
  'limit=500&depth=2&joins[anything][limit]=10&joins[anything][where][id][exists]=true',
  'limit=500&where[or][0][id][exists]=true&where[or][1][country][exists]=true',
  'limit=500&where[and][0][or][0][country][not_equals]=ie&where[and][0][or][1][country][equals]=ie',
  'limit=500&where[country][not_equals]=ie',
  'limit=500&where[$where]=1&where[country][$ne]=ie',
]

function release(): Fields {
  return {
    toolkit: world.toolkit.id,
    country: 'ie',
    seq: 99,
    version: '9.9',
    kind: 'release',
    publishedAt: new Date().toISOString(),
    manifest: [],
    manifestHash: 'x',
    state: 'approved',
    number: 99,
    variant: ids.ie.variants,
    edition: ids.ie.editions,
    key: 'new',
    mode: 'local',
  }
}

/** Sends each of them; each must be refused and change nothing. */
async function nothingChanges(name: string, attacks: Attack[]): Promise<void> {
  const mistakes: string[] = []
  for (const [method, path, body] of attacks) {
    const before = await fingerprint(application)
    const answer = await application.request(person(name), method, `/api${path}`, body)
    const changed = changedBetween(before, await fingerprint(application))
    const attack = `${method} ${path} ${JSON.stringify(body)}`
    if (answer.status < 400 || answer.status >= 500 || changed.length > 0)
      mistakes.push(`${attack}: ${answer.status} ${answer.text.slice(0, 200)}; changed ${changed}`)
    mistakes.push(...leaksIn({ answer, ask: attack, to: name }))
  }
  expect(mistakes).toEqual([])
}

/** What an answer shows although the visitor must not see it. */
function leaksIn({ answer, ask, to }: { answer: Pick<Answer, 'text'>; ask: string; to: string }): string[] {
  const isKeeper = ['admin everywhere', 'coordinator everywhere'].includes(to)
  const own = person(to)?.email
  const others = isKeeper ? [] : addresses.filter((address) => address !== own)
  const words = isKeeper ? [] : [WORDS_OF_CYPRUS, MESSAGE_OF_CYPRUS]
  const names = /"(salt|resetPasswordToken|loginAttempts|lockUntil)":/.exec(answer.text)?.[0]
  const shown = [...others, ...words, ...hashes].filter((secret) => answer.text.includes(secret))
  return [...shown, ...(names ? [names] : [])].map((secret) => `${to}, ${ask}: shows ${secret}`)
}

/** Everything that an answer reveals: its status, the number of documents, and which ones. */
function gist(answer: Answer | undefined): unknown {
  if (!answer || answer.status >= 500) return 'an error of the server'
  const docs: Fields[] = Array.isArray(answer.body.docs) ? answer.body.docs : []
  return { status: answer.status, total: answer.body.totalDocs, ids: docs.map(({ id }) => id) }
}

function withoutId({ status, text }: Answer, id: string | undefined): unknown {
  return { status, text: id ? text.replaceAll(id, '…') : text }
}

function mayAsk({ visitor, action, country }: { visitor: Visitor; action: string; country: 'ie' | 'cy' }): boolean {
  const rights = ACTIONS[action]
  if (!visitor.role || !rights?.roles.includes(visitor.role)) return false
  const isEverywhere = visitor.country === undefined
  return rights.on === 'common framework' ? isEverywhere : isEverywhere || visitor.country === country
}

function person(name: string): Person | null {
  const found = world.people.get(name)
  if (found === undefined) throw new Error(`Nobody is called ${name}`)
  return found
}

async function idsOf(country: 'ie' | 'cy'): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const collection of [...NATIONAL, 'releases', 'audit-events']) {
    const docs = (await storedIn(application, collection)).filter((doc) => doc.country === country)
    found[collection] = String(docs[0]?.id)
  }
  const sections = await storedIn(application, 'sections')
  const users = country === 'cy' ? world.other.id : world.people.get('national-lead of ie')?.id
  return {
    ...found,
    editions: world[country].id,
    sections: String(sections[0]?.id),
    users: String(users),
    memberships: world.memberships[country],
    toolkits: world.toolkit.id,
    blobs: String((await storedIn(application, 'blobs'))[0]?.id),
  }
}

async function versionIdsOf(collection: string, country: string): Promise<string[]> {
  const model = application.payload.db.versions[collection]
  const docs: Fields[] = (await model?.find({ 'version.country': country }).lean()) ?? []
  return docs.map(({ _id }) => String(_id))
}

async function endMembership(id: string): Promise<void> {
  const [stored] = (await storedIn(application, 'memberships')).filter((doc) => doc.id === id)
  const body = { to: new Date(Date.now() - 1).toISOString(), rev: stored?.rev }
  const answer = await application.request(person('admin everywhere'), 'PATCH', `/api/memberships/${id}`, body)
  if (answer.status !== 200) throw new Error(`The membership could not be ended: ${answer.text}`)
}

function coordinatorAddress(): string {
  return addressOf('coordinator')
}

function leadAddress(): string {
  return addressOf('lead')
}

/** The authors of the data in these tests: first the coordinator, then the lead of Ireland. */
function addressOf(who: 'coordinator' | 'lead'): string {
  return addresses[who === 'coordinator' ? 0 : 1] ?? ''
}

/** Sent unchanged: its JSON.stringify is the text. */
function rawJson(text: string): unknown {
  return { toJSON: () => (text === '' ? undefined : safely(text)) }
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const NO_ID = '0123456789abcdef01234567'
const NO_ID_TEXT = NO_ID
