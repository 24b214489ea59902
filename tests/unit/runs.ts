import fc from 'fast-check'

// The same texts each time, so that a change is what fails a test; `npm run test:laws` draws others each time, and more.
if (process.env.LAW_FACTOR === undefined) fc.configureGlobal({ seed: 11 })

/** How often a law is tried: `npm run test:laws` tries each ten times as often as the tests do. */
export function runs(count: number): number {
  return count * Number(process.env.LAW_FACTOR ?? 1)
}
