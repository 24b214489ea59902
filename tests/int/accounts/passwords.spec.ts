import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { olderFormatsInUse } from '@/accounts/credentials'
import { inTurn, isCrowded } from '@/accounts/passwordTurns'
import { credentialsOf } from '@/accounts/stores'
import { setFirstPassword } from '@/actions/account/setFirstPassword'
import { withTransaction } from '@/database/transaction'
import { toLexical } from '@/lexical/toLexical'
import { up } from '../../../migrations/20261127_045000_accounts'
import {
  type Answer,
  type Application,
  type Fields,
  type Person,
  startApplication,
  tokenIn,
} from '../setup/application'
import { type Factories, factoriesFor, words } from '../setup/factories'
import { workOf } from './derivations'

vi.mock('@node-rs/argon2', async (real) => (await import('./derivations')).watchedArgon2(await real()))
vi.mock('node:crypto', async (real) => (await import('./derivations')).watchedCrypto(await real()))

let application: Application
let factories: Factories
let administrator: Person

beforeAll(async () => {
  application = await startApplication()
  factories = factoriesFor(application)
  administrator = await factories.person({ roles: [{ role: 'admin' }] })
})
afterAll(() => application.stop())

const NEW = 'nine lanterns over water'

const login = (email: string, password: string) =>
  application.request(null, 'POST', '/api/users/login', { email, password })

const change = (person: Person, current: string, wanted: string) =>
  application.request(person, 'POST', '/api/account/password', { current, wanted })

const setFor = (by: Person | null, user: string) =>
  application.request(by, 'POST', '/api/account/set-password', { user })

const passwordIn = ({ body }: Answer): string => String(Object(body.result).password)

let strangers = 0

/**
 * What somebody with many addresses does to lock others out: eleven guesses use up the ten attempts of a quarter of an
 * hour.
 */
/** Guesses until the attempts are used up; a guess does not count while the queue of passwords is full. */
async function guessTooOften(email: string): Promise<void> {
  for (let round = 0; round < 60; round++) {
    const from = { 'X-Forwarded-For': `203.0.113.${(strangers++ % 250) + 1}` }
    const body = { email, password: `guess ${round}` }
    const answer = await application.request(null, 'POST', '/api/users/login', body, from)
    if (keysOf(answer).includes('refusal.sign-in-later')) return
  }
  throw new Error('Nobody was told to try later')
}

const keysOf = ({ body }: Answer): unknown[] =>
  (Array.isArray(body.because) ? body.because : []).map((reason: Fields) => reason.key)

async function events(person: Person): Promise<Fields[]> {
  const model = application.payload.db.collections['audit-events']
  return (
    (await model
      ?.find({ subject: `users/${person.id}`, country: 'accounts' })
      .sort({ seq: 1 })
      .lean()) ?? []
  )
}

describe('a person’s own password', () => {
  test('is changed with the current one; every other browser is signed out, this one stays signed in', async () => {
    const person = await factories.person()
    const other = tokenIn(await login(person.email, person.password))
    const answer = await change(person, person.password, NEW)
    expect(answer.body.ok).toBe(true)
    const ask = (token: string) =>
      application.request(null, 'GET', '/api/users/me', undefined, { Cookie: `toolkit-token=${token}` })
    expect((await ask(other)).body.user).toBeNull()
    expect((await ask(tokenIn(answer))).body.user).toMatchObject({ id: person.id })
    expect((await login(person.email, person.password)).status).toBe(401)
    expect((await login(person.email, NEW)).status).toBe(200)
    expect((await events(person)).map(({ action }) => action)).toContain('account.password-changed')
  })

  test('is not changed with a wrong current password, and guessing it ends after ten attempts', async () => {
    const person = await factories.person()
    const answers: Answer[] = []
    for (let round = 0; round < 11; round++) answers.push(await change(person, `guess ${round}`, NEW))
    expect(answers.map((answer) => keysOf(answer)[0])).toEqual([
      ...Array(10).fill('refusal.password-wrong'),
      'refusal.sign-in-later',
    ])
    expect((await login(person.email, person.password)).status).toBe(200)
  })

  test.each([
    ['too short', 'elf signs 1', 'refusal.password-short'],
    ['known to everybody', 'qwerty123456', 'refusal.password-common'],
    ['a common one followed by digits', 'Password2026!!', 'refusal.password-common'],
    ['a common one repeated', 'letmeinletmein', 'refusal.password-common'],
    ['one sign', 'aaaaaaaaaaaaaaa', 'refusal.password-common'],
    ['only digits', '123456789123456789', 'refusal.password-common'],
    ['much too long', 'x y'.repeat(100), 'refusal.password-long'],
  ])('is refused if it is %s', async (_, wanted, key) => {
    const person = await factories.person()
    expect(keysOf(await change(person, person.password, wanted))).toEqual([key])
  })

  test('is refused if it is the person’s own address, or the current password again', async () => {
    const person = await factories.person()
    expect(keysOf(await change(person, person.password, person.email.toUpperCase()))).toEqual(['refusal.password-own'])
    expect(keysOf(await change(person, person.password, person.password))).toEqual(['refusal.password-same'])
  })

  test('cannot be sent with a person’s other fields by anybody', async () => {
    const person = await factories.person()
    const [stored] = (await application.payload.db.collections.users?.find({ _id: person.id }).lean()) ?? []
    for (const by of [person, administrator]) {
      const body = { rev: Object(stored).rev, password: NEW, hash: 'x', salt: 'x', sessions: [] }
      await application.request(by, 'PATCH', `/api/users/${person.id}`, body)
    }
    const made = await application.request(administrator, 'POST', '/api/users', {
      email: 'made@example.org',
      name: 'Made',
      password: NEW,
    })
    expect(made.status).toBe(201)
    expect((await login('made@example.org', NEW)).status).toBe(401)
    const all = await application.payload.db.collections.users?.find({}).lean()
    expect(JSON.stringify(all)).not.toMatch(new RegExp(`${NEW}|hash|salt|sessions`))
    expect((await login(person.email, person.password)).status).toBe(200)
  })
})

