// `npm run test:mail [-- --mails 500 --workers 4 --kills 100 --seed 1]`: workers send stored mails to a real mail server while they
// are killed. Ends with 1 unless each mail arrived, once by its Message-ID, in the order of its address.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataDirectory } from '@/database/dataDirectory'
import { startEmbeddedDatabase } from '@/database/embedded'
import { mistakesIn, runMails } from './mail/mailRun'
import { randomFrom } from './random'

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '500' },
    addresses: { type: 'string', default: '40' },
    workers: { type: 'string', default: '4' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
})
const { mails, addresses, workers, kills, seed } = Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, Number(value)]),
)
const dataDir = await mkdtemp(join(tmpdir(), 'toolkit-mail-'))
const database = await startEmbeddedDatabase({
  dataDir,
  cacheDir: join(dataDirectory(), 'bin'),
  onProgress: console.log,
})
try {
  console.log(`${mails} mails, ${workers} workers, ${kills} kills, seed ${seed}`)
  const report = await runMails({
    ...{ mails: mails ?? 0, addresses: addresses ?? 0, workers: workers ?? 0, kills: kills ?? 0 },
    databaseUri: database.uri(`mail-${randomUUID()}`),
    random: randomFrom(seed ?? 0),
    onProgress: console.log,
  })
  console.log(report)
  const mistakes = mistakesIn(report)
  console.log(mistakes.length === 0 ? 'Each mail arrived once, in the order of its address.' : mistakes.join('\n'))
  process.exitCode = mistakes.length === 0 ? 0 : 1
} finally {
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
}
