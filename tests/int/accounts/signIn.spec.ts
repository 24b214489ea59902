import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { inTurn, isCrowded } from '@/accounts/passwordTurns'
import { sessionsOf } from '@/accounts/stores'
import { apiRoutes } from '@/endpoints/apiRoutes'
import {
  type Answer,
  type Application,
  type Fields,
  type Person,
  SERVER_URL,
  startApplication,
  tokenIn,
} from '../setup/application'
import { type Factories, factoriesFor } from '../setup/factories'
import { whileFailing } from '../setup/failPoint'
import { workOf } from './derivations'

vi.mock('@node-rs/argon2', async (real) => (await import('./derivations')).watchedArgon2(await real()))

let application: Application
let factories: Factories

beforeAll(async () => {
  application = await startApplication()
  factories = factoriesFor(application)
})
afterAll(() => application.stop())

const login = ({ email, password }: Pick<Person, 'email' | 'password'>, headers: HeadersInit = {}) =>
  application.request(null, 'POST', '/api/users/login', { email, password }, headers)

const withToken = (token: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  application.request(null, method, path, body, { Cookie: `toolkit-token=${token}` })

/** Sends a request without the end of its body, and waits until the server reads it; then the rest can be sent. */
async function beginSlowly(
  person: Person,
  method: 'POST' | 'PATCH',
  path: string,
  body: unknown,
): Promise<() => Promise<{ status: number }>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const headers = {
    Origin: SERVER_URL,
    Cookie: `toolkit-token=${await application.tokenOf(person)}`,
    'Content-Type': 'application/json',
    'Content-Length': String(bytes.length),
  }
  let end = () => {}
  let read = () => {}
  const isRead = new Promise<void>((resolve) => {
    read = resolve
  })
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        end = () => {
          controller.enqueue(bytes)
          controller.close()
        }
        read()
        return new Promise(() => {})
      },
    },
    // Nothing is requested before somebody reads.
    { highWaterMark: 0 },
  )
  const request = new Request(`${SERVER_URL}${path}`, { method, headers, body: stream, duplex: 'half' } as RequestInit)
  const params = Promise.resolve({ slug: path.split('/').slice(2) })
  const answer = apiRoutes(Promise.resolve(application.config))[method](request, { params })
  await isRead
  return () => {
    end()
    return answer
  }
}

const keysOf = ({ body }: Answer): unknown[] =>
  (Array.isArray(body.because) ? body.because : []).map((reason: Fields) => reason.key)

const browserIn = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('toolkit-browser='))
    ?.split(';')[0] ?? ''

async function accountEvents(subject: string): Promise<unknown[]> {
  const model = application.payload.db.collections['audit-events']
  const docs: Fields[] = (await model?.find({ subject, country: 'accounts' }).sort({ seq: 1 }).lean()) ?? []
  return docs.map(({ action }) => action)
}

