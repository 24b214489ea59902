import type { Endpoint } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_DOCUMENTS, MOST_SECTION_REVISIONS } from '@/access/routeProblem'
import { credentialsOf, sessionsOf } from '@/accounts/stores'
import {
  type Answer,
  type Application,
  type Fields,
  type Method,
  type Person,
  startApplication,
} from '../setup/application'
import { changedBetween, fingerprint } from './fingerprint'
import {
  COLLECTION_ROUTES,
  type Operation,
  OTHER_ROUTES,
  type Place,
  POLICY,
  type Rights,
  SIGN_IN_ROUTES,
  VISITORS,
  type Visitor,
} from './policy'
import {
  buildWorld,
  changeOf,
  MESSAGE_OF_CYPRUS,
  newDocument,
  placeOf,
  storedIn,
  subjectOf,
  WORDS_OF_CYPRUS,
  type World,
} from './world'

let world: World
let application: Application
/** Every cell that was tested, by name, with the visitors who were allowed. */
const asked = new Map<string, boolean>()

beforeAll(async () => {
  application = await startApplication()
  world = await buildWorld(application)
})

afterAll(async () => {
  const allowed = [...asked.values()].filter(Boolean).length
  console.log(`access matrix: ${asked.size} cells asked, ${allowed} allowed, ${asked.size - allowed} refused`)
  await application.stop()
})

describe.each(Object.keys(POLICY))('%s', (collection) => {
  test.each(VISITORS.map(({ name }) => name))('over HTTP for a person who is %s', async (name) => {
    const visitor = visitorCalled(name)
    const mistakes = [
      ...(await readingMistakes({ collection, visitor })),
      ...(await placeByPlaceMistakes({ collection, visitor })),
    ]
    expect(mistakes).toEqual([])
  })
})

describe('signing in', () => {
  test.each(Object.keys(SIGN_IN_ROUTES))('%s answers only permitted visitors', async (route) => {
    const mistakes: string[] = []
    for (const visitor of VISITORS) mistakes.push(...(await signInMistakes({ route, visitor })))
    expect(mistakes).toEqual([])
  })
})

describe('other routes', () => {
  test.each(Object.keys(OTHER_ROUTES))('%s answers only permitted visitors', async (route) => {
    const mistakes: string[] = []
    for (const visitor of VISITORS) mistakes.push(...(await otherRouteMistakes({ route, visitor })))
    expect(mistakes).toEqual([])
  })
})

describe('the matrix', () => {
  test('knows every collection that the server has, and no global', () => {
    expect(Object.keys(application.payload.collections).sort()).toEqual(Object.keys(POLICY).sort())
    expect(application.config.globals).toEqual([])
  })

  test('has tested every visitor with every route of every collection, in every place', () => {
    const missing: string[] = []
    for (const [collection, places] of Object.entries(POLICY)) {
      for (const route of routesOf(collection)) {
        const operation = operationOf(route)
        if (collection === 'users' && route in SIGN_IN_ROUTES) {
          for (const visitor of VISITORS) missing.push(...unasked(cellName({ visitor, collection, operation: route })))
        } else if (!operation) missing.push(`${collection}: the matrix does not know the route ${route}`)
        else {
          for (const place of placesOf(places))
            for (const visitor of VISITORS)
              missing.push(...unasked(cellName({ visitor, collection, place, operation })))
        }
      }
    }
    expect(missing).toEqual([])
  })

  test('has tested every visitor with every other route', () => {
    const missing: string[] = []
    for (const route of application.config.endpoints.map(nameOfRoute)) {
      if (!(route in OTHER_ROUTES)) missing.push(`the matrix does not know the route ${route}`)
      for (const visitor of VISITORS) missing.push(...unasked(cellName({ visitor, operation: route })))
    }
    expect(missing).toEqual([])
  })
})

type Subject = { collection: string; visitor: Visitor }
type Cell = { visitor: Visitor; collection?: string; place?: Place; operation: string }

