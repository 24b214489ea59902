import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { setTimeout as pause } from 'node:timers/promises'
import { type Db, MongoClient } from 'mongodb'
import { LANGUAGES } from '@/domain/language'
import { OPEN } from '@/mail/mail'
import { storeMail } from '@/mail/storeMail'
import { mailsIn, prepareMailStores } from '@/mail/stores'
import { readMail } from './readMail'
import { type SmtpServer, startSmtpServer, type Verdict } from './smtpServer'

export type MailRun = { mails: number; addresses: number; workers: number; kills: number }

export type MailReport = {
  /** Mails whose transaction was committed, and those that arrived, each counted once by its Message-ID. */
  stored: number
  arrived: number
  /** Mails whose transaction was taken back and that arrived nevertheless. */
  withoutCause: number
  /** Messages that came again with the same Message-ID. */
  repeats: number
  /** Mails that first arrived after a later one for the same address. */
  outOfOrder: number
  /** Kills, and those of them between the moment when the mail server had taken a mail and its answer. */
  kills: number
  killsBeforeAnswer: number
  /** Answers of the mail server that it takes a mail later, and answers that were lost. */
  refusedForNow: number
  lostAnswers: number
  /** What is stored of the mails at the end. */
  states: Record<string, number>
  seconds: number
}

/** Long enough for a mail on a busy machine, short enough to wait for after each kill. */
const LEASE_MS = 3_000

/**
 * Stores mails to several addresses, a part of them in transactions that are taken back, while workers in processes of their own
 * send them to a real mail server and are killed (SIGKILL): at any moment, or just when the mail server has taken a mail and
 * the worker does not know it yet. The mail server sometimes takes a mail only later, and sometimes loses its answer.
 */
export async function runMails({
  databaseUri,
  random,
  onProgress,
  mails,
  addresses,
  workers,
  kills,
}: MailRun & { databaseUri: string; random: () => number; onProgress?: (line: string) => void }): Promise<MailReport> {
  const began = Date.now()
  const client = await MongoClient.connect(databaseUri, { w: 'majority', readConcernLevel: 'majority' })
  const database = client.db()
  await prepareMailStores(database)
  const received: string[] = []
  const counted = { kills: 0, killsBeforeAnswer: 0, refusedForNow: 0, lostAnswers: 0 }
  const running = new Map<string, ChildProcess>()
  let waitsForHandOver = false
  const kill = (name: string) => {
    running.get(name)?.kill('SIGKILL')
    running.delete(name)
    counted.kills += 1
  }
  const receive = async (id: string, from: string): Promise<Verdict> => {
    await pause(random() * 60)
    const lot = random()
    if (lot < 0.05) {
      counted.refusedForNow += 1
      return 'later'
    }
    received.push(id)
    if (waitsForHandOver && running.has(from)) {
      waitsForHandOver = false
      counted.killsBeforeAnswer += 1
      kill(from)
    }
    if (lot > 0.97) {
      counted.lostAnswers += 1
      return 'drop'
    }
    return 'taken'
  }
  const server = await startSmtpServer({
    receive: ({ source, session }) =>
      receive(readMail(source).messageId.split('@')[0] ?? '', String(session.hostNameAppearsAs)),
  })
  const startWorkers = async () => {
    const missing = workers - running.size
    const started = await Promise.all(Array.from({ length: missing }, () => startWorker({ databaseUri, server })))
    for (const child of started) running.set(`worker-${child.pid}`, child)
  }
  try {
    await startWorkers()
    const people = Array.from({ length: addresses }, (_, at) => `person-${at}@example.org`)
    for (let done = 0; done < mails; ) {
      const batch = Math.min(Math.ceil(mails / kills), mails - done)
      const some = Array.from({ length: batch }, () => people[Math.floor(random() * people.length)] ?? '')
      // At once, so that transactions for one address conflict.
      await Promise.all(some.map((to) => storeOne({ client, database, to, random })))
      // In a transaction that is taken back.
      await storeOne({ client, database, to: people[0] ?? '', random, isTakenBack: true })
      done += batch
      if (counted.kills >= kills) continue
      if (random() < 0.4) await handOver()
      else {
        await pause(random() * 400)
        const names = [...running.keys()]
        kill(names[Math.floor(random() * names.length)] ?? '')
      }
      await startWorkers()
      if (counted.kills % 10 === 0) onProgress?.(`${counted.kills} kills, ${new Set(received).size} mails arrived`)
    }
    await untilAllAreClosed(database)
  } finally {
    for (const child of running.values()) child.kill('SIGKILL')
    await server.stop()
  }
  const report = { ...(await reportOf({ database, received })), ...counted }
  await client.close()
  return { ...report, seconds: Math.round((Date.now() - began) / 1000) }

  /** The next worker that hands a mail over is killed. */
  async function handOver(): Promise<void> {
    const before = counted.kills
    waitsForHandOver = true
    while (counted.kills === before) {
      if ((await mailsIn(database).countDocuments({ state: { $in: [...OPEN] } })) === 0)
        await storeOne({ client, database, to: 'person-0@example.org', random })
      await pause(20)
    }
  }
}

