import { describe, expect, it } from 'vitest'
import type { CountryText } from '@/admin/release/countryTexts'
import { sayUse } from '@/admin/release/sayUse'
import { sectionUse } from '@/admin/release/sectionUse'
import type { Mode } from '@/domain/section'
import { translatorFor } from '@/messages/translate'

const country = (code: string, mode: Mode | null, has = ['a']): CountryText => ({
  country: code,
  has: new Set(has),
  modes: new Map(mode ? [['a', mode]] : []),
})
const countries = [
  country('ie', 'adapt'),
  country('fr', 'adapt'),
  country('it', 'supplement'),
  country('ch', 'omit'),
  country('es', null),
  country('cy', 'inherit'),
  country('gb', null, ['b']),
]

describe('what countries have in a section', () => {
  it('is named for each that adapted, supplemented or left it out, and counted for the others', () => {
    expect(sectionUse('a', countries)).toEqual({
      adapted: ['ie', 'fr'],
      supplemented: ['it'],
      leftOut: ['ch'],
      common: 2,
      without: 1,
    })
  })

  it('is said with the names of the countries in their order in the language of the page', () => {
    const named = ['ie', 'fr', 'it', 'ch'].map((code) => ({
      code,
      name: { en: { ie: 'Ireland', fr: 'France', it: 'Italy', ch: 'Switzerland' }[code] ?? code },
      languages: [],
    }))
    const said = sayUse({
      use: sectionUse('a', countries),
      countries: named,
      language: 'en',
      say: translatorFor('en'),
    })
    expect(said).toBe(
      'Adapted: France, Ireland. Supplemented: Italy. Not used: Switzerland. Common text in 2 countries. New for 1 country.',
    )
  })

  it('is nothing without countries', () => {
    const use = sectionUse('a', [])
    expect(sayUse({ use, countries: [], language: 'en', say: translatorFor('en') })).toBe('')
  })
})