/** Errors in the lists, the counts and the versions of a collection that a visitor gets. */
async function readingMistakes({ collection, visitor }: Subject): Promise<string[]> {
  const mistakes: string[] = []
  const ask = asker({ visitor, collection, mistakes })
  const stored = await storedIn(application, collection)
  const visible = stored.filter((doc) =>
    may({ visitor, collection, place: placeOf(world, { collection, doc, visitor }), right: 'read' }),
  )
  const list = await ask('GET', '?limit=500&depth=2')
  compareLists({ what: 'list', answer: list, expected: visible, mistakes })
  const count = await ask('GET', '/count')
  if (visible.length > 0 ? count.body.totalDocs !== visible.length : !isRefusal(count) && count.body.totalDocs !== 0)
    mistakes.push(`count: ${count.status} ${count.text.slice(0, 100)}, expected ${visible.length}`)
  const most = collection === 'sections' || collection === 'variant-sections' ? MOST_SECTION_REVISIONS : MOST_DOCUMENTS
  const versions = await ask('GET', `/versions?limit=${most}&depth=2`)
  const known = await storedVersions(collection)
  const visibleVersions = known.filter(({ version }) =>
    may({
      visitor,
      collection,
      place: placeOf(world, { collection, doc: Object(version), visitor }),
      right: 'versions',
    }),
  )
  compareLists({ what: 'versions', answer: versions, expected: visibleVersions, mistakes })
  for (const place of placesOf(POLICY[collection])) {
    for (const operation of ['list', 'count'])
      note({ visitor, collection, place, operation }, may({ visitor, collection, place, right: 'read' }))
    note(
      { visitor, collection, place, operation: 'list of versions' },
      may({ visitor, collection, place, right: 'versions' }),
    )
  }
  return mistakes.map((mistake) => `${visitor.name}, ${collection}, ${mistake}`)
}

function compareLists({
  what,
  answer,
  expected,
  mistakes,
}: {
  what: string
  answer: Answer
  expected: Fields[]
  mistakes: string[]
}): void {
  if (isRefusal(answer) && expected.length === 0) return
  const docs: Fields[] = Array.isArray(answer.body.docs) ? answer.body.docs : []
  const got = docs.map(({ id }) => String(id)).sort()
  const wanted = expected.map(({ id }) => String(id)).sort()
  if (answer.status !== 200 || got.join() !== wanted.join() || answer.body.totalDocs !== wanted.length)
    mistakes.push(
      `${what}: ${answer.status} with ${got.length} of ${wanted.length} documents, not expected: ${got.filter((id) => !wanted.includes(id))}, missing: ${wanted.filter((id) => !got.includes(id))}`,
    )
}

/** Errors in all requests about one document of each place, or about a new one. */
async function placeByPlaceMistakes({ collection, visitor }: Subject): Promise<string[]> {
  const mistakes: string[] = []
  for (const place of placesOf(POLICY[collection])) {
    const found: string[] = []
    const cell = { collection, visitor, place, ask: asker({ visitor, collection, mistakes: found }), mistakes: found }
    const doc = await subjectOf(world, { collection, place, visitor })
    const id = String(doc?.id ?? NO_ID)
    await askToRead({ ...cell, id, doc })
    await askToWrite({ ...cell, id, doc })
    mistakes.push(...found.map((mistake) => `${visitor.name}, ${collection} of ${place}, ${mistake}`))
  }
  return mistakes
}

type Ask = (method: Method, path: string, body?: unknown) => Promise<Answer>
type PlaceCell = {
  collection: string
  visitor: Visitor
  place: Place
  ask: Ask
  mistakes: string[]
  id: string
  doc: Fields | null
}

