// `npm run test:attack [-- --short --seed 1 --only reads]`: tries what is forbidden on the built application, as people
// of every role and as nobody. Ends with 1 if anything gets through. With ATTACK_SERVER (and its DATABASE_URI) a
// running server is attacked, whose database fillGround.ts has filled, so that an attack can be tried without a build.
// ATTACK_FORGETFUL_SERVER is then a second one with SITE_MEMORY_MB=0, for attacks that compare pages.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import type { AttackResult } from './attack/attack'
import { openGround } from './attack/ground'
import { attacks } from './attack/index'
import { localEnvironment } from './localEnvironment'
import { buildOnce, startServer } from './production'
import { randomFrom } from './random'

/** The number of reported lines for each attack. */
const MOST_LINES = 20

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    only: { type: 'string', multiple: true, default: [] },
    // `npm test` reads from this line how many attacks found nothing.
    counts: { type: 'string' },
  },
})
const unknown = values.only.filter((name) => !(name in attacks))
if (unknown.length > 0) {
  console.error(`There is no attack ${unknown.join(', ')}. There are: ${Object.keys(attacks).join(', ')}`)
  process.exit(2)
}

process.exitCode = await (process.env.ATTACK_SERVER ? attackRunning(process.env.ATTACK_SERVER) : attackOwn())
process.exit()

async function attackRunning(url: string): Promise<number> {
  const forgetfulUrl = process.env.ATTACK_FORGETFUL_SERVER ?? ''
  const { ground, close } = await openGround({ url, forgetfulUrl, databaseUri: process.env.DATABASE_URI ?? '' })
  return attackAll(ground).finally(close)
}

async function attackOwn(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-attack-'))
  const cacheDir = join(dataDirectory(), 'bin')
  const database = await startEmbeddedDatabase({ dataDir, cacheDir, onProgress: console.log })
  try {
    return await run({ dataDir, databaseUri: database.uri('attack') })
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function run({ dataDir, databaseUri }: { dataDir: string; databaseUri: string }): Promise<number> {
  const local = {
    ...(await localEnvironment({ databaseUri, dataDir })),
    MEDIA_DIR: join(dataDir, 'media'),
    NODE_ENV: 'production' as const,
  }
  await Promise.all([buildOnce({ env: local, onProgress: console.log }), fill(local)])
  // Chosen last, because another run may have taken a port in the meantime.
  const port = await freePort({ wanted: Number(process.env.PORT || 3350) })
  const env = { ...local, SERVER_URL: `http://localhost:${port}` }
  const server = await startServer({ port, host: '127.0.0.1', env, onProgress: console.log })
  // It names the same address in its pages.
  const forgetful = await startServer({
    port: await freePort({ wanted: port + 1 }),
    host: '127.0.0.1',
    env: { ...env, SITE_MEMORY_MB: '0' },
    onProgress: console.log,
  }).catch(async (error: unknown) => {
    await server.stop()
    throw error
  })
  try {
    const { ground, close } = await openGround({
      url: server.url,
      forgetfulUrl: forgetful.url,
      databaseUri,
      serverProcess: server.process.pid,
    })
    return await attackAll(ground).finally(close)
  } finally {
    await Promise.all([server.stop(), forgetful.stop()])
  }
}

async function fill(env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/scripts/attack/fillGround.ts'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error('The ground could not be prepared. What went wrong stands above.')
}

async function attackAll(ground: Parameters<(typeof attacks)[string]>[0]): Promise<number> {
  console.log(`Seed ${values.seed}`)
  let [passed, failed] = [0, 0]
  for (const [name, attack] of Object.entries(attacks)) {
    if (values.only.length > 0 && !values.only.includes(name)) continue
    const began = Date.now()
    const result = await attack(ground, { short: values.short, random: randomFrom(Number(values.seed)) }).catch(
      notTried,
    )
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(`${name}: tried ${result.tried}, held ${result.held}, broken ${result.broken.length} (${seconds} s)`)
    for (const line of result.broken.slice(0, MOST_LINES)) console.log(`  ${line}`)
    if (result.broken.length > MOST_LINES) console.log(`  and ${result.broken.length - MOST_LINES} more`)
    // An attack that tried nothing has proven nothing.
    if (result.tried > 0 && result.broken.length === 0) passed += 1
    else failed += 1
  }
  if (values.counts) await writeFile(values.counts, JSON.stringify({ passed, failed }))
  return passed > 0 && failed === 0 ? 0 : 1
}

/** The attacks after it still run. */
function notTried(error: unknown): AttackResult {
  return { tried: 0, held: 0, broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
}