describe('a password that an administrator sets', () => {
  test('is generated by the server, ends all sessions, and must be changed before anything else', async () => {
    const person = await factories.person({ roles: [{ role: 'coordinator' }] })
    const before = tokenIn(await login(person.email, person.password))
    const set = await setFor(administrator, person.id)
    const first = passwordIn(set)
    expect(first).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    const ask = (path: string, token: string) =>
      application.request(null, 'GET', path, undefined, { Cookie: `toolkit-token=${token}` })
    expect((await ask('/api/users/me', before)).body.user).toBeNull()
    expect((await login(person.email, person.password)).status).toBe(401)

    const answer = await login(person.email, first)
    expect(answer.body.result).toEqual({ passwordMustChange: true })
    const withFirst = { ...person, password: first }
    application.forget(person)
    const sent = await application.act(withFirst, 'submit-edition', { edition: '0123456789abcdef01234567', seen: 1 })
    const notAllowed = [keysOf(sent)[0], (await ask('/api/toolkits', tokenIn(answer))).status]
    expect(notAllowed).toEqual(['refusal.password-must-change', 403])

    const changed = await change(withFirst, first, NEW)
    expect(changed.body.ok).toBe(true)
    expect((await ask('/api/toolkits', tokenIn(changed))).status).toBe(200)
    const recorded = await events(person)
    expect(
      recorded.find(({ action, actor }) => action === 'account.password-set' && actor === administrator.id),
    ).toBeDefined()
  })

  test('cannot be used again once the person has their own, not even with something around it', async () => {
    const person = await factories.person()
    const first = passwordIn(await setFor(administrator, person.id))
    application.forget(person)
    expect(keysOf(await change({ ...person, password: first }, first, `${first} `))).toEqual(['refusal.password-same'])
    const groups = first.split('-')
    for (const wanted of [
      `${first}-own`,
      `aaaa-${first}`,
      `abcd-efgh-jkmn-${first}`,
      groups.join(''),
      groups.join(' – '),
      groups.join('\u200b'),
      groups.toReversed().join('-'),
      first.slice(0, -1),
    ])
      expect(keysOf(await change({ ...person, password: first }, first, wanted))).toEqual(['refusal.password-given'])
    expect((await change({ ...person, password: first }, first, NEW)).body.ok).toBe(true)
    application.forget(person)
    const own = { ...person, password: NEW }
    for (const wanted of [`${first} `, ` ${first.toUpperCase()}!`, `aaaa-${first}`, groups.join('.')])
      expect(keysOf(await change(own, NEW, wanted))).toEqual(['refusal.password-given'])
    expect((await change(own, NEW, `${NEW} and under it`)).body.ok).toBe(true)
    application.forget(person)
    const later = { ...person, password: `${NEW} and under it` }
    expect(keysOf(await change(later, later.password, first))).toEqual(['refusal.password-given'])
  })

  test('opens the account again for a person whose password was guessed too often', async () => {
    const person = await factories.person()
    for (let round = 0; round < 11; round++) await login(person.email, `guess ${round}`)
    expect((await login(person.email, person.password)).status).toBe(429)
    expect((await login(person.email, passwordIn(await setFor(administrator, person.id)))).status).toBe(200)
  })

  test('works although strangers have used up all attempts at the account', async () => {
    const person = await factories.person()
    const first = passwordIn(await setFor(administrator, person.id))
    await guessTooOften(person.email)
    const answer = await login(person.email, first)
    expect([answer.status, answer.body.result]).toEqual([200, { passwordMustChange: true }])
    expect((await login(person.email, first)).status).toBe(200)
  })

  test('is answered like that of a missing account once the attempts are used up', async () => {
    const person = await factories.person()
    const first = passwordIn(await setFor(administrator, person.id))
    const guess = `${first.slice(0, -1)}${first.endsWith('a') ? 'b' : 'a'}`
    for (const email of [person.email, 'no-account-here@example.org']) await guessTooOften(email)
    const before = (await events(person)).length
    const known = await login(person.email, guess)
    const unknown = await login('no-account-here@example.org', guess)
    expect({ status: known.status, text: known.text }).toEqual({ status: 429, text: unknown.text })
    expect(keysOf(known)).toEqual(['refusal.sign-in-later'])
    expect(await events(person)).toHaveLength(before)
  })

  test('waits in the same queue as that of a missing account once the attempts are used up', async () => {
    const [person, own] = [await factories.person(), await factories.person()]
    const first = passwordIn(await setFor(administrator, person.id))
    const addresses = [person.email, own.email, 'no-account-there@example.org']
    for (const email of addresses) await guessTooOften(email)
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const others: Promise<void>[] = []
    while (!isCrowded()) others.push(inTurn(() => gate, { isStranger: true }))
    const answers = await Promise.all(addresses.map((email) => login(email, first)))
    open()
    await Promise.all(others)
    expect(answers.map((answer) => keysOf(answer))).toEqual(Array(3).fill(['refusal.sign-in-busy']))
    expect((await login(person.email, first)).status).toBe(200)
  })

  test('gives no way around the limit for a password that somebody chose, whatever it looks like', async () => {
    const chosen = 'kqzw-x7ph-m3rt-9vbd'
    const { payload } = application
    const given = { email: 'given-at-the-command-line@example.org', name: 'Given' }
    const { id: user } = await payload.create({ collection: 'users', locale: 'en', data: given, overrideAccess: true })
    await setFirstPassword({ payload, user, password: chosen, mustChange: true })
    const own = await factories.person()
    application.forget(own)
    expect((await change(own, own.password, chosen)).body.ok).toBe(true)
    for (const { email } of [given, own]) {
      await guessTooOften(email)
      expect(keysOf(await login(email, chosen))).toEqual(['refusal.sign-in-later'])
    }
  })

  test("is for administrators, and only for other people's accounts", async () => {
    const person = await factories.person()
    const coordinator = await factories.coordinator()
    expect(keysOf(await setFor(coordinator, person.id))).toEqual(['refusal.role-accounts'])
    expect(keysOf(await setFor(person, administrator.id))).toEqual(['refusal.role-accounts'])
    expect(keysOf(await setFor(administrator, administrator.id))).toEqual(['refusal.password-own-account'])
    expect(keysOf(await setFor(administrator, '0123456789abcdef01234567'))).toEqual(['refusal.account-unknown'])
    expect((await setFor(null, person.id)).status).toBe(401)
    expect((await login(person.email, person.password)).status).toBe(200)
  })
})

