import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { LINK_HOURS, linksOf } from '@/accounts/passwordLinks'
import { credentialsOf, database } from '@/accounts/stores'
import { mailPasswordLink } from '@/actions/account/mailPasswordLink'
import { withTransaction } from '@/database/transaction'
import type { Language } from '@/domain/language'
import { mailSettings } from '@/mail/mailSettings'
import { sendStoredMails } from '@/mail/sendStoredMails'
import { mailsIn } from '@/mail/stores'
import { type ReadMail, readMail } from '@/scripts/mail/readMail'
import { type SmtpServer, startSmtpServer } from '@/scripts/mail/smtpServer'
import { type Answer, type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor } from '../setup/factories'

const NEW = 'nine lanterns over water'
const SITE = 'http://localhost:3000'

let application: Application
let factories: Factories
let administrator: Person
let server: SmtpServer
const arrived: ReadMail[] = []

beforeAll(async () => {
  server = await startSmtpServer({
    receive: ({ source }) => {
      arrived.push(readMail(source))
      return 'taken'
    },
  })
  vi.stubEnv('SMTP_URL', server.url)
  vi.stubEnv('MAIL_FROM', 'toolkit@example.org')
  application = await startApplication()
  factories = factoriesFor(application)
  administrator = await factories.person({ roles: [{ role: 'admin' }], name: 'Ada Administrator' })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await application.stop()
  await server.stop()
})
beforeEach(async () => {
  arrived.length = 0
  await mailsIn(database(application.payload)).deleteMany({})
  await application.payload.db.connection.collection('account-limits').deleteMany({})
})

const ask = (email: string, headers?: HeadersInit) =>
  application.request(null, 'POST', '/api/users/forgot-password', { email }, headers)

const choose = (token: string, wanted = NEW, headers?: HeadersInit) =>
  application.request(null, 'POST', '/api/account/choose-password', { token, wanted }, headers)

const signIn = (email: string, password: string) =>
  application.request(null, 'POST', '/api/users/login', { email, password })

const send = (by: Person | null, user: string) => application.request(by, 'POST', '/api/account/send-link', { user })

const keysOf = ({ body }: Answer): unknown[] =>
  (Array.isArray(body.because) ? body.because : []).map((reason: Fields) => reason.key)

const stored = () => mailsIn(database(application.payload)).find().toArray()

/** The mails that arrived once everything that is stored was sent. */
async function delivered(): Promise<ReadMail[]> {
  const { payload } = application
  const settings = mailSettings(process.env)
  if (!settings) throw new Error('There are no settings')
  const problems: unknown[] = []
  const worker = sendStoredMails({
    ...{ database: database(payload), settings, serverURL: payload.config.serverURL, secret: payload.secret },
    ...{ onProblem: (error) => problems.push(error), pollMs: 20 },
  })
  await vi.waitFor(async () => expect((await stored()).filter(({ closedAt }) => !closedAt)).toEqual([]), 30_000)
  await worker.stop()
  expect(problems).toEqual([])
  return arrived
}

const linkIn = ({ text }: ReadMail): string => /^https?:\S+$/m.exec(text)?.[0] ?? ''
const tokenIn = (mail: ReadMail | undefined): string => (mail ? (linkIn(mail).split('#')[1] ?? '') : '')

async function linkFor(person: Pick<Person, 'email'>): Promise<string> {
  expect((await ask(person.email)).status).toBe(200)
  return tokenIn((await delivered()).at(-1))
}

async function events(user: string): Promise<Fields[]> {
  const model = application.payload.db.collections['audit-events']
  return (await model?.find({ subject: `users/${user}` }).lean()) ?? []
}

