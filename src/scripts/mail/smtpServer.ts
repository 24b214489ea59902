import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { freePort } from '@/database/freePort'

/** What a mail server was given: whom it is for, and the whole message as it came. */
export type Received = { to: string[]; source: string; session: SMTPServerSession }

/** Whether the server takes it. `drop`: it has taken it, and the connection ends before it says so. */
export type Verdict = 'taken' | 'later' | 'never' | 'drop'

export type SmtpServer = { url: string; stop: () => Promise<void> }

/** No mail of ours is larger. */
const LARGEST = 1024 * 1024

/**
 * A real mail server on this machine only, for the sample and for tests: it hands each mail to `receive`, and sends none on.
 */
export async function startSmtpServer({
  receive,
}: {
  receive: (received: Received) => Verdict | Promise<Verdict>
}): Promise<SmtpServer> {
  const server = new SMTPServer({
    banner: 'for this machine only',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    closeTimeout: 1_000,
    onData: async (stream, session, callback) => {
      const source = await text(stream).catch(() => null)
      // The client was killed before the end of the message.
      if (source === null) return
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const verdict = await receive({ to, source, session })
      if (verdict === 'drop') return closeConnectionOf({ server, session })
      callback(verdict === 'taken' ? null : refusal(verdict))
    },
  })
  // A client that is killed in the middle is no error of this server.
  server.on('error', () => {})
  const host = '127.0.0.1'
  const port = await freePort({ host })
  await once(server.listen(port, host), 'listening')
  return {
    url: `smtp://${host}:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusal(verdict: 'later' | 'never'): Error {
  const responseCode = verdict === 'later' ? 451 : 554
  return Object.assign(new Error(verdict === 'later' ? 'Try again later' : 'Not accepted'), { responseCode })
}

function closeConnectionOf({ server, session }: { server: SMTPServer; session: SMTPServerSession }): void {
  for (const connection of server.connections) if (connection.session.id === session.id) connection.close()
}
