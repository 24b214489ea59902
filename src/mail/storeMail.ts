import { createHash, randomUUID } from 'node:crypto'
import type { ClientSession, Db } from 'mongodb'
import type { Language } from '@/domain/language'
import type { Mail, MailAbout } from './mail'
import { mailsIn, turnsIn } from './stores'

/** A mail that the server did not take is tried again for a day. */
export const LONGEST_TRYING_MS = 24 * 60 * 60 * 1000

/**
 * Stores a mail in the transaction of what causes it: both are stored, or neither. It is sent afterwards, after those that were
 * stored before for the same address. For an address without an account the same is written, and nothing is ever sent.
 */
export async function storeMail({
  database,
  session,
  to,
  hasAccount = true,
  language,
  about,
  now,
  giveUpAt,
}: {
  database: Db
  session: ClientSession
  to: string
  hasAccount?: boolean
  language: Language
  about: MailAbout
  now: Date
  /** A day later, if the mail is not useless before. */
  giveUpAt?: Date
}): Promise<void> {
  const lane = createHash('sha256').update(to).digest('base64url')
  // Two transactions for the same address conflict here, so that turns are in the order of commits.
  const turn = await turnsIn(database).findOneAndUpdate(
    { _id: lane },
    { $inc: { last: 1 }, $set: { usedAt: now } },
    { session, upsert: true, returnDocument: 'after' },
  )
  const dayAfter = new Date(now.getTime() + LONGEST_TRYING_MS)
  const mail: Mail = {
    _id: randomUUID(),
    to: hasAccount ? to : '',
    lane,
    turn: turn?.last ?? 1,
    language,
    about,
    state: hasAccount ? 'waiting' : 'for-nobody',
    createdAt: now,
    giveUpAt: giveUpAt && giveUpAt < dayAfter ? giveUpAt : dayAfter,
    dueAt: now,
    lease: null,
    tries: 0,
    said: '',
    closedAt: hasAccount ? null : now,
  }
  await mailsIn(database).insertOne(mail, { session })
}
