// `npm run test:mutants [-- --count 60 --seed 1 --only src/domain/merge]`: changes the source of the domain at random
// places, one at a time, and checks whether a unit test fails. Prints each change that no test noticed, and how many were
// noticed. The exit code is 0 even if some were not: a person decides whether such a change has an effect.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Asked, askProcess } from './askProcess'
import { type Mutant, mutantsOf, type SourceFile, withMutants } from './mutants/domainMutants'
import { drawMutants } from './mutants/drawMutants'
import { batchesFor, type Tested } from './mutants/testing'
import { randomFrom } from './random'

/** A batch hangs if it takes longer than this many times its time without a change, plus the time for the start. */
const TIMES_LONGER = 5
const START_MILLISECONDS = 40_000
const FIRST_RUN_MILLISECONDS = 3_600_000
/** Without this, Vite warns at each start that it will read configurations in another way in a later version. */
const QUIET = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }

const testedFiles: z.ZodType<Tested> = z.array(
  z.object({ file: z.string(), mutants: z.array(z.string()), milliseconds: z.number() }),
)
const answer = z.object({ killed: z.boolean() })

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    only: { type: 'string', default: 'src/domain' },
    // Runs only the tests whose path contains one of these.
    tests: { type: 'string', multiple: true, default: [] },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'toolkit-mutants-'))
try {
  await run()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit()

async function run(): Promise<void> {
  const files = sourceFiles(values.only)
  const all = await mutantsOf(files)
  const random = randomFrom(Number(values.seed))
  const drawn = drawMutants({ mutants: all, count: Number(values.count), random })
  const changed = await withMutants({ files, mutants: drawn })
  console.log(`${changed.mutants.length} of ${all.length} mutants in ${files.length} files, seed ${values.seed}`)
  const changedFiles = join(folder, 'changed.json')
  writeFileSync(changedFiles, JSON.stringify(changed.files))
  const { ask, close } = askProcess({
    program: fileURLToPath(new URL('./mutants/testMutants.ts', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'test', MUTANTS: changedFiles, ...QUIET },
    parse: (message) => message,
  })
  try {
    const seen = await ask({
      question: { seenIn: join(folder, 'seen'), only: values.tests },
      deadline: FIRST_RUN_MILLISECONDS,
    })
    if (!seen || 'failed' in seen) throw new Error(seen ? seen.failed : 'The tests did not finish.')
    const tested = testedFiles.parse(seen.answer)
    console.log(`${tested.length} test files, ${Math.round(timeOf(tested) / 1000)} s\n`)
    const survivors: Mutant[] = []
    for (const mutant of changed.mutants) {
      const found = await verdict({ mutant, tested, ask })
      console.log(`${found.padEnd(9)} ${placeOf(mutant)} ${mutant.mutatorName}`)
      if (found !== 'survived' && found !== 'untested') continue
      console.log(whatChanged(mutant, files))
      survivors.push(mutant)
    }
    const killed = changed.mutants.length - survivors.length
    console.log(
      `\nMutation score of ${values.only}: ${killed} of ${changed.mutants.length} (${percent(killed, changed.mutants.length)}), seed ${values.seed}`,
    )
  } finally {
    close()
  }
}

async function verdict(given: {
  mutant: Mutant
  tested: Tested
  ask: Asked<unknown>['ask']
}): Promise<'killed' | 'hung' | 'survived' | 'untested'> {
  const { mutant, tested, ask } = given
  const batches = batchesFor({ mutant: mutant.id, tested })
  for (const batch of batches) {
    const outcome = await ask({
      question: { mutant: mutant.id, files: batch.map(({ file }) => file) },
      deadline: START_MILLISECONDS + TIMES_LONGER * timeOf(batch),
    })
    if (outcome === null) return 'hung'
    if ('failed' in outcome) throw new Error(outcome.failed)
    if (answer.parse(outcome.answer).killed) return 'killed'
  }
  return batches.length > 0 ? 'survived' : 'untested'
}

function sourceFiles(path: string): SourceFile[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', path], {
    encoding: 'utf8',
  })
  const names = stdout.split('\n').filter((name) => /\.tsx?$/.test(name))
  if (names.length === 0) throw new Error(`${path} contains no source files.`)
  return names.map((name) => ({ name, content: readFileSync(name, 'utf8') }))
}

function placeOf({ fileName, location: { start } }: Mutant): string {
  return `${fileName}:${start.line + 1}:${start.column + 1}`
}

function whatChanged({ fileName, location: { start, end }, replacement }: Mutant, files: SourceFile[]): string {
  const lines =
    files
      .find(({ name }) => name === fileName)
      ?.content.split('\n')
      .slice(start.line, end.line + 1) ?? []
  const last = lines.length - 1
  const was = lines.map((line, at) => line.slice(at === 0 ? start.column : 0, at === last ? end.column : undefined))
  return `    - ${was.join('\n      ')}\n    + ${replacement.split('\n').join('\n      ')}`
}

function timeOf(tested: Tested): number {
  return tested.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)} %`
}