describe('a forgotten password', () => {
  test('is replaced by the link that is sent to the address of the account, and every session ends', async () => {
    const person = await factories.person()
    await application.tokenOf(person)
    const token = await linkFor(person)
    expect(arrived).toMatchObject([{ to: [person.email], from: 'toolkit@example.org' }])
    expect((await choose(token)).status).toBe(200)
    expect((await application.request(person, 'GET', '/api/users/me')).body.user).toBeNull()
    expect((await signIn(person.email, person.password)).status).toBe(401)
    expect((await signIn(person.email, NEW)).status).toBe(200)
  })

  test('is replaced in the language of the person', async () => {
    for (const language of ['fr', 'el'] satisfies Language[]) {
      const person = await factories.person()
      await application.payload.update({ collection: 'users', id: person.id, data: { language }, overrideAccess: true })
      await linkFor(person)
    }
    expect(arrived.map(({ subject }) => subject)).toEqual([
      'Nouveau mot de passe pour localhost:3000',
      'Νέος κωδικός για localhost:3000',
    ])
  })

  test('of an address without an account gets the same answer, writes as much, and sends nothing', async () => {
    const person = await factories.person()
    const [known, unknown] = [await ask(person.email), await ask('nobody@example.org')]
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
    expect((await stored()).map(({ to, state }) => ({ to, state }))).toEqual([
      { to: person.email, state: 'waiting' },
      { to: '', state: 'for-nobody' },
    ])
    expect(await linksOf(application.payload).countDocuments({ user: '' })).toBe(1)
    expect((await delivered()).map(({ to }) => to)).toEqual([[person.email]])
  })

  test('is asked for three times in a quarter of an hour, with or without an account', async () => {
    const person = await factories.person()
    for (const email of [person.email, 'nobody@example.org']) {
      for (let round = 0; round < 3; round++) expect((await ask(email.toUpperCase())).status).toBe(200)
      const fourth = await ask(email)
      expect([fourth.status, ...keysOf(fourth)]).toEqual([429, 'refusal.link-often'])
    }
  })

  test('sends a link to the configured site, whatever host the request names', async () => {
    const person = await factories.person()
    const foreign = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' }
    await ask(person.email, foreign)
    const [mail] = await delivered()
    expect(mail && linkIn(mail).startsWith(`${SITE}/admin/choose-password#`)).toBe(true)
    expect(mail?.source).not.toContain('evil.example')
  })

  test('cannot be asked for, or chosen, by a page of another site', async () => {
    const person = await factories.person()
    const elsewhere = { Origin: 'https://elsewhere.example' }
    expect(keysOf(await ask(person.email, elsewhere))).toEqual(['refusal.foreign-page'])
    const token = await linkFor(person)
    expect(keysOf(await choose(token, NEW, elsewhere))).toEqual(['refusal.foreign-page'])
    expect((await choose(token)).status).toBe(200)
  })
})