describe('a reviewer whose password an administrator set', () => {
  /** The administrator signs in as the reviewer, chooses the next password, and only then begins to write. */
  async function keyKept(
    country: string,
    { through = [], writer: given }: { through?: Person[]; writer?: Person } = {},
  ) {
    const writer = given ?? (await factories.person({ roles: [{ role: 'admin' }] }))
    const reviewer = await factories.person({ roles: [{ role: 'reviewer', country }] })
    let setter = writer
    for (const third of through) setter = await choosesOwn(third, passwordIn(await setFor(setter, third.id)))
    const asReviewer = await choosesOwn(reviewer, passwordIn(await setFor(setter, reviewer.id)))
    const variant = await factories.variant({ country })
    const adapted = await application.act(writer, 'adapt-section', {
      variant: variant.id,
      key: variant.toolkit.sections[0]?.key,
      seen: 0,
      language: 'en',
      body: toLexical(words('Words of the administrator.')),
      reason: 'national-law',
    })
    expect(adapted.status).toBe(200)
    const seen = async () =>
      Number(Object(await application.payload.db.collections.editions?.findById(variant.edition).lean()).rev)
    const step = async (by: Person, name: string) =>
      application.act(by, name, { edition: variant.edition, seen: await seen() })
    expect((await step(variant.lead, 'submit-edition')).status).toBe(200)
    return { approve: (by: Person) => step(by, 'approve-edition'), asReviewer }
  }

  let choices = 0

  async function choosesOwn(person: Person, first: string): Promise<Person> {
    application.forget(person)
    choices += 1
    const wanted = `${NEW} of ${person.email}, choice ${choices}`
    expect((await change({ ...person, password: first }, first, wanted)).body.ok).toBe(true)
    application.forget(person)
    return { ...person, password: wanted }
  }

  test('cannot approve what that administrator wrote, although both passwords are older than its first word', async () => {
    const { approve, asReviewer } = await keyKept('fr')
    expect(keysOf(await approve(asReviewer))).toEqual(['refusal.password-set-by-writer'])
    expect((await approve(await factories.person({ roles: [{ role: 'reviewer' }] }))).status).toBe(200)
  })

  test('cannot approve it either if a third account set the password and the administrator set the password of the third', async () => {
    const through = [await factories.person({ roles: [{ role: 'admin' }] })]
    const { approve, asReviewer } = await keyKept('it', { through })
    expect(keysOf(await approve(asReviewer))).toEqual(['refusal.password-set-by-writer'])
  })

  test('cannot approve it either if an account in between set the third account’s password again', async () => {
    const [one, other] = [
      await factories.person({ roles: [{ role: 'admin' }] }),
      await factories.person({ roles: [{ role: 'admin' }] }),
    ]
    const writer = await factories.person({ roles: [{ role: 'admin' }] })
    const first = await choosesOwn(one, passwordIn(await setFor(writer, one.id)))
    const second = await choosesOwn(other, passwordIn(await setFor(first, other.id)))
    await choosesOwn(one, passwordIn(await setFor(second, one.id)))
    const stored = await credentialsOf(application.payload).findOne({ _id: other.id })
    expect(stored?.setByOther?.by).toEqual([one.id, writer.id])
    const { approve } = await keyKept('mt', { writer })
    expect(keysOf(await approve(second))).toEqual(['refusal.password-set-by-writer'])
  })

  test('can approve it again once another administrator has set a new password', async () => {
    const { approve, asReviewer } = await keyKept('es')
    const first = passwordIn(await setFor(administrator, asReviewer.id))
    const itself = await choosesOwn(asReviewer, first)
    expect((await approve(itself)).status).toBe(200)
  })
})

