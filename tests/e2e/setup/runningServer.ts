import { announce } from './application'
import { assertMayBeEmptied } from './emptyApplication'

/**
 * Lets the tests use a running server, so that a changed test can be tried without a build:
 *
 *     export DATABASE_URI='mongodb://127.0.0.1:27017/e2e?replicaSet=rs0' PAYLOAD_SECRET=… MEDIA_DIR=… \
 *       SERVER_URL=http://localhost:3333 NODE_OPTIONS=--conditions=production
 *     npx next build && npx next start -p 3333 &
 *     E2E_SERVER=http://localhost:3333 npx playwright test
 *
 * The first three must be those of the server. A test of mails also needs INBOX_URL: the page of an inbox that takes the mails of
 * the server (src/scripts/demo/inbox). Each test empties that database: its name must begin with `e2e`.
 */
export function runningServer(server: string): () => Promise<void> {
  const { DATABASE_URI = '', PAYLOAD_SECRET = '', MEDIA_DIR = '', INBOX_URL: inbox = '' } = process.env
  if (!DATABASE_URI || !PAYLOAD_SECRET || !MEDIA_DIR)
    throw new Error('E2E_SERVER needs DATABASE_URI, PAYLOAD_SECRET and MEDIA_DIR of that server')
  assertMayBeEmptied(DATABASE_URI)
  announce([{ server, database: DATABASE_URI, secret: PAYLOAD_SECRET, media: MEDIA_DIR, inbox }])
  return async () => {}
}