async function askToRead({ collection, visitor, place, ask, mistakes, id, doc }: PlaceCell): Promise<void> {
  const answerTo = async (operation: Operation, right: keyof Rights, path: string) => {
    const answer = await ask('GET', path)
    const allowed = doc !== null && may({ visitor, collection, place, right })
    note({ visitor, collection, place, operation }, allowed)
    if (allowed ? answer.status !== 200 : !isRefusal(answer))
      mistakes.push(
        `${operation}: ${answer.status} ${answer.text.slice(0, 200)}, expected ${allowed ? 'a yes' : 'a no'}`,
      )
    return answer
  }
  const one = await answerTo('read', 'read', `/${id}?depth=2`)
  if (!isRefusal(one) && one.body.id !== id) mistakes.push(`read: another document, ${one.text.slice(0, 100)}`)
  const versions = await storedVersions(collection)
  const version = versions.find(({ parent }) => String(parent) === id)
  await answerTo('version', 'versions', `/versions/${version?.id ?? NO_ID}?depth=2`)
  if (routesOf(collection).includes('get /file/:filename')) {
    const file = await answerTo('file', 'file', `/file/${doc?.filename}`)
    const guards = [file.headers.get('x-content-type-options'), file.headers.get('content-security-policy')]
    if (file.status === 200 && (guards[0] !== 'nosniff' || !guards[1]?.includes('sandbox')))
      mistakes.push(`file: sent without its guards (${guards})`)
    const paste = await ask('GET', `/paste-url/${id}?src=${encodeURIComponent('http://localhost:1/picture.png')}`)
    note({ visitor, collection, place, operation: 'paste a URL' }, false)
    // Payload answers 400 to people who are signed in: the feature is disabled.
    if (!isRefusal(paste) && paste.status !== 400) mistakes.push(`paste a URL: ${paste.status}`)
  }
  if (routesOf(collection).includes('get /:key')) {
    const theirs = await ask('GET', '/columns')
    const allowed = doc !== null && may({ visitor, collection, place, right: 'key read' })
    note({ visitor, collection, place, operation: 'key read' }, allowed)
    // A key refers to one's own row, so another person's row cannot be requested.
    const mine = String(Object(theirs.body.user).value ?? '') === String(world.people.get(visitor.name)?.id)
    if (place === 'own' && allowed !== (theirs.status === 200 && mine))
      mistakes.push(`key read: ${theirs.status} ${theirs.text}`)
    if (place === 'other' && theirs.text.includes(world.other.email)) mistakes.push(`key read: ${theirs.text}`)
  }
  const access = await ask('POST', `/access/${id}`, {})
  note({ visitor, collection, place, operation: 'access' }, access.status === 200)
  if (access.status !== 200 && !isRefusal(access))
    mistakes.push(`access: ${access.status} ${access.text.slice(0, 100)}`)
  for (const right of ['read', 'update', 'delete'] as const) {
    const said = access.body[right] !== undefined && access.body[right] !== false
    const allowed = doc !== null && may({ visitor, collection, place, right })
    if (said && !allowed) mistakes.push(`access: says that ${right} is allowed`)
  }
}

async function askToWrite(cell: PlaceCell): Promise<void> {
  const { collection, visitor, place, ask, id, doc } = cell
  const change = changeOf(collection)
  const version = (await storedVersions(collection)).find(({ parent }) => String(parent) === id)
  const rev = { rev: doc?.rev ?? 0 }
  const everything = 'where[id][exists]=true&locale=en'

  const made = await write(cell, 'create', () =>
    ask('POST', '?locale=en', newDocument(world, { collection, place, visitor })),
  )
  // Restores the state that the next visitors expect.
  const newId = Object(made.body.doc).id
  if (made.status === 201) await application.payload.db.collections[collection]?.deleteOne({ _id: newId })
  await write(cell, 'duplicate', () => ask('POST', `/${id}/duplicate?locale=en`, {}))
  await write(cell, 'update', () => ask('PATCH', `/${id}?locale=en`, { ...change, ...rev }))
  await write(cell, 'bulk update', () => ask('PATCH', `?${everything}`, { ...change, ...rev }))
  await write(cell, 'restore', () => ask('POST', `/versions/${version?.id ?? NO_ID}?locale=en`, {}))
  if (routesOf(collection).includes('post /:key')) {
    const body = { value: { changed: ++changes }, user: { relationTo: 'users', value: world.other.id } }
    await writeByKey(cell, 'key write', () => ask('POST', '/columns', body))
    await writeByKey(cell, 'key delete', () => ask('DELETE', '/columns'))
  }
  await write(cell, 'delete', () => ask('DELETE', `/${id}`))
  await write(cell, 'bulk delete', () => ask('DELETE', `?${everything}`))
}

/** Sends one write and compares what is stored afterwards with the policy: a refused write changes no collection. */
async function write(
  { collection, visitor, place, mistakes, doc }: PlaceCell,
  operation: Operation & keyof Rights,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const allowed = (operation === 'create' || doc !== null) && may({ visitor, collection, place, right: operation })
  note({ visitor, collection, place, operation }, allowed)
  const { answer, changed } = await withWhatItChanges(send)
  const said = `${answer.status} ${answer.text.slice(0, 200)}`
  if (allowed && (answer.status >= 300 || !changed.includes(collection)))
    mistakes.push(`${operation}: ${said}, expected a yes; changed: ${changed}`)
  if (!allowed && (!isRefusal(answer) || changed.length > 0))
    mistakes.push(`${operation}: ${said}, expected a no; changed: ${changed}`)
  return answer
}

/** The state after the last request; null if something else was done since. */
let known: Record<string, string> | null = null

