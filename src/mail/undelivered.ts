import type { Db } from 'mongodb'
import { type Mail, OPEN } from './mail'
import { mailsIn } from './stores'

/** A mail that was given up, for the administrator. */
export type Undelivered = Pick<Mail, '_id' | 'to' | 'about' | 'createdAt' | 'said'>

const MOST_LISTED = 200

/** The mails that were given up, newest first, as long as they are kept. */
export async function listGivenUp(database: Db): Promise<Undelivered[]> {
  return mailsIn(database).find({ state: 'given-up' }).sort({ createdAt: -1 }).limit(MOST_LISTED).toArray()
}

export async function countGivenUp(database: Db): Promise<number> {
  return mailsIn(database).countDocuments({ state: 'given-up' })
}

/** The mails that are still to be sent. */
export async function countOpen(database: Db): Promise<number> {
  return mailsIn(database).countDocuments({ state: { $in: [...OPEN] } })
}
