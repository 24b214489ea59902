import { randomUUID } from 'node:crypto'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Mail } from '@/mail/mail'
import { mailSettings } from '@/mail/mailSettings'
import type { MailWorker } from '@/mail/mailWorker'
import { recordTry } from '@/mail/recordTry'
import { sendStoredMails } from '@/mail/sendStoredMails'
import { storeMail } from '@/mail/storeMail'
import { mailsIn, prepareMailStores } from '@/mail/stores'
import { takeMail } from '@/mail/takeMail'
import { countGivenUp, listGivenUp } from '@/mail/undelivered'
import { readMail } from '@/scripts/mail/readMail'
import { type SmtpServer, startSmtpServer, type Verdict } from '@/scripts/mail/smtpServer'
import { databaseUri } from '../setup/databaseUri'

let client: MongoClient
let database: Db
let server: SmtpServer
/** What the mail server answers to the next mails; afterwards it takes all. */
let verdicts: Verdict[] = []
let arrived: string[] = []
let workers: MailWorker[] = []

beforeAll(async () => {
  server = await startSmtpServer({
    receive: ({ source }) => {
      const verdict = verdicts.shift() ?? 'taken'
      if (verdict === 'taken' || verdict === 'drop') arrived.push(readMail(source).messageId)
      return verdict
    },
  })
  const uri = new URL(databaseUri())
  uri.pathname = `/mail-${randomUUID()}`
  client = await MongoClient.connect(uri.href)
  database = client.db()
  await prepareMailStores(database)
})
afterAll(async () => {
  await database.dropDatabase()
  await client.close()
  await server.stop()
})
beforeEach(async () => {
  verdicts = []
  arrived = []
  await mailsIn(database).deleteMany({})
})
afterEach(async () => {
  await Promise.all(workers.map(({ stop }) => stop()))
  workers = []
})

async function store(to = 'a@example.org', { giveUpAt }: { giveUpAt?: Date } = {}): Promise<Mail> {
  const about = { kind: 'reset', link: 'a-link' } as const
  const until = giveUpAt ? { giveUpAt } : {}
  await client.withSession((session) =>
    session.withTransaction(() =>
      storeMail({ database, session, to, language: 'en', about, now: new Date(), ...until }),
    ),
  )
  const [mail] = await mailsIn(database).find({ to }).sort({ turn: -1 }).toArray()
  if (!mail) throw new Error('Nothing was stored')
  return mail
}

function work(times: { leaseMs?: number; firstPauseMs?: number; url?: string } = {}): void {
  const { url = server.url, ...others } = times
  const settings = mailSettings({ SMTP_URL: url, MAIL_FROM: 'toolkit@example.org' })
  if (!settings) throw new Error('There are no settings')
  const given = { database, settings, serverURL: 'https://toolkit.example.org', secret: 'only for tests' }
  workers.push(
    sendStoredMails({ ...given, ...others, pollMs: 10, onProblem: (error) => expect(error).toBeUndefined() }),
  )
}

const stateOf = async ({ _id }: Mail) => mailsIn(database).findOne({ _id })
const untilIs = (mail: Mail, state: Mail['state']) =>
  vi.waitFor(async () => expect(await stateOf(mail)).toMatchObject({ state }), 20_000)

describe('a stored mail', () => {
  test('is taken by one worker, and by another one only when the lease has ended', async () => {
    const mail = await store()
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeMail({ database, leaseMs: 200 })))
    expect(taken.filter((one) => one !== null)).toHaveLength(1)
    const again = await vi.waitFor(async () => {
      const one = await takeMail({ database, leaseMs: 200 })
      expect(one).not.toBeNull()
      return one
    })
    expect(again).toMatchObject({ _id: mail._id, tries: 2, state: 'sending' })
  })

  test('is not closed by a worker whose lease has ended', async () => {
    const mail = await store()
    const late = await takeMail({ database, leaseMs: 0 })
    const now = await takeMail({ database, leaseMs: 60_000 })
    if (!late || !now) throw new Error('It was not taken twice')
    await recordTry({ database, mail: late, handed: { ok: true, said: '250 late' }, firstPauseMs: 1 })
    expect(await stateOf(mail)).toMatchObject({ state: 'sending', lease: now.lease })
    await recordTry({ database, mail: now, handed: { ok: true, said: '250 now' }, firstPauseMs: 1 })
    expect(await stateOf(mail)).toMatchObject({ state: 'sent', said: '250 now', closedAt: expect.any(Date) })
  })

  test('waits for the one before it to the same address, and not for others', async () => {
    const [first] = [await store('a@example.org'), await store('a@example.org')]
    const other = await store('b@example.org')
    const taken = [await takeMail({ database, leaseMs: 60_000 }), await takeMail({ database, leaseMs: 60_000 })]
    expect(taken.map((one) => one?._id)).toEqual([first._id, other._id])
    expect(await takeMail({ database, leaseMs: 60_000 })).toBeNull()
  })

  test('arrives after the one before it, although that was refused for now', async () => {
    verdicts = ['later', 'later']
    const mails = [await store(), await store(), await store()]
    for (let count = 0; count < 3; count++) work({ firstPauseMs: 30 })
    for (const mail of mails) await untilIs(mail, 'sent')
    expect(arrived).toEqual(mails.map(({ _id }) => `${_id}@example.org`))
  })

  test('has the same Message-ID when it is sent again because the answer was lost', async () => {
    verdicts = ['drop']
    const mail = await store()
    work({ firstPauseMs: 30 })
    await untilIs(mail, 'sent')
    expect(arrived).toEqual(Array(2).fill(`${mail._id}@example.org`))
  })

  test('is given up at once if the server will never take it, and the next one is sent', async () => {
    verdicts = ['never']
    const [first, second] = [await store(), await store()]
    work()
    await untilIs(second, 'sent')
    expect(await listGivenUp(database)).toMatchObject([
      { _id: first._id, to: 'a@example.org', said: '554 Not accepted' },
    ])
    expect(await countGivenUp(database)).toBe(1)
  })

  test('is given up after a day, with what the server said last, and is not handed over again', async () => {
    verdicts = ['later', 'later', 'later', 'later', 'later', 'later', 'later', 'later']
    const mail = await store()
    work({ firstPauseMs: 20 })
    await vi.waitFor(async () => expect(await stateOf(mail)).toMatchObject({ said: '451 Try again later' }), 20_000)
    await mailsIn(database).updateOne({ _id: mail._id }, { $set: { giveUpAt: new Date() } })
    await untilIs(mail, 'given-up')
    expect((await listGivenUp(database))[0]?.said).toBe('451 Try again later')
    expect(arrived).toEqual([])
  })

  test('is tried for a day, or as long as it is useful', async () => {
    const soon = new Date(Date.now() + 60_000)
    const hours = ({ createdAt, giveUpAt }: Mail) => (giveUpAt.getTime() - createdAt.getTime()) / 3_600_000
    expect(hours(await store())).toBe(24)
    expect((await store('b@example.org', { giveUpAt: soon })).giveUpAt).toEqual(soon)
    expect(hours(await store('c@example.org', { giveUpAt: new Date(Date.now() + 10 ** 9) }))).toBe(24)
  })

  test('waits while there is no mail server, and says why', async () => {
    const mail = await store()
    work({ url: 'smtp://127.0.0.1:1', firstPauseMs: 60_000 })
    await vi.waitFor(async () => expect(await stateOf(mail)).toMatchObject({ state: 'waiting', tries: 1 }), 20_000)
    expect((await stateOf(mail))?.said).toContain('ECONNREFUSED')
  })
})
