import type { Collection, Db } from 'mongodb'
import type { Mail } from './mail'

/**
 * Mails, and the last turn of each address. They are not Payload's collections: no route, screen or query can reach them, only
 * what is in this folder.
 */
export const MAILS = 'mails'
export const MAIL_TURNS = 'mail-turns'

const DAY_S = 24 * 60 * 60
/** For the administrator, who sees what was given up. */
const KEPT_S = 30 * DAY_S

/** The unique indexes that the order of mails depends on (see collections/index.ts). */
export const mailIndexes = [{ collection: MAILS, keys: ['lane', 'turn'] }]

export function mailsIn(database: Db): Collection<Mail> {
  return database.collection<Mail>(MAILS)
}

export type MailTurn = { _id: string; last: number; usedAt: Date }

export function turnsIn(database: Db): Collection<MailTurn> {
  return database.collection<MailTurn>(MAIL_TURNS)
}

/** Creates the collections and their indexes; old documents are deleted automatically. Once at the start. */
export async function prepareMailStores(database: Db): Promise<void> {
  await mailsIn(database).createIndexes([
    { key: { lane: 1, turn: 1 }, unique: true },
    { key: { state: 1, lane: 1, turn: 1 } },
    { key: { closedAt: 1 }, expireAfterSeconds: KEPT_S },
  ])
  // Longer than any mail of the lane: a turn never comes again beside one that is stored.
  await turnsIn(database).createIndex({ usedAt: 1 }, { expireAfterSeconds: 2 * KEPT_S })
}