describe('signing in', () => {
  test('opens a session with a cookie that scripts and other sites cannot use, and shows the token to nobody', async () => {
    const person = await factories.person({ roles: [{ role: 'observer' }] })
    const answer = await login(person)
    expect(answer.status).toBe(200)
    const token = tokenIn(answer)
    expect(answer.headers.getSetCookie().join('\n')).toMatch(
      /toolkit-token=[^;]+; Path=\/; .*HttpOnly; SameSite=Strict/,
    )
    const me = await withToken(token, 'GET', '/api/users/me')
    const refreshed = await withToken(token, 'POST', '/api/users/refresh-token')
    expect(me.body.user).toMatchObject({ id: person.id, email: person.email })
    for (const { text, body } of [answer, me, refreshed]) {
      expect(text).not.toContain(token)
      expect(Object.keys(body)).not.toContain('token')
      expect(text).not.toMatch(/hash|salt|_sid/)
    }
  })

  test('tells Payload the language of the person, whatever the browser asks for, and so does a change of it', async () => {
    const person = await factories.person()
    const languages = ({ headers }: Answer) => headers.getSetCookie().filter((one) => one.startsWith('toolkit-lng='))
    const signedIn = await login(person, { 'Accept-Language': 'fr' })
    expect(languages(signedIn)).toEqual([expect.stringMatching(/^toolkit-lng=en; Path=\/; .*SameSite=Strict/)])
    const token = tokenIn(signedIn)
    const input = { name: 'Somebody', language: 'el', seen: 1 }
    const stale = await withToken(token, 'POST', '/api/account/person', { ...input, seen: 99 })
    expect(languages(stale)).toEqual([])
    const changed = await withToken(token, 'POST', '/api/account/person', input)
    const refreshed = await withToken(token, 'POST', '/api/users/refresh-token')
    for (const answer of [changed, refreshed, await login(person)])
      expect(languages(answer)).toEqual([expect.stringMatching(/^toolkit-lng=el;/)])
  })

  test('of many browsers at once gives each accepted one a valid session', async () => {
    const person = await factories.person()
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(person)))
    const tokens = answers.filter(({ status }) => status === 200).map(tokenIn)
    const holding = await Promise.all(tokens.map((token) => withToken(token, 'GET', '/api/users/me')))
    expect(holding.filter(({ body }) => body.user !== null)).toHaveLength(tokens.length)
    expect(tokens.length).toBeGreaterThanOrEqual(10)
    expect(new Set(answers.map(({ status }) => status)).has(500)).toBe(false)
  })

  test("does not change the person's document", async () => {
    const person = await factories.person()
    const stored = () => application.payload.db.collections.users?.findById(person.id).lean()
    const before = await stored()
    const token = tokenIn(await login(person))
    await withToken(token, 'POST', '/api/users/refresh-token')
    await withToken(token, 'POST', '/api/users/logout')
    expect(await stored()).toEqual(before)
  })

  test('gives the same answer after the same work, whether or not an account has the address', async () => {
    const { email } = await factories.person()
    const known = await login({ email, password: 'not the password' })
    const unknown = await login({ email: 'nobody@example.org', password: 'not the password' })
    expect({ status: known.status, text: known.text }).toEqual({ status: unknown.status, text: unknown.text })
    expect(known.status).toBe(401)
    expect(keysOf(known)).toEqual(['refusal.sign-in-wrong'])
    const workFor = (address: string) => workOf(() => login({ email: address, password: 'not the password' }))
    const work = await workFor(email)
    expect(work).toHaveLength(1)
    expect(await workFor('nobody@example.org')).toEqual(work)
  })

  test.each([
    ['a form on another site', { Origin: 'https://elsewhere.example' }],
    ['a page without an origin', { Origin: 'null' }],
  ])('sets no cookie for %s', async (_, headers) => {
    const person = await factories.person()
    const answer = await login(person, headers)
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('accepts no form: only JSON, which no page of another site can send', async () => {
    const { email, password } = await factories.person()
    const form = new FormData()
    form.set('_payload', JSON.stringify({ email, password }))
    form.set('email', email)
    form.set('password', password)
    const answer = await application.request(null, 'POST', '/api/users/login', form)
    expect(answer.status).toBe(401)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test.each([
    ['a list', ['x']],
    ['an object', { $ne: '' }],
    ['nothing', undefined],
    ['a number', 7],
  ])('accepts no password that is %s', async (_, password) => {
    const { email } = await factories.person()
    const answer = await application.request(null, 'POST', '/api/users/login', { email, password })
    expect(answer.status).toBe(401)
  })
})

describe('guessing a password', () => {
  test('ends after ten attempts in a quarter of an hour, with the same answer for an address without an account', async () => {
    const { email } = await factories.person()
    for (const address of [email, 'no-account@example.org']) {
      const answers: Answer[] = []
      for (let round = 0; round < 12; round++) answers.push(await login({ email: address, password: `guess ${round}` }))
      expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429])
      expect(keysOf(answers[11] as Answer)).toEqual(['refusal.sign-in-later'])
    }
  })

  test('gets no more attempts if many are made at the same moment', async () => {
    const { email } = await factories.person()
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, round) => login({ email, password: `guess ${round}` })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  test('does not lock a person out of a browser in which they have signed in before', async () => {
    const person = await factories.person()
    const browser = browserIn(await login(person))
    for (let round = 0; round < 12; round++) await login({ email: person.email, password: `guess ${round}` })
    expect((await login(person)).status).toBe(429)
    expect((await login(person, { Cookie: browser })).status).toBe(200)
    const forged = `toolkit-browser=${person.id}.1.AAAAAAAAAAAAAAAAAAAAAA.${'x'.repeat(43)}`
    expect((await login(person, { Cookie: forged })).status).toBe(429)
  })

  test("does not lock them out of it by guessing other people's passwords from the same office either", async () => {
    const person = await factories.person()
    const office = { 'X-Forwarded-For': '198.51.100.77' }
    const browser = browserIn(await login(person, office))
    const limits = application.payload.db.connection.collection('account-limits')
    await login({ email: 'nobody@example.org', password: 'guess' }, office)
    await limits.updateOne({ key: 'address:198.51.100.77' }, { $set: { points: 101 } })
    expect((await login(person, office)).status).toBe(429)
    expect((await login(person, { ...office, Cookie: browser })).status).toBe(200)
  })

  test('gets no new attempts with each sign-in, or with each known browser', async () => {
    const person = await factories.person()
    const browser = browserIn(await login(person))
    const again = browserIn(await login(person, { Cookie: browser }))
    expect(again).toBe(browser)
    const limits = application.payload.db.connection.collection('account-limits')
    expect((await login({ ...person, password: 'guess' }, { Cookie: browser })).status).toBe(401)
    // From other known browsers, without their work.
    await limits.updateOne({ key: `account:${person.id}` }, { $inc: { points: 28 } })
    const other = { Cookie: browserIn(await login(person)) }
    expect((await login({ ...person, password: 'guess' }, other)).status).toBe(401)
    expect((await login({ ...person, password: 'guess' }, other)).status).toBe(429)
  })

  test('from a browser that knew an older password counts as from an unknown one', async () => {
    const person = await factories.person()
    const old = browserIn(await login(person))
    const wanted = 'nine lanterns over water'
    const changed = await application.request(person, 'POST', '/api/account/password', {
      current: person.password,
      wanted,
    })
    const key = `browser:${old.split('.')[2]}`
    const limits = application.payload.db.connection.collection('account-limits')
    await limits.deleteMany({ key })
    expect((await login({ ...person, password: 'guess' }, { Cookie: old })).status).toBe(401)
    expect(await limits.countDocuments({ key })).toBe(0)
    await login({ ...person, password: 'guess' }, { Cookie: browserIn(changed) })
    expect(await limits.countDocuments({ key: `browser:${browserIn(changed).split('.')[2]}` })).toBe(1)
  })

  test('for many accounts from one place ends too', async () => {
    const from = { 'X-Forwarded-For': '198.51.100.7' }
    const answers: number[] = []
    const tryOnce = async (round: number) =>
      answers.push((await login({ email: `account-${round}@example.org`, password: 'guess' }, from)).status)
    await tryOnce(0)
    // Ninety-seven more, without their work.
    const limits = application.payload.db.connection.collection('account-limits')
    await limits.updateOne({ key: 'address:198.51.100.7' }, { $inc: { points: 97 } })
    for (let round = 1; round < 5; round++) await tryOnce(round)
    expect(answers).toEqual([401, 401, 401, 429, 429])
    expect((await login(await factories.person(), { 'X-Forwarded-For': '198.51.100.8' })).status).toBe(200)
  })
})

describe('while very many strangers sign in', () => {
  test('the next one is told to try later and loses no attempt, with or without an account; a known browser gets in', async () => {
    const [known, guessedAt] = [await factories.person(), await factories.person()]
    const browser = browserIn(await login(known))
    const from = { 'X-Forwarded-For': '203.0.113.1' }
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const others: Promise<void>[] = []
    while (!isCrowded()) others.push(inTurn(() => gate, { isStranger: true }))
    const withAccount = await login({ email: guessedAt.email, password: 'guess' }, from)
    const without = await login({ email: 'stranger@example.org', password: 'guess' }, from)
    const signsIn = login(known, { Cookie: browser })
    open()
    await Promise.all(others)
    expect({ status: withAccount.status, text: withAccount.text }).toEqual({ status: 429, text: without.text })
    expect(keysOf(withAccount)).toEqual(['refusal.sign-in-busy'])
    const counted = await application.payload.db.connection
      .collection('account-limits')
      .findOne({ key: 'address:203.0.113.1' })
    expect(counted?.points).toBe(0)
    expect((await signsIn).status).toBe(200)
  })

  test('a known browser gets in while many strangers guess, and loses no attempt', async () => {
    const known = await factories.person()
    const browser = browserIn(await login(known))
    let isOver = false
    const guess = async (index: number): Promise<void> => {
      for (let round = 0; !isOver; round++) {
        const from = { 'X-Forwarded-For': `2001:db8:${index}:${round}::1` }
        await login({ email: `guessed.${index}.${round}@example.org`, password: 'guess' }, from)
      }
    }
    const guessers = Array.from({ length: 30 }, (_, index) => guess(index))
    const statuses: number[] = []
    for (let round = 0; round < 12; round++) statuses.push((await login(known, { Cookie: browser })).status)
    isOver = true
    await Promise.all(guessers)
    expect(statuses).toEqual(Array(12).fill(200))
  })

  test('an attempt is returned if its result could not be recorded', async () => {
    const person = await factories.person()
    const from = { 'X-Forwarded-For': '198.51.100.99' }
    const failure = { commands: ['insert'], how: { errorCode: 8000 } }
    await whileFailing(application.payload, { ...failure, mode: 'alwaysOn' }, async () => {
      for (const password of ['guess', person.password])
        expect((await login({ ...person, password }, from)).status).toBe(500)
    })
    const counted = await application.payload.db.connection
      .collection('account-limits')
      .findOne({ key: 'address:198.51.100.99' })
    expect(counted?.points).toBe(0)
  })

  test('no more than the free places are taken at the same moment', async () => {
    const gates: (() => void)[] = []
    const waiting: Promise<void>[] = []
    while (!isCrowded()) {
      const gate = new Promise<void>((resolve) => gates.push(resolve))
      waiting.push(inTurn(() => gate, { isStranger: true }))
    }
    gates[0]?.()
    await waiting[0]
    expect(isCrowded()).toBe(false)
    const signIns = Array.from({ length: 12 }, (_, index) =>
      login({ email: `at.once.${index}@example.org`, password: 'guess' }, { 'X-Forwarded-For': `203.0.113.${index}` }),
    )
    // One takes the free place and waits; the others get their answer before anybody else is done.
    const refused: number[] = []
    for (const signIn of signIns) signIn.then(({ status }) => refused.push(status))
    while (refused.length < 11) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(refused).toEqual(Array(11).fill(429))
    for (const open of gates) open()
    await Promise.all(waiting)
    expect((await Promise.all(signIns)).filter(({ status }) => status === 401)).toHaveLength(1)
  })
})

describe('a session', () => {
  test('ends with signing out, and no other session does', async () => {
    const person = await factories.person()
    const [one, other] = [tokenIn(await login(person)), tokenIn(await login(person))]
    const out = await withToken(one, 'POST', '/api/users/logout')
    expect(out.status).toBe(200)
    expect(out.headers.getSetCookie().join()).toContain('toolkit-token=;')
    expect((await withToken(one, 'GET', '/api/users/me')).body.user).toBeNull()
    expect((await withToken(other, 'GET', '/api/users/me')).body.user).toMatchObject({ id: person.id })
    expect((await withToken(one, 'POST', '/api/users/refresh-token')).status).toBe(401)
  })

  test('ends everywhere if the person asks for it', async () => {
    const person = await factories.person()
    const tokens = [tokenIn(await login(person)), tokenIn(await login(person)), tokenIn(await login(person))]
    expect((await withToken(tokens[0] ?? '', 'POST', '/api/account/sign-out', {})).body.result).toEqual({ ended: 3 })
    for (const token of tokens) expect((await withToken(token, 'GET', '/api/users/me')).body.user).toBeNull()
  })

  test('that has ended cannot complete a request that began in it, however slowly the request arrived', async () => {
    const [admin, other] = [await factories.person({ roles: [{ role: 'admin' }] }), await factories.person()]
    const { rev } = (await application.request(admin, 'GET', `/api/users/${other.id}`)).body
    const slow: ['POST' | 'PATCH', string, Fields][] = [
      ['POST', '/api/account/set-password', { user: other.id }],
      ['PATCH', `/api/users/${other.id}`, { name: 'Changed', rev }],
      ['POST', '/api/act/approve-edition', { edition: other.id, seen: 1 }],
    ]
    const begun = []
    for (const [method, path, body] of slow) begun.push(await beginSlowly(admin, method, path, body))
    expect((await application.request(admin, 'POST', '/api/account/sign-out', {})).status).toBe(200)
    for (const goOn of begun) expect((await goOn()).status).toBeOneOf([401, 403])
    expect(await accountEvents(other.id)).not.toContain('account.password-set')
    application.forget(admin)
    expect((await application.request(admin, 'GET', `/api/users/${other.id}`)).body.name).not.toBe('Changed')
    expect((await login(other)).status).toBe(200)
  })

  test('can be ended by two sign-outs at once, and neither asks to sign in', async () => {
    const token = tokenIn(await login(await factories.person()))
    const both = await Promise.all([1, 2].map(() => withToken(token, 'POST', '/api/users/logout')))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    for (const { headers } of both) expect(headers.getSetCookie().join()).toContain('toolkit-token=;')
  })

  test('of another person cannot be ended', async () => {
    const [me, other] = [await factories.person(), await factories.person()]
    const theirs = tokenIn(await login(other))
    const [session] = await sessionsOf(application.payload).find({ user: other.id }).toArray()
    const asked = { session: session?._id }
    const answer = await application.request(me, 'POST', '/api/account/sign-out', asked)
    expect(answer.body.result).toEqual({ ended: 0 })
    expect((await withToken(theirs, 'GET', '/api/users/me')).body.user).toMatchObject({ id: other.id })
  })

  test('ends after twelve hours, however often it is extended', async () => {
    const person = await factories.person()
    const token = tokenIn(await login(person))
    const soon = new Date(Date.now() + 60_000)
    await sessionsOf(application.payload).updateOne({ user: person.id }, { $set: { endsAt: soon, expiresAt: soon } })
    const refreshed = await withToken(token, 'POST', '/api/users/refresh-token')
    // Payload's screens would leave the page at that time.
    expect(refreshed.body).toEqual(expect.not.objectContaining({ exp: expect.anything() }))
    expect(await sessionsOf(application.payload).findOne({ user: person.id })).toMatchObject({ expiresAt: soon })
    await sessionsOf(application.payload).updateOne({ user: person.id }, { $set: { endsAt: new Date(Date.now() - 1) } })
    expect((await withToken(token, 'GET', '/api/users/me')).body.user).toBeNull()
    expect((await withToken(token, 'POST', '/api/users/refresh-token')).status).toBe(401)
  })

  test('ends if the same browser signs in again, and the oldest ends if a person has more than twenty', async () => {
    const person = await factories.person()
    const first = tokenIn(await login(person))
    const second = tokenIn(await login(person, { Cookie: `toolkit-token=${first}` }))
    expect((await withToken(first, 'GET', '/api/users/me')).body.user).toBeNull()
    const sessions = sessionsOf(application.payload)
    const [stored] = await sessions.find({ user: person.id }).toArray()
    if (!stored) throw new Error('There is no session')
    const younger = Array.from({ length: 19 }, (_, n) => ({ ...stored, _id: `other ${n}`, secret: `other ${n}` }))
    await sessions.insertMany(younger.map((one) => ({ ...one, createdAt: new Date() })))
    const newest = tokenIn(await login(person))
    expect((await withToken(second, 'GET', '/api/users/me')).body.user).toBeNull()
    expect((await withToken(newest, 'GET', '/api/users/me')).body.user).toMatchObject({ id: person.id })
    expect(await sessions.countDocuments({ user: person.id })).toBe(20)
  })

  test('is stored so that a person who reads the database cannot use it', async () => {
    const person = await factories.person()
    const token = tokenIn(await login(person))
    const [stored] = await sessionsOf(application.payload).find({ user: person.id }).toArray()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect((await withToken(stored?.secret ?? '', 'GET', '/api/users/me')).body.user).toBeNull()
  })

  test('cannot be used by a page of another site', async () => {
    const token = tokenIn(await login(await factories.person({ roles: [{ role: 'admin' }] })))
    const ask = (headers: HeadersInit) =>
      application.request(null, 'GET', '/api/users', undefined, { Cookie: `toolkit-token=${token}`, ...headers })
    expect((await ask({})).status).toBe(200)
    expect((await ask({ Origin: 'https://elsewhere.example' })).status).toBe(403)
  })
})

test('signing in, failing, being locked out and signing out are recorded, without the address', async () => {
  const person = await factories.person()
  const from = { 'X-Forwarded-For': '198.51.100.9' }
  for (let round = 0; round < 12; round++) await login({ email: person.email, password: 'guess' }, from)
  await application.payload.db.connection.collection('account-limits').deleteMany({})
  await withToken(tokenIn(await login(person)), 'POST', '/api/users/logout')
  expect(await accountEvents(`users/${person.id}`)).toEqual([
    'account.password-set',
    ...Array(10).fill('account.sign-in-failed'),
    'account.locked',
    'account.sign-in',
    'account.sign-out',
  ])
  await login({ email: 'someone@example.org', password: 'guess' })
  const events = application.payload.db.collections['audit-events']
  const all: Fields[] = (await events?.find({ country: 'accounts' }).lean()) ?? []
  expect(JSON.stringify(all)).not.toContain('example.org')
  expect(all.some(({ subject }) => subject === 'users/unknown')).toBe(true)
})

test('the answer to a forgotten password says who sets a new one, and reveals nothing about accounts', async () => {
  const { email } = await factories.person()
  const known = await application.request(null, 'POST', '/api/users/forgot-password', { email })
  const unknown = await application.request(null, 'POST', '/api/users/forgot-password', { email: 'x@example.org' })
  expect(known.status).toBe(422)
  expect(keysOf(known)).toEqual(['refusal.password-forgotten'])
  expect(known.text).toBe(unknown.text)
})