/** What is wrong with a run, in words; empty if each mail arrived, once by its Message-ID, in order. */
export function mistakesIn({ stored, arrived, withoutCause, outOfOrder, states }: MailReport): string[] {
  const wrong = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : [])
  return [
    ...wrong(stored - arrived, 'mails did not arrive'),
    ...wrong(withoutCause, 'mails arrived although nothing caused them'),
    ...wrong(outOfOrder, 'mails arrived after a later one for the same address'),
    ...wrong(stored - (states.sent ?? 0), 'mails are not recorded as sent'),
  ]
}

async function startWorker({
  databaseUri,
  server,
}: {
  databaseUri: string
  server: SmtpServer
}): Promise<ChildProcess> {
  const given = JSON.stringify({ databaseUri, smtpUrl: server.url, leaseMs: LEASE_MS })
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, 'src/scripts/mail/worker.ts', given], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

const CAUSES = 'mail-causes'

/** A mail and what causes it, in one transaction. The name of the person who invites is the id of the cause. */
async function storeOne({
  client,
  database,
  to,
  random,
  isTakenBack = false,
}: {
  client: MongoClient
  database: Db
  to: string
  random: () => number
  isTakenBack?: boolean
}): Promise<void> {
  const language = LANGUAGES[Math.floor(random() * LANGUAGES.length)] ?? 'en'
  await client.withSession((session) =>
    session.withTransaction(async () => {
      const { insertedId } = await database.collection(CAUSES).insertOne({ to, isTakenBack }, { session })
      const about = { kind: 'invitation', link: 'a-link', by: String(insertedId) } as const
      await storeMail({ database, session, to, language, about, now: new Date() })
      if (isTakenBack) await session.abortTransaction()
    }),
  )
}

async function untilAllAreClosed(database: Db): Promise<void> {
  const deadline = Date.now() + 120_000
  while ((await mailsIn(database).countDocuments({ state: { $in: [...OPEN] } })) > 0) {
    if (Date.now() > deadline) return
    await pause(100)
  }
}

async function reportOf({ database, received }: { database: Db; received: string[] }) {
  const stored = await mailsIn(database).find().sort({ lane: 1, turn: 1 }).toArray()
  const causes = await database.collection(CAUSES).countDocuments()
  const firstAt = new Map<string, number>()
  for (const [at, id] of received.entries()) if (!firstAt.has(id)) firstAt.set(id, at)
  const known = new Set(stored.map(({ _id }) => _id))
  const states: Record<string, number> = {}
  for (const { state } of stored) states[state] = (states[state] ?? 0) + 1
  const outOfOrder = stored.filter((mail, index) => {
    const before = stored[index - 1]
    return before?.lane === mail.lane && (firstAt.get(before._id) ?? 0) > (firstAt.get(mail._id) ?? 0)
  })
  return {
    stored: causes,
    arrived: stored.filter(({ _id }) => firstAt.has(_id)).length,
    withoutCause: [...firstAt.keys()].filter((id) => !known.has(id)).length,
    repeats: received.length - firstAt.size,
    outOfOrder: outOfOrder.length,
    states,
  }
}
