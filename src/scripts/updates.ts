// `npm run test:updates [-- --seed 1]`: brings countries up to date with all versions of a real document, by random
// decisions, and looks after each step for every word that a country wrote and every change of the common framework.
// With `--histories 1000`: two people at once, in many short histories. Ends with 1 if anything is lost.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { localEnvironment } from './localEnvironment'
import { hasStandard, STANDARD } from './updates/standard'
import { Lost, tally } from './updates/tally'

/** The number of reported lines of one failure. */
const MOST_LINES = 20

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    short: { type: 'boolean', default: false },
    histories: { type: 'string' },
  },
})
const which = values.histories ? `--histories ${values.histories} ` : values.short ? '--short ' : ''
const again = `npm run test:updates -- ${which}--seed ${values.seed}`
if (!values.histories && !hasStandard()) {
  console.log(`The Standard for Public Code is not at ${STANDARD}: only the histories can run (--histories 1000).`)
  process.exit()
}
const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-updates-'))
const cacheDir = join(dataDirectory(), 'bin')
const database = await startEmbeddedDatabase({ dataDir, cacheDir, onProgress: console.log })
try {
  process.exitCode = await run()
} finally {
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
process.exit()

async function run(): Promise<number> {
  Object.assign(process.env, {
    ...(await localEnvironment({ databaseUri: database.uri('updates'), dataDir })),
    DATABASE_URI: database.uri('updates'),
    MEDIA_DIR: join(dataDir, 'media'),
    MIGRATE_AT_START: '1',
  })
  // The configuration reads the environment when it is loaded, which is now complete.
  const { default: config } = await import('@payload-config')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  const counts = tally()
  const given = { payload, seed: Number(values.seed), tally: counts, tell: console.log }
  const began = Date.now()
  console.log(`Seed ${values.seed}`)
  try {
    if (values.histories) {
      const { runHistories } = await import('./updates/histories')
      await runHistories({ ...given, histories: Number(values.histories) })
    } else {
      const { runOnCorpus, SHORT } = await import('./updates/corpusRun')
      await runOnCorpus({ ...given, ...(values.short ? SHORT : {}) })
    }
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    for (const line of error.problems.slice(0, MOST_LINES)) console.log(`  ${line}`)
    console.log(`${error.problems.length} problems. To see it again: ${again}`)
    return 1
  } finally {
    for (const line of counts.lines()) console.log(line)
    console.log(`${((Date.now() - began) / 1000).toFixed(0)} s, seed ${values.seed}`)
  }
  console.log('Nothing was lost.')
  return 0
}
