// All tests, one kind after the other, and one closing line. Ends with 1 if any failed or none ran.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { attacks } from './attack/index'

/** failures: the names of the failed tests, as far as they are known. */
type Counts = { passed: number; failed: number; skipped: number; failures?: string[] }

const folder = mkdtempSync(join(tmpdir(), 'toolkit-tests-'))
// The browser tests have built the application: the attacks start the same build.
const results = [vitest('unit'), vitest('int'), playwright(), ...(await attackInTwoRuns())]
const total = results.reduce(
  (sum, { passed, failed, skipped }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
    skipped: sum.skipped + skipped,
  }),
  { passed: 0, failed: 0, skipped: 0 },
)
// What failed at the beginning stands many pages above.
for (const name of results.flatMap(({ failures = [] }) => failures)) console.log(`Failed: ${name}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 || results.some(({ passed }) => passed === 0) ? 1 : 0)

/** There are several projects of each kind (vitest.config.ts): files that share what they load, and files that do not. */
function vitest(kind: 'unit' | 'int'): Counts {
  const file = join(folder, `${kind}.json`)
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', `${kind}*`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { stdio: 'inherit' },
  )
  const report = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    testResults: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
      }),
    ),
  })
  const counts = report.safeParse(readJson(file)).data
  if (!counts) return { passed: 0, failed: 1, skipped: 0, failures: [`${kind} tests: no result`] }
  // A file that cannot be loaded has no failed test of its own, but the run has failed.
  const failed = counts.numFailedTests === 0 && status !== 0 ? 1 : counts.numFailedTests
  const failures = counts.testResults
    .filter((one) => one.status === 'failed')
    .flatMap(({ name, assertionResults }) => [
      relative('.', name),
      ...assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => `  ${fullName}`),
    ])
  return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests, failures }
}

function playwright(): Counts {
  const file = join(folder, 'e2e.json')
  const { status } = spawnSync('npx', ['playwright', 'test', '--reporter=list,json'], {
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  const stats = z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() })
  const counts = z.object({ stats }).safeParse(readJson(file)).data?.stats
  if (!counts) return { passed: 0, failed: 1, skipped: 0 }
  // A test that only passes when it is repeated is not reliable.
  const notPassed = counts.unexpected + counts.flaky
  const failed = notPassed === 0 && status !== 0 ? 1 : notPassed
  return { passed: counts.expected, failed, skipped: counts.skipped }
}

/**
 * Each kind of attack counts as one test. An attack waits for one answer after the other, so two runs share the
 * processors, each on an application and a database of its own.
 */
function attackInTwoRuns(): Promise<Counts[]> {
  const names = Object.keys(attacks)
  return Promise.all([0, 1].map((run) => attack({ run, names: names.filter((_, index) => index % 2 === run) })))
}

/** The seed is always the same, so that what fails, fails again. */
async function attack({ run, names }: { run: number; names: string[] }): Promise<Counts> {
  const file = join(folder, `attacks-${run}.json`)
  const only = names.flatMap((name) => ['--only', name])
  const child = spawn('npm', ['run', 'test:attack', '--', '--short', '--seed', '1', '--counts', file, ...only], {
    stdio: 'inherit',
    env: { ...process.env, PORT: String(3350 + 10 * run) },
  })
  await once(child, 'exit')
  const counts = z.object({ passed: z.number(), failed: z.number() }).safeParse(readJson(file)).data
  if (!counts) return { passed: 0, failed: 1, skipped: 0 }
  return { ...counts, failed: counts.failed === 0 && child.exitCode !== 0 ? 1 : counts.failed, skipped: 0 }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