describe('a person’s own e-mail address', () => {
  test('can only be changed with the current password', async () => {
    const person = await factories.person()
    const stored = async () => (await application.payload.db.collections.users?.findById(person.id).lean()) ?? {}
    const rev = () => stored().then((doc) => Number(Object(doc).rev))
    await application.request(person, 'PATCH', `/api/users/${person.id}`, { rev: await rev(), email: 'a@example.org' })
    expect(Object(await stored()).email).toBe(person.email)

    const ask = async (body: Fields) =>
      application.request(person, 'POST', '/api/account/address', { seen: await rev(), ...body })
    const wrong = await ask({ current: 'guess', email: 'b@example.org' })
    expect(keysOf(wrong)).toEqual(['refusal.password-wrong'])
    const taken = await ask({ current: person.password, email: administrator.email.toUpperCase() })
    expect(keysOf(taken)).toEqual(['refusal.address-taken'])
    const late = await ask({ current: person.password, email: 'c@example.org', seen: 99 })
    expect([late.status, keysOf(late)]).toEqual([409, ['refusal.account-moved']])
    const right = await ask({ current: person.password, email: ' New.Address@Example.org'.trim() })
    expect(right.body.ok).toBe(true)
    expect((await login('new.address@example.org', person.password)).status).toBe(200)
    expect((await login(person.email, person.password)).status).toBe(401)
  })

  test('can be changed at most thirty times in a quarter of an hour: each change costs the work of a sign-in, for which others wait', async () => {
    const person = await factories.person()
    const limits = application.payload.db.connection.collection('account-limits')
    const ask = async (number: number) => {
      const { rev } = Object(await application.payload.db.collections.users?.findById(person.id).lean())
      const body = { current: person.password, email: `often-${number}@example.org`, seen: Number(rev) }
      return application.request(person, 'POST', '/api/account/address', body)
    }
    expect((await ask(1)).body.ok).toBe(true)
    // Twenty-eight more changes, without their work.
    await limits.updateOne({ key: `proof:${person.id}` }, { $inc: { points: 28 } })
    expect((await ask(2)).body.ok).toBe(true)
    const refused = await ask(3)
    expect([refused.status, keysOf(refused)]).toEqual([429, ['refusal.password-later']])
  })

  test('does not reset the attempts at the current password', async () => {
    const person = await factories.person()
    const limits = application.payload.db.connection.collection('account-limits')
    const ask = (current: string) =>
      application.request(person, 'POST', '/api/account/address', { current, email: person.email, seen: 99 })
    expect(keysOf(await ask('guess'))).toEqual(['refusal.password-wrong'])
    await limits.updateOne({ key: `password:${person.id}` }, { $inc: { points: 8 } })
    expect(keysOf(await ask(person.password))).toEqual(['refusal.account-moved'])
    expect(keysOf(await ask('guess'))).toEqual(['refusal.password-wrong'])
    expect(keysOf(await ask('guess'))).toEqual(['refusal.sign-in-later'])
  })

  test('can be changed by an administrator for another person', async () => {
    const person = await factories.person()
    const rev = Number(Object(await application.payload.db.collections.users?.findById(person.id).lean()).rev)
    const body = { rev, email: 'moved@example.org' }
    expect((await application.request(administrator, 'PATCH', `/api/users/${person.id}`, body)).status).toBe(200)
    expect((await login('moved@example.org', person.password)).status).toBe(200)
  })
})

