// `npm run test:mutants [-- --count 60 --seed 1 --only src/domain/merge]`: changes the source of the domain at random places, one at
// a time, and looks whether a unit test fails. Prints every change that no test noticed, and how many were noticed. Ends with 0:
// who reads it judges whether such a change makes a difference.
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

/** Of a batch: as many times as long as it takes without a change, and something for the start. Who takes longer hangs. */
const LONGER = 5
const START = 40_000
const LOOKING = 3_600_000
/** The way in which Vite reads our configuration is not the one that it will prefer some day, and it says so each time. */
const QUIET = { VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' }

const reached: z.ZodType<Tested> = z.array(
  z.object({ file: z.string(), mutants: z.array(z.string()), milliseconds: z.number() }),
)
const answer = z.object({ killed: z.boolean() })

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    only: { type: 'string', default: 'src/domain' },
    // Only the tests whose path has this in it.
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
    const seen = await ask({ question: { seenIn: join(folder, 'seen'), only: values.tests }, deadline: LOOKING })
    if (!seen || 'failed' in seen) throw new Error(seen ? seen.failed : 'The tests did not end.')
    const tested = reached.parse(seen.answer)
    console.log(`${tested.length} files of tests, ${Math.round(timeOf(tested) / 1000)} s\n`)
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
      `\n${killed} / ${changed.mutants.length} noticed (${percent(killed, changed.mutants.length)}), seed ${values.seed}`,
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
      deadline: START + LONGER * timeOf(batch),
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
  if (names.length === 0) throw new Error(`There is no source in ${path}.`)
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
