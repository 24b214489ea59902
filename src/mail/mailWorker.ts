import type { Db } from 'mongodb'
import { recordTry } from './recordTry'
import type { Sender } from './smtpSender'
import { type TakenMail, takeMail } from './takeMail'
import type { WrittenMail } from './writeMail'

/** A worker that is killed keeps a mail from others for so long. */
const LEASE_MS = 120_000
const POLL_MS = 2_000
const FIRST_PAUSE_MS = 60_000

export type MailWorker = { stop: () => Promise<void> }

/**
 * Sends the stored mails, one after the other, until it is stopped; any number of workers can do so at once, on any number of
 * servers. A mail is marked before it is handed over and after the mail server has taken it.
 */
export function startMailWorker({
  database,
  write,
  send,
  onProblem,
  leaseMs = LEASE_MS,
  pollMs = POLL_MS,
  firstPauseMs = FIRST_PAUSE_MS,
}: {
  database: Db
  write: (mail: TakenMail) => WrittenMail
  send: Sender
  /** The database failed: the worker tries again. */
  onProblem: (error: unknown) => void
  leaseMs?: number
  pollMs?: number
  firstPauseMs?: number
}): MailWorker {
  let isStopped = false
  let wake = () => {}
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pollMs)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  async function sendNext(): Promise<boolean> {
    const mail = await takeMail({ database, leaseMs })
    if (!mail) return false
    const handed = await (isTooLate(mail) ? tooLate(mail) : send(write(mail), AbortSignal.timeout(leaseMs * 0.8)))
    await recordTry({ database, mail, handed, firstPauseMs })
    return true
  }
  async function run(): Promise<void> {
    while (!isStopped) {
      const hasSent = await sendNext().catch((error: unknown) => {
        onProblem(error)
        return false
      })
      if (!hasSent && !isStopped) await pause()
    }
  }
  const running = run()
  return {
    stop: async () => {
      isStopped = true
      wake()
      await running
    },
  }
}

const isTooLate = ({ giveUpAt }: TakenMail) => giveUpAt <= new Date()

/** What the server said at the last try stays. */
const tooLate = async ({ said }: TakenMail) => ({ ok: false, isFinal: true, said }) as const