test('while one account has an older password hash, every sign-in does the work of both kinds', async () => {
  const person = await factories.person()
  const { pbkdf2Sync } = await import('node:crypto')
  const salt = 'cd'.repeat(32)
  const hash = `pbkdf2-sha256-v1:${pbkdf2Sync('a password of before', salt, 600_000, 32, 'sha256').toString('hex')}`
  await credentialsOf(application.payload).updateOne({ _id: person.id }, { $set: { hash, salt } })
  const older = await olderFormatsInUse(application.payload)
  expect(older.map(({ prefix }) => prefix)).toEqual(['pbkdf2-sha256-v1:'])
  const another = await factories.person()
  const workFor = (email: string) =>
    workOf(async () => expect((await login(email, 'not the password')).status).toBe(401))
  const work = await workFor(person.email)
  // The older hash takes some thirty times the work of the current one.
  expect(work).toEqual(['argon2 19456 2', 'pbkdf2 600000 32'])
  expect(await workFor(another.email)).toEqual(work)
  expect(await workFor('nobody@example.org')).toEqual(work)
  expect((await login(person.email, 'a password of before')).status).toBe(200)
  expect(await olderFormatsInUse(application.payload)).toEqual([])
})

test('accounts with an older hash keep their password; it is stored again when they sign in', async () => {
  const person = await factories.person()
  const { pbkdf2Sync } = await import('node:crypto')
  const salt = 'ab'.repeat(32)
  const hash = pbkdf2Sync(person.password, salt, 25_000, 512, 'sha256').toString('hex')
  await credentialsOf(application.payload).deleteOne({ _id: person.id })
  const users = application.payload.db.connection.collection('users')
  await users.updateOne({ email: person.email }, { $set: { hash, salt, sessions: [{ id: 'x' }], loginAttempts: 3 } })
  await withTransaction(application.payload, ({ req, session }) =>
    up({ payload: application.payload, req, session: session as never }),
  )
  const moved = await users.findOne({ email: person.email })
  expect(moved).not.toBeNull()
  for (const name of ['hash', 'salt', 'sessions', 'loginAttempts']) expect(moved).not.toHaveProperty(name)
  expect((await login(person.email, person.password)).status).toBe(200)
  const stored = await credentialsOf(application.payload).findOne({ _id: person.id })
  expect(stored?.hash).toMatch(/^argon2id-v1:/)
  expect((await login(person.email, person.password)).status).toBe(200)
})

test('a first password can be set only once', async () => {
  const person = await factories.person()
  const { payload } = application
  await setFirstPassword({ payload, user: person.id, password: NEW, mustChange: false })
  expect((await login(person.email, NEW)).status).toBe(401)
})
