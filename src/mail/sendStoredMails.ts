import type { Db } from 'mongodb'
import type { MailSettings } from './mailSettings'
import { type MailWorker, startMailWorker } from './mailWorker'
import { smtpSender } from './smtpSender'
import { writeMail } from './writeMail'

/** Sends the stored mails of this application by its settings, until it is stopped. */
export function sendStoredMails({
  database,
  settings: { server, from },
  serverURL,
  secret,
  ...times
}: {
  database: Db
  settings: MailSettings
  serverURL: string
  secret: string
  onProblem: (error: unknown) => void
  leaseMs?: number
  pollMs?: number
  firstPauseMs?: number
}): MailWorker {
  return startMailWorker({
    database,
    write: (mail) => writeMail({ mail, serverURL, secret, from }),
    send: smtpSender({ server }),
    ...times,
  })
}
