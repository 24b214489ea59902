import fc from 'fast-check'

// The same texts each time, so that only a change makes a test fail; `npm run test:laws` uses new ones each time, and
// more.
if (process.env.LAW_FACTOR === undefined) fc.configureGlobal({ seed: 11 })

/** The number of runs of a law: `npm run test:laws` runs each ten times as often as the tests do. */
export function runs(count: number): number {
  return count * Number(process.env.LAW_FACTOR ?? 1)
}
