// Runs the unit tests on the source with mutants. `mutants.ts` starts this and asks the questions.
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node'
import { z } from 'zod'
import { answerQuestions } from '../askProcess'
import type { Tested } from './testing'

const question = z.union([
  /** Which mutants does each test file reach, and how long does it take, if no mutant has an effect? */
  z.object({ seenIn: z.string(), only: z.array(z.string()) }),
  /** Does a test in these files fail if this mutant has an effect? */
  z.object({ mutant: z.string(), files: z.array(z.string()) }),
])

let vitest: Promise<Vitest> | null = null
answerQuestions((asked) => {
  const what = question.parse(asked)
  return 'mutant' in what ? tryMutant(what) : findReached(what)
})

async function findReached({ seenIn, only }: { seenIn: string; only: string[] }): Promise<Tested> {
  rmSync(seenIn, { force: true })
  process.env.MUTANTS_SEEN = seenIn
  // In isolation each test file loads the modules again, so that it also reaches what a module does when it is loaded.
  const running = await start({ isolate: true })
  const files = await specifications(running, only)
  const { testModules } = await running.runTestSpecifications(files)
  const failed = testModules.filter((one) => !one.ok()).map(({ moduleId }) => moduleId)
  const took = new Map(testModules.map((one) => [one.moduleId, one.diagnostic().duration]))
  await running.close()
  delete process.env.MUTANTS_SEEN
  if (failed.length > 0) throw new Error(`These tests fail without a mutant: ${failed.join(', ')}`)
  const lines = readFileSync(seenIn, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const { file, mutants } = z.object({ file: z.string(), mutants: z.array(z.string()) }).parse(JSON.parse(line))
    return { file, mutants, milliseconds: took.get(file) ?? 0 }
  })
}

async function tryMutant({ mutant, files }: { mutant: string; files: string[] }): Promise<{ killed: boolean }> {
  vitest ??= start({})
  const running = await vitest
  process.env.__STRYKER_ACTIVE_MUTANT__ = mutant
  // Vitest stops at the first failed test, and would also count failed tests that it remembers from earlier runs.
  running.state.filesMap.clear()
  const wanted = new Set(files)
  const chosen = (await specifications(running, [])).filter(({ moduleId }) => wanted.has(moduleId))
  const { testModules, unhandledErrors } = await running.runTestSpecifications(chosen)
  return { killed: unhandledErrors.length > 0 || testModules.some((one) => !one.ok()) }
}

/** Leaves out the tests of the command line: they build a program from the source on the disk, without mutants. */
async function specifications(running: Vitest, only: string[]): Promise<TestSpecification[]> {
  const all = await running.globTestSpecifications(only)
  return all.filter(({ moduleId }) => !moduleId.includes('/tests/unit/commandLine/'))
}

async function start(options: { isolate?: boolean }): Promise<Vitest> {
  const running = await createVitest('test', {
    ...options,
    config: fileURLToPath(new URL('../../../vitest.mutants.config.ts', import.meta.url)),
    watch: false,
    bail: options.isolate ? 0 : 1,
    fileParallelism: false,
    reporters: [{}],
    onConsoleLog: () => false,
  })
  await running.standalone()
  return running
}
