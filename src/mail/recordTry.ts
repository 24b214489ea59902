import type { Db } from 'mongodb'
import { pauseAfter } from './pauseAfter'
import { mailsIn } from './stores'
import type { TakenMail } from './takeMail'

/** The result of handing a mail over. `isFinal`: the server will never take it. */
export type Handed = { ok: true; said: string } | { ok: false; isFinal: boolean; said: string }

/**
 * Records what became of a mail: sent, to be tried again after a pause, or given up. Nothing is recorded by a worker whose lease
 * has ended and whose mail somebody else has taken since.
 */
export async function recordTry({
  database,
  mail,
  handed,
  firstPauseMs,
}: {
  database: Db
  mail: TakenMail
  handed: Handed
  firstPauseMs: number
}): Promise<void> {
  const next = handed.ok
    ? { state: 'sent', closedAt: '$$NOW' }
    : {
        state: handed.isFinal ? 'given-up' : 'waiting',
        closedAt: handed.isFinal ? '$$NOW' : null,
        dueAt: { $add: ['$$NOW', pauseAfter({ tries: mail.tries, firstPauseMs })] },
      }
  await mailsIn(database).updateOne({ _id: mail._id, lease: mail.lease }, [
    { $set: { ...next, said: { $literal: handed.said.slice(0, MOST_SAID) } } },
  ])
}

const MOST_SAID = 300
