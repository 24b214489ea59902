import { randomUUID } from 'node:crypto'
import type { Db } from 'mongodb'
import { type Mail, OPEN } from './mail'
import { mailsIn } from './stores'

/** A mail that a worker has taken; nobody else takes it before the lease ends. */
export type TakenMail = Mail & { lease: string }

/** So many addresses are tried when other workers are faster. */
const MOST_TRIED = 20

/**
 * Takes the mail that is due and has waited longest, for as long as the lease; null if there is none. Only the first open mail
 * of an address can be taken, so that mails arrive there in their order. A worker that is killed leaves its mail to the next one
 * when the lease ends. All times are those of the database, so that the clocks of servers may differ.
 */
export async function takeMail({ database, leaseMs }: { database: Db; leaseMs: number }): Promise<TakenMail | null> {
  const mails = mailsIn(database)
  const firsts = await mails
    .aggregate<Mail>([
      { $match: { state: { $in: OPEN } } },
      { $sort: { lane: 1, turn: 1 } },
      { $group: { _id: '$lane', first: { $first: '$$ROOT' } } },
      { $replaceRoot: { newRoot: '$first' } },
      { $match: { $expr: IS_DUE } },
      { $sort: { dueAt: 1 } },
      { $limit: MOST_TRIED },
    ])
    .toArray()
  for (const { _id, lane, turn, lease } of firsts) {
    // Stored while the list was read. Later none can come before this one: turns only grow, and no mail opens again.
    if (await mails.findOne({ lane, state: { $in: [...OPEN] }, turn: { $lt: turn } })) continue
    const name = randomUUID()
    const taken = await mails.findOneAndUpdate(
      { _id, lease, state: { $in: [...OPEN] }, $expr: IS_DUE },
      [
        {
          $set: {
            state: 'sending',
            lease: name,
            dueAt: { $add: ['$$NOW', leaseMs] },
            tries: { $add: ['$tries', 1] },
          },
        },
      ],
      { returnDocument: 'after' },
    )
    if (taken) return { ...taken, lease: name }
  }
  return null
}

const IS_DUE = { $lte: ['$dueAt', '$$NOW'] }
