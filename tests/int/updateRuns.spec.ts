import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UPDATE_CHOICES } from '@/domain/updates/updates'
import { runOnCorpus, SHORT } from '@/scripts/updates/corpusRun'
import { runHistories } from '@/scripts/updates/histories'
import { hasStandard, STANDARD } from '@/scripts/updates/standard'
import { type Tally, tally } from '@/scripts/updates/tally'
import { type Application, startApplication } from './setup/application'

/*
 * `npm run test:updates` in short: fewer versions, countries and histories. Both runs throw with what was lost, and the
 * counts show that they met what they are for.
 */

if (!hasStandard()) console.warn(`Skipped: the Standard for Public Code is not at ${STANDARD}`)

let application: Application

beforeAll(async () => {
  application = await startApplication()
})

afterAll(() => application.stop())

describe.skipIf(!hasStandard())(
  'countries that are brought up to date with the next version of a real document',
  () => {
    test('lose no word that they wrote, and no change passes without a decision', async () => {
      const counts = tally()
      const { payload } = application
      await runOnCorpus({ payload, seed: 5, tally: counts, ...SHORT })
      const choices = UPDATE_CHOICES.map((choice) => `decisions: ${choice}`)
      const met = ['decisions on one part of several', 'places that both changed: theirs', 'decisions taken back']
      expect(neverCounted(counts, [...choices, ...met])).toEqual([])
      expect(counts.of('words of countries: text')).toBeGreaterThan(20)
      expect(counts.of('national releases')).toBe(3)
    })
  },
)

describe('two people who decide, write, take back and accept at the same moment', () => {
  test('have stored exactly what was acknowledged, each write after the revision that its author saw', async () => {
    const counts = tally()
    await runHistories({ payload: application.payload, seed: 1, histories: 8, tally: counts })
    expect(counts.of('histories')).toBe(8)
    const kinds = ['decide', 'write', 'take-back', 'accept'].map((kind) => `acknowledged: ${kind}`)
    expect(neverCounted(counts, [...kinds, 'refused: refusal.stale'])).toEqual([])
  })
})

function neverCounted(counts: Tally, names: string[]): string[] {
  return names.filter((name) => counts.of(name) === 0)
}
