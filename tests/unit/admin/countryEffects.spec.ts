import { describe, expect, it } from 'vitest'
import { countryEffects } from '@/admin/release/countryEffects'
import type { Mode } from '@/domain/section'

/** The sections of the release that the country is based on. */
const has = new Set(['a', 'b', 'c', 'd', 'z'])

describe('what a release of the common framework means for a country', () => {
  it('counts each released section once: own words, common text or not used', () => {
    const modes = new Map<string, Mode>([
      ['a', 'adapt'],
      ['b', 'supplement'],
      ['c', 'omit'],
      ['z', 'adapt'],
    ])
    const given = { changed: ['a', 'b', 'c', 'd'], removed: [], countries: [{ country: 'ie', has, modes }] }
    expect(countryEffects(given)).toEqual([{ country: 'ie', own: 2, common: 1, added: 0, unused: 1, ownInRemoved: 0 }])
  })

  it('is common text everywhere for a country that changed nothing', () => {
    const countries = [{ country: 'cy', has, modes: new Map<string, Mode>() }]
    expect(countryEffects({ changed: ['a', 'b'], removed: ['c'], countries })).toEqual([
      { country: 'cy', own: 0, common: 2, added: 0, unused: 0, ownInRemoved: 0 },
    ])
  })

  it("is a new section, not common text, if the country's release does not have the section", () => {
    const modes = new Map<string, Mode>([['f', 'adapt']])
    const countries = [
      { country: 'ie', has, modes },
      { country: 'cy', has: new Set([...has, 'e']), modes: new Map<string, Mode>() },
    ]
    expect(countryEffects({ changed: ['a', 'e', 'f'], removed: [], countries })).toEqual([
      { country: 'ie', own: 1, common: 1, added: 1, unused: 0, ownInRemoved: 0 },
      { country: 'cy', own: 0, common: 2, added: 1, unused: 0, ownInRemoved: 0 },
    ])
  })

  it('counts only removed sections that the country adapted or supplemented', () => {
    const modes = new Map<string, Mode>([
      ['a', 'adapt'],
      ['b', 'supplement'],
      ['c', 'omit'],
      ['z', 'adapt'],
    ])
    const given = { changed: [], removed: ['a', 'b', 'c', 'd'], countries: [{ country: 'ie', has, modes }] }
    expect(countryEffects(given)).toEqual([{ country: 'ie', own: 0, common: 0, added: 0, unused: 0, ownInRemoved: 2 }])
  })
})
