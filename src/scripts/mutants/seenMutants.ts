// A set-up file of the tests. If MUTANTS_SEEN names a file, writes to it which mutants each test file reaches.
import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

const path = process.env.MUTANTS_SEEN
if (path) {
  afterAll(() => {
    const { testPath } = expect.getState()
    appendFileSync(path, `${JSON.stringify({ file: testPath, mutants: Object.keys(reached()) })}\n`)
  })
}

/** Returns how often each mutant was reached. The code that Stryker put into the source counts it in a global object. */
function reached(): object {
  const stryker: unknown = Reflect.get(globalThis, '__stryker__')
  const coverage = typeof stryker === 'object' && stryker && 'mutantCoverage' in stryker ? stryker.mutantCoverage : null
  const counts = typeof coverage === 'object' && coverage && 'static' in coverage ? coverage.static : null
  return typeof counts === 'object' && counts ? counts : {}
}
