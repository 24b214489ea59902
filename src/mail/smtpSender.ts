import { createTransport } from 'nodemailer'
import type { MailServer } from './mailSettings'
import type { Handed } from './recordTry'
import type { WrittenMail } from './writeMail'

/** Hands a mail to the mail server. Never throws: what went wrong is in the answer. */
export type Sender = (mail: WrittenMail, signal: AbortSignal) => Promise<Handed>

/** Sends over SMTP, with a connection for each mail. `name` is what this server calls itself. */
export function smtpSender({ server, name }: { server: MailServer; name?: string }): Sender {
  const transport = createTransport({
    ...server,
    ...(name ? { name } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
  })
  return async ({ from, to, messageId, ...written }, signal) => {
    try {
      // As objects: an address that is a text would be parsed, and could name two people.
      const people = { from: { name: '', address: from }, to: { name: '', address: to } }
      const { response } = await transport.sendMail({ ...written, ...people, messageId: `<${messageId}>`, signal })
      return { ok: true, said: response }
    } catch (error) {
      return { ok: false, ...problemOf(error) }
    }
  }
}

/** No step of a conversation takes longer; the whole one ends with the lease (mailWorker.ts). */
const STEP_MS = 30_000

/** The server refuses this address, or this mail: later it would too. A refused sign-in is a setting that can be put right. */
const FINAL = /^(RCPT TO|DATA)/

function problemOf(error: unknown): { isFinal: boolean; said: string } {
  const { command = '', permanent, response, rejectedErrors, message } = Object(error)
  const [rejected] = Array.isArray(rejectedErrors) ? rejectedErrors : []
  const isPermanent = (rejected?.permanent ?? permanent) === true
  return { isFinal: isPermanent && FINAL.test(command), said: String(rejected?.response ?? response ?? message) }
}