/** Only this file writes, so the state after a refused request is the state before the next one. */
async function withWhatItChanges(send: () => Promise<Answer>): Promise<{ answer: Answer; changed: string[] }> {
  const before = known ?? (await fingerprint(application))
  const answer = await send()
  const after = await fingerprint(application)
  const changed = changedBetween(before, after)
  known = changed.length > 0 ? null : after
  return { answer, changed }
}

/** A key refers to one's own row, so a write for another person must not change that person's row. */
async function writeByKey(
  cell: PlaceCell,
  operation: 'key write' | 'key delete',
  send: () => Promise<Answer>,
): Promise<void> {
  if (cell.place === 'own') {
    await write(cell, operation, send)
    return
  }
  note({ ...cell, operation }, false)
  const before = JSON.stringify(cell.doc)
  await send()
  const after = JSON.stringify(await subjectOf(world, cell))
  if (after !== before) cell.mistakes.push(`${operation}: ${before} became ${after}`)
}

let changes = 0

async function signInMistakes({ route, visitor }: { route: string; visitor: Visitor }): Promise<string[]> {
  const mistakes: string[] = []
  const ask = asker({ visitor, collection: 'users', mistakes })
  const allowed = SIGN_IN_ROUTES[route]?.includes(visitor.name) ?? false
  note({ visitor, collection: 'users', operation: route }, allowed)
  const [method = '', path = ''] = route.split(' ')
  const person = world.people.get(visitor.name) ?? null
  // An anonymous visitor signs in as somebody.
  const { email, password } = (route === 'post /login' && person) || world.other
  const bodies: Record<string, unknown> = {
    'post /login': { email, password },
    'post /forgot-password': { email },
    'post /unlock': { email },
    'post /first-register': { email: 'first@example.org', password: 'a long password', name: 'First' },
    'post /reset-password': { token: NO_ID, password: 'another long password' },
  }
  const isWrite = !allowed
  // A sign-in stores a session, so changes are counted from here.
  if (person) await application.tokenOf(person)
  known = null
  const { answer, changed } = await withWhatItChanges(() =>
    ask(methodOf(method), path.replace(':id', NO_ID), bodies[route]),
  )
  if (visitor.isAnonymous && route === 'post /login') mistakes.length = 0
  if (allowed && answer.status !== 200) mistakes.push(`${answer.status} ${answer.text}, expected a yes`)
  // The rule refuses everybody who forgot a password: 422.
  if (!allowed && !isRefusal(answer) && !(route === 'post /forgot-password' && answer.status === 422))
    mistakes.push(`${answer.status} ${answer.text}, expected a no`)
  if (isWrite && changed.length > 0) mistakes.push(`changed ${changed}`)
  if (route === 'post /forgot-password') {
    const stranger = await ask('POST', path, { email: 'nobody@example.org' })
    if (stranger.status !== answer.status || stranger.text !== answer.text)
      mistakes.push(
        `tells whether an account exists: ${answer.status} ${answer.text}, else ${stranger.status} ${stranger.text}`,
      )
  }
  // Both end the session of the request.
  if (['post /login', 'post /logout'].includes(route)) application.forget(person)
  return mistakes.map((mistake) => `${visitor.name}, ${route}: ${mistake}`)
}

async function otherRouteMistakes({ route, visitor }: { route: string; visitor: Visitor }): Promise<string[]> {
  const mistakes: string[] = []
  const allowed = OTHER_ROUTES[route]?.includes(visitor.name) ?? false
  note({ visitor, operation: route }, allowed)
  const [method = '', path = ''] = route.split(' ')
  const { answer, changed } = await withWhatItChanges(() =>
    asker({ visitor, collection: '', mistakes })(methodOf(method), path.replace(':name', 'nothing')),
  )
  if (allowed ? answer.status !== 200 : answer.status < 400)
    mistakes.push(`${answer.status} ${answer.text.slice(0, 200)}`)
  if (changed.length > 0) mistakes.push(`changed ${changed}`)
  return mistakes.map((mistake) => `${visitor.name}, ${route}: ${mistake}`)
}

/** Sends a visitor's requests to a collection, and searches every answer for what that visitor must never see. */
function asker({ visitor, collection, mistakes }: Subject & { mistakes: string[] }): Ask {
  const person = world.people.get(visitor.name) ?? null
  return async (method, path, body) => {
    const answer = await application.request(person, method, `/api${collection && '/'}${collection}${path}`, body)
    if (answer.status >= 500 && answer.status !== 501)
      mistakes.push(`${method} ${path}: ${answer.status} ${answer.text}`)
    for (const [what, secret] of await secretsFrom({ visitor, person }))
      if (answer.text.includes(secret)) mistakes.push(`${method} ${path}: shows ${what} (${secret})`)
    return answer
  }
}

