// Before each file of tests: where MUTANTS_SEEN names a file, which mutants these tests reach is written there.
import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

const path = process.env.MUTANTS_SEEN
if (path) {
  afterAll(() => {
    const { testPath } = expect.getState()
    appendFileSync(path, `${JSON.stringify({ file: testPath, mutants: Object.keys(reached()) })}\n`)
  })
}

/** What the changed source counts here: how often each mutant was reached. */
function reached(): object {
  const stryker: unknown = Reflect.get(globalThis, '__stryker__')
  const coverage = typeof stryker === 'object' && stryker && 'mutantCoverage' in stryker ? stryker.mutantCoverage : null
  const counts = typeof coverage === 'object' && coverage && 'static' in coverage ? coverage.static : null
  return typeof counts === 'object' && counts ? counts : {}
}
