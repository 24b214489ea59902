// `npm run test:typing [-- --kills 20 --people 3 --seed 1]`: people type in sections while the browser, the server, or both are
// killed (SIGKILL) at random moments. Each then opens the section in a browser without any storage, as on another
// device. Ends with 1 if more than the last five seconds of anybody are missing, or a word in the midst of others.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserServer, chromium } from '@playwright/test'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { findBrowser } from './browser/findBrowser'
import { localEnvironment } from './localEnvironment'
import { buildOnce, type Server, startServer } from './production'
import { randomFrom } from './random'
import { signIn } from './signIn'
import { Writer } from './typing/writer'

/** So much of the newest may be missing, in ms. */
const MOST_LOST = 5_000

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    people: { type: 'string', default: '3' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const random = randomFrom(Number(values.seed))
const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-typing-'))
const cacheDir = join(dataDirectory(), 'bin')
const database = await startEmbeddedDatabase({ dataDir, cacheDir, onProgress: console.log })
let server: Server | undefined
try {
  process.exitCode = await run()
} finally {
  await server?.stop()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
process.exit()

async function run(): Promise<number> {
  const [kills, people] = [Number(values.kills), Number(values.people)]
  console.log(`${kills} kills, ${people} people at once, seed ${values.seed}`)
  const name = String(Date.now())
  const port = await freePort({ wanted: 3450 })
  const env = {
    ...(await localEnvironment({ databaseUri: database.uri(`typing-${name}`), dataDir, port })),
    SERVER_URL: `http://localhost:${port}`,
    NODE_ENV: 'production' as const,
  }
  Object.assign(process.env, env)
  await buildOnce({ env, onProgress: console.log })
  // The configuration reads the environment when it is loaded, which is now complete.
  const { prepareTyping } = await import('./typing/prepareTyping')
  const accounts = await prepareTyping({ people, run: name })
  const start = () => startServer({ port, host: '127.0.0.1', env })
  server = await start()
  const writers = accounts.map((account) => new Writer(account, random))
  const url = env.SERVER_URL
  const cookies = await Promise.all(accounts.map((account) => signIn({ url }, account)))
  const lost: number[] = []
  const problems: string[] = []
  const counts = { browser: 0, server: 0, both: 0 }
  let killedAt = 0
  for (let done = 0; done < kills + people; ) {
    const { browser, browserServer } = await launch()
    for (const [index, writer] of writers.entries()) {
      const context = await browser.newContext()
      await context.addCookies((cookies[index] ?? []).map((cookie) => ({ ...cookie, url })))
      await writer.open(context, url)
      if (killedAt > 0) {
        const { lostMs, gaps } = await writer.missing(killedAt)
        lost.push(lostMs)
        const what = `${writer.account.email}, before kill ${done}`
        if (lostMs > MOST_LOST) problems.push(`${what}: the last ${lostMs} ms are missing`)
        if (gaps.length > 0) problems.push(`${what}: missing in the midst: ${gaps.join(', ')}`)
      }
      writer.turnPage()
    }
    if (done >= kills) {
      await browserServer.kill()
      break
    }
    const kind = (['browser', 'browser', 'server', 'both'] as const)[Math.floor(random() * 4)] ?? 'browser'
    for (const writer of writers) writer.start()
    await pause(1_000 + random() * 7_000)
    if (kind !== 'browser') server.process.kill('SIGKILL')
    // They go on while the server starts again; then the browser stops too.
    if (kind === 'server') {
      await server.stop()
      server = await start()
      await pause(7_000 + random() * 3_000)
    }
    killedAt = Date.now()
    await browserServer.kill()
    for (const writer of writers) await writer.stop()
    if (kind === 'both') {
      await server.stop()
      server = await start()
    }
    counts[kind] += people
    done += people
    console.log(`${done} kills: at most ${Math.max(0, ...lost)} ms lost, ${problems.length} problems`)
  }
  for (const problem of problems) console.log(`- ${problem}`)
  const sorted = lost.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  console.log(`${lost.length} times somebody went on elsewhere: ${JSON.stringify(counts)}`)
  console.log(`Missing, in ms of typing: median ${at(0.5)}, 95 % at most ${at(0.95)}, most ${at(1)}`)
  console.log(problems.length === 0 ? 'Nothing more was lost.' : `${problems.length} problems`)
  return problems.length === 0 ? 0 : 1
}

async function launch(): Promise<{ browser: Browser; browserServer: BrowserServer }> {
  const { executablePath, env } = await findBrowser()
  const browserServer = await chromium.launchServer({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return { browser: await chromium.connect(browserServer.wsEndpoint()), browserServer }
}
