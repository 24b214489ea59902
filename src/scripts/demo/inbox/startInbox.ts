import { once } from 'node:events'
import { createServer } from 'node:http'
import { freePort } from '@/database/freePort'
import { readMail } from '@/scripts/mail/readMail'
import { startSmtpServer } from '@/scripts/mail/smtpServer'
import { answerOfInbox } from './answerOfInbox'
import type { InboxMail } from './inboxMail'

/** `url` is the page, `smtpUrl` the mail server. */
export type Inbox = { url: string; smtpUrl: string; stop: () => Promise<void> }

const MOST_KEPT = 200

/**
 * A mail server for the sample, on this machine only, and a page that shows what it was given. Both are in this process and not in the
 * application: in production there is neither. The mails are in memory and go with it.
 */
export async function startInbox({ port: wanted }: { port?: number } = {}): Promise<Inbox> {
  const mails: InboxMail[] = []
  let number = 0
  const smtp = await startSmtpServer({
    receive: ({ source }) => {
      number += 1
      mails.unshift({ ...readMail(source), number, at: new Date() })
      mails.splice(MOST_KEPT)
      return 'taken'
    },
  })
  const host = '127.0.0.1'
  const port = await freePort({ host, ...(wanted ? { wanted } : {}) })
  const server = createServer((request, response) => {
    const { status, headers, body } = answerOfInbox({ request, port, mails })
    response.writeHead(status, headers).end(body)
  })
  await once(server.listen(port, host), 'listening')
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await smtp.stop()
  }
  return { url: `http://localhost:${port}`, smtpUrl: smtp.url, stop }
}

/** The environment of an application that sends its mails there; nothing without an inbox. */
export function mailsTo(inbox: Pick<Inbox, 'smtpUrl'> | undefined): Record<string, string> {
  return inbox ? { SMTP_URL: inbox.smtpUrl, MAIL_FROM: 'toolkit@demo.example' } : {}
}
