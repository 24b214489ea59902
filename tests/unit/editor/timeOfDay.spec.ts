import { describe, expect, it } from 'vitest'
import { sayTimeOfDay, timeOfDay } from '@/admin/editor/timeOfDay'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'

describe('the time of a save', () => {
  const at = new Date(2026, 11, 4, 14, 2).toISOString()

  it('is only a time on the same day', () => {
    expect(timeOfDay({ at, now: new Date(2026, 11, 4, 15, 0), language: 'en' })).toBe('14:02')
  })

  it('includes the date on another day', () => {
    expect(timeOfDay({ at, now: new Date(2026, 11, 5, 15, 0), language: 'en' })).toContain('4 Dec')
  })

  it('is empty if nothing was saved', () => {
    expect(timeOfDay({ at: '', now: new Date(), language: 'en' })).toBe('')
  })
})

it('has 24 hours in every language: a Greek “π.μ.” would end a sentence with two full stops', () => {
  const at = new Date(2026, 11, 4, 23, 56).toISOString()
  const now = new Date(2026, 11, 4, 23, 58)
  expect(LANGUAGES.map((language) => timeOfDay({ at, now, language }))).toEqual(LANGUAGES.map(() => '23:56'))
})

it('has another preposition if it includes a date', () => {
  const at = new Date(2026, 11, 4, 14, 2).toISOString()
  const say = (now: Date) => sayTimeOfDay({ at, now, language: 'en', key: 'editor.bar.saved', t: translatorFor('en') })
  expect(say(new Date(2026, 11, 4, 15, 0))).toBe('Saved at 14:02.')
  expect(say(new Date(2026, 11, 5, 15, 0))).toMatch(/^Saved on 4 Dec/)
  expect(
    sayTimeOfDay({ at: '', now: new Date(), language: 'en', key: 'editor.stale.when', t: translatorFor('en') }),
  ).toBe('')
})
