// Runs the sample: an embedded database, the sample content, the built application. Ctrl-C ends it; the data stays.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { type Inbox, mailsTo, startInbox } from './demo/inbox/startInbox'
import { welcome } from './demo/welcome'
import { localEnvironment } from './localEnvironment'
import { buildOnce, type Server, startServer, untilDatabaseFails, untilItFails } from './production'
import { onEndSignals } from './signals'

const began = Date.now()
await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})

async function run(): Promise<void> {
  const dataDir = dataDirectory()
  const database = process.env.DATABASE_URI ? undefined : await startEmbeddedDatabase({ dataDir, onProgress: tell })
  let server: Server | undefined
  let inbox: Inbox | undefined
  const end = new Promise<void>((resolve) => onEndSignals(() => resolve()))
  try {
    const port = await freePort({ wanted: Number(process.env.PORT ?? 3000) })
    const databaseUri = process.env.DATABASE_URI || database?.uri('toolkit') || ''
    const env = { ...(await localEnvironment({ databaseUri, dataDir, port })), NODE_ENV: 'production' as const }
    // Building needs the processor while filling the database waits for it, so both run at once.
    await Promise.all([buildOnce({ env, onProgress: tell }), fill(env)])
    // A mail server that somebody has set is used; the sample itself causes no mail while it is filled.
    inbox = process.env.SMTP_URL ? undefined : await startInbox({ port: port + 1 })
    server = await startServer({ port, env: { ...env, ...mailsTo(inbox) }, onProgress: tell, host: '127.0.0.1' })
    tell('Ready.')
    console.log(welcome({ url: server.url, inboxUrl: inbox?.url ?? null, dataDir: database ? dataDir : null }))
    await Promise.race([end, untilItFails(server), ...(database ? [untilDatabaseFails(database)] : [])])
  } finally {
    await server?.stop()
    await inbox?.stop()
    await database?.stop()
  }
}

async function fill(env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/scripts/demo/fill.ts'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error('The sample content could not be written. What went wrong stands above.')
}

function tell(line: string): void {
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`[${String(seconds).padStart(3)} s] ${line}`)
}
