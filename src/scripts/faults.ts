// `npm run test:faults [-- --times 50 --seed 1]`: kills the server (SIGKILL) while it publishes, at random moments, and
// checks afterwards: nothing that was acknowledged may be missing, nothing may be half stored. Ends with 1 if anything
// is.
import { parseArgs } from 'node:util'
import { startEmbeddedDatabase } from '@/database/embedded'
import { freePort } from '@/database/freePort'
import { localEnvironment } from './localEnvironment'
import { buildOnce, type Server, startServer } from './production'
import { randomFrom } from './random'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const times = Number(values.times)
const random = randomFrom(Number(values.seed))
const dataDir = '.data/faults'
const database = await startEmbeddedDatabase({ dataDir, onProgress: console.log })
let server: Server | undefined
try {
  process.exitCode = await run()
} finally {
  await server?.stop()
  await database.stop()
}
process.exit()

async function run(): Promise<number> {
  console.log(`${times} kills, seed ${values.seed}`)
  const port = await freePort({ wanted: 3400 })
  const databaseUri = database.uri(`faults-${Date.now()}`)
  const env = {
    ...(await localEnvironment({ databaseUri, dataDir, port })),
    SERVER_URL: `http://localhost:${port}`,
    NODE_ENV: 'production' as const,
  }
  Object.assign(process.env, env)
  await buildOnce({ env, onProgress: console.log })
  // The configuration reads the environment when it is loaded, which is now complete.
  const { prepareFaults } = await import('./faults/prepareFaults')
  const ground = await prepareFaults()
  const start = async () => {
    server = await startServer({ port, host: '127.0.0.1', env })
    return server
  }
  const usual = await ground.timePublishing(await start())
  console.log(`Publishing takes ${usual} ms when nothing is in its way.`)
  let acknowledged = 0
  for (let round = 1; round <= times; round++) {
    const running = server ?? (await start())
    // Up to one and a half times its duration: some kills come before the commit, some during it, some after the
    // answer.
    const killAfter = Math.round(random() * usual * 1.5)
    const { answered, problems } = await ground.publishAndKill({ server: running, killAfter })
    await running.stop()
    server = undefined
    if (answered) acknowledged++
    console.log(
      `${String(round).padStart(3)}: killed after ${killAfter} ms, ${answered ? 'answered' : 'not answered'}, ${problems.length === 0 ? 'whole' : problems.join('; ')}`,
    )
    if (problems.length > 0) return 1
    await start()
  }
  const remaining = await ground.verifyAll()
  console.log(
    `${times} kills: ${acknowledged} acknowledged, ${times - acknowledged} not; ${remaining.length === 0 ? 'no acknowledged write lost, no half release' : remaining.join('; ')}`,
  )
  return remaining.length === 0 ? 0 : 1
}