describe('a link to choose a password', () => {
  test('is used once, also by two requests at the same moment', async () => {
    const token = await linkFor(await factories.person())
    const answers = await Promise.all([choose(token), choose(token, 'seven rivers under stone')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(keysOf(await choose(token, 'eleven doors of glass'))).toEqual(['refusal.link-over'])
  })

  test('is not used up by a password that is refused', async () => {
    const token = await linkFor(await factories.person())
    expect(keysOf(await choose(token, 'too short'))).toEqual(['refusal.password-short'])
    expect((await choose(token)).status).toBe(200)
  })

  test('ends: after two hours where somebody asked for it, after a week where it invites', async () => {
    const person = await factories.person()
    const token = await linkFor(person)
    const [link] = await linksOf(application.payload).find({ user: person.id }).toArray()
    const hours = ((link?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(1.9)
    expect(hours).toBeLessThanOrEqual(2)
    expect(LINK_HOURS.invitation).toBe(168)
    await linksOf(application.payload).updateOne({ _id: link?._id ?? '' }, { $set: { expiresAt: new Date() } })
    expect(keysOf(await choose(token))).toEqual(['refusal.link-over'])
  })

  test('ends with another password, and with another address', async () => {
    const [one, other] = [await factories.person(), await factories.person()]
    const tokens = [await linkFor(one), await linkFor(other)]
    await application.request(one, 'POST', '/api/account/password', { current: one.password, wanted: NEW })
    await application.payload.update({
      collection: 'users',
      id: other.id,
      data: { email: `moved-${randomUUID()}@example.org` },
      overrideAccess: true,
    })
    for (const token of tokens)
      expect(keysOf(await choose(token, 'seven rivers under stone'))).toEqual(['refusal.link-over'])
  })

  test.each(['', 'a-token-of-nobody', 'x'.repeat(100)])('with the token "%s" opens nothing', async (token) => {
    expect(keysOf(await choose(token))).toEqual(['refusal.link-over'])
  })

  test('is nowhere in the database, and cannot be made from what is there', async () => {
    const token = await linkFor(await factories.person())
    const { db } = application.payload.db.connection
    for (const collection of (await db?.collections()) ?? [])
      expect(JSON.stringify(await collection.find().toArray())).not.toContain(token)
    const [link] = await linksOf(application.payload).find().sort({ expiresAt: -1 }).toArray()
    for (const known of [link?._id ?? '', link?.secret ?? ''])
      expect(keysOf(await choose(known))).toEqual(['refusal.link-over'])
  })

  test('cannot bring back a password that somebody else has set', async () => {
    const person = await factories.person()
    const set = await application.request(administrator, 'POST', '/api/account/set-password', { user: person.id })
    const given = String(Object(set.body.result).password)
    const token = await linkFor(person)
    expect(keysOf(await choose(token, `${given}!`))).toEqual(['refusal.password-given'])
    expect((await choose(token)).status).toBe(200)
  })

  test('is recorded when it is used, without a token or an address', async () => {
    const person = await factories.person()
    const token = await linkFor(person)
    await choose(token)
    const used = (await events(person.id)).filter(({ action }) => action === 'account.password-changed')
    expect(used).toMatchObject([{ actor: person.id, details: { by: 'link' } }])
    expect(JSON.stringify(used)).not.toMatch(new RegExp(`${token}|${person.email}`))
  })
})

describe('a person whom an administrator adds', () => {
  const add = (data: Fields, by: Person | null = administrator) => application.request(by, 'POST', '/api/users', data)

  test('is invited by a mail in their language, chooses a password by its link, and signs in', async () => {
    const email = `invited-${randomUUID()}@example.org`
    expect((await add({ email, name: 'Inès', language: 'fr' })).status).toBe(201)
    const [mail, ...others] = await delivered()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: [email], subject: 'Votre compte sur localhost:3000' })
    expect(mail?.text).toContain('Ada Administrator')
    expect((await choose(tokenIn(mail))).status).toBe(200)
    expect((await signIn(email, NEW)).body).toMatchObject({ result: { passwordMustChange: false } })
  })

  test('is not stored without the mail, and no mail is stored without the person', async () => {
    const before = await application.payload.count({ collection: 'users', overrideAccess: true })
    const taken = administrator.email
    expect((await add({ email: taken, name: 'Twice' })).status).toBe(400)
    expect(await stored()).toEqual([])
    const { payload } = application
    const lost = new Error('The server stops here')
    const cause = withTransaction(payload, async ({ req, session }) => {
      const data = { email: 'never@example.org', name: 'Never' }
      const { id, email } = await payload.create({ collection: 'users', data, overrideAccess: true, req })
      await mailPasswordLink({ payload, session, person: { id, email }, invitedBy: 'Ada' })
      throw lost
    })
    await expect(cause).rejects.toThrow(lost)
    expect(await stored()).toEqual([])
    expect(await payload.count({ collection: 'users', overrideAccess: true })).toEqual(before)
  })

  test('may not approve what the administrator writes, who may read the mails of an address that they chose', async () => {
    const email = `invited-${randomUUID()}@example.org`
    const made = await add({ email, name: 'Invited' })
    await choose(tokenIn((await delivered()).at(-1)))
    const credential = await credentialsOf(application.payload).findOne({ _id: String(Object(made.body.doc).id) })
    expect(credential).toMatchObject({ mustChange: false, setByOther: { by: [administrator.id] } })
  })

  test('gets no second line from a name with line breaks, and no header', async () => {
    const name = 'Mallory\r\nBcc: victim@example.org\r\n\r\nhttps://evil.example/'
    const mallory = await factories.person({ roles: [{ role: 'admin' }], name })
    const email = `invited-${randomUUID()}@example.org`
    expect((await add({ email, name: 'A\r\nSubject: B' }, mallory)).status).toBe(201)
    const [mail] = await delivered()
    expect(mail?.to).toEqual([email])
    expect(mail?.source.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|Subject: B)/im)
    expect(mail?.text).toContain('Mallory Bcc: victim@example.org https://evil.example/')
    expect(mail?.text.split('\n').filter((line) => line.startsWith('https://evil'))).toEqual([])
  })

  test.each([
    'a@example.org\r\nBcc: victim@example.org',
    'a@example.org, victim@example.org',
    'A <a@example.org>',
    '"a b"@example.org',
  ])('cannot have the address %j', async (email) => {
    expect((await add({ email, name: 'Nobody' })).status).toBe(400)
    expect(keysOf(await ask(email))).toEqual(['refusal.bad-input'])
    expect(await stored()).toEqual([])
  })
})

describe('an administrator', () => {
  test('sends another person a link: an invitation until they have chosen a password, then one for a new one', async () => {
    const person = await factories.person()
    const email = `uninvited-${randomUUID()}@example.org`
    const made = await application.payload.create({
      collection: 'users',
      data: { email, name: 'New' },
      overrideAccess: true,
    })
    expect((await send(administrator, person.id)).status).toBe(200)
    expect((await send(administrator, String(made.id))).status).toBe(200)
    expect((await delivered()).map(({ to, subject }) => [to[0], subject])).toEqual([
      [person.email, 'New password for localhost:3000'],
      [email, 'Your account on localhost:3000'],
    ])
  })

  test('alone can do so, for others and not for themselves', async () => {
    const person = await factories.person()
    const lead = await factories.lead('ie')
    expect(keysOf(await send(lead, person.id))).toEqual(['refusal.role-accounts'])
    expect(keysOf(await send(null, person.id))).toEqual(['refusal.sign-in'])
    expect(keysOf(await send(administrator, administrator.id))).toEqual(['refusal.password-own-account'])
    expect(keysOf(await send(administrator, '0123456789abcdef01234567'))).toEqual(['refusal.account-unknown'])
    expect(await stored()).toEqual([])
  })
})

describe('without a mail server', () => {
  test('nothing promises a mail', async () => {
    const person = await factories.person()
    vi.stubEnv('SMTP_URL', '')
    try {
      expect(keysOf(await ask(person.email))).toEqual(['refusal.password-forgotten'])
      expect(keysOf(await send(administrator, person.id))).toEqual(['refusal.mail-off'])
      const email = `uninvited-${randomUUID()}@example.org`
      await application.request(administrator, 'POST', '/api/users', { email, name: 'New' })
      expect(await stored()).toEqual([])
    } finally {
      vi.stubEnv('SMTP_URL', server.url)
    }
  })
})