async function secretsFrom({
  visitor,
  person,
}: {
  visitor: Visitor
  person: Person | null
}): Promise<[string, string][]> {
  const isKeeper = KEEPERS.includes(visitor.name)
  const secrets: [string, string][] = []
  for (const user of await usersOnce()) {
    secrets.push(['a password hash', String(user.hash)], ['a salt', String(user.salt)])
    if (user.id === person?.id) continue
    if (!isKeeper) secrets.push(['the address of somebody else', String(user.email)])
    const sessions: Fields[] = Array.isArray(user.sessions) ? user.sessions : []
    for (const { _id, secret } of sessions)
      secrets.push(['a session of somebody else', String(_id)], ['the secret of a session', String(secret)])
  }
  if (visitor.country === 'ie' || !visitor.role)
    secrets.push(['a draft of Cyprus', WORDS_OF_CYPRUS], ['a message of Cyprus', MESSAGE_OF_CYPRUS])
  return secrets
}

const KEEPERS = ['admin everywhere', 'coordinator everywhere']

let users: Promise<Fields[]> | undefined
/** The accounts before the first request. */
function usersOnce(): Promise<Fields[]> {
  users ??= (async () => {
    for (const person of world.people.values()) if (person) await application.tokenOf(person)
    const { payload } = application
    return Promise.all(
      (await storedIn(application, 'users')).map(async (user) => ({
        ...user,
        ...(await credentialsOf(payload).findOne({ _id: String(user.id) })),
        sessions: await sessionsOf(payload)
          .find({ user: String(user.id) })
          .toArray(),
      })),
    )
  })()
  return users
}

async function storedVersions(collection: string): Promise<Fields[]> {
  const model = application.payload.db.versions[collection]
  if (!model) return []
  const docs: Fields[] = await model.find({}).lean()
  return docs.map((doc) => ({ ...doc, id: String(doc._id) }))
}

function may({ visitor, collection, place, right }: Subject & { place: Place; right: keyof Rights }): boolean {
  return POLICY[collection]?.[place]?.[right]?.includes(visitor.name) ?? false
}

/** Payload answers 501 for a collection without routes, and 200 for a preference that does not exist. */
function isRefusal({ body, status }: Answer): boolean {
  return (
    [401, 403, 404, 501].includes(status) || (status === 200 && body.message === 'Not Found' && body.value === null)
  )
}

/** A collection whose routes are closed is tested as if it had them all. */
function routesOf(collection: string): string[] {
  const given = application.config.collections.find(({ slug }) => slug === collection)?.endpoints
  const own = given ? given.map(nameOfRoute) : []
  return [...new Set([...own, ...ALWAYS])]
}

const nameOfRoute = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`

/** Routes that are tested for every collection, whether the configuration has them or not. */
const ALWAYS = Object.keys(COLLECTION_ROUTES).filter((route) => !/file|paste-url|:key/.test(route))

function operationOf(route: string): Operation | undefined {
  return Object.entries(COLLECTION_ROUTES).find(([known]) => known === route)?.[1]
}

function placesOf(places: Partial<Record<Place, Rights>> | undefined): Place[] {
  const all: Place[] = ['ie', 'cy', 'master', 'none', 'own', 'other', 'everywhere']
  return all.filter((place) => places?.[place])
}

function methodOf(name: string): Method {
  return name === 'get' ? 'GET' : name === 'patch' ? 'PATCH' : name === 'delete' ? 'DELETE' : 'POST'
}

function visitorCalled(name: string): Visitor {
  const visitor = VISITORS.find((one) => one.name === name)
  if (!visitor) throw new Error(`Nobody is called ${name}`)
  return visitor
}

function cellName({ visitor, collection = '', place, operation }: Cell): string {
  return [visitor.name, collection, place, operation].filter(Boolean).join(' | ')
}

function note(cell: Cell, isAllowed: boolean): void {
  asked.set(cellName(cell), isAllowed)
}

const unasked = (name: string): string[] => (asked.has(name) ? [] : [`not asked: ${name}`])

const NO_ID = '0123456789abcdef01234567'
