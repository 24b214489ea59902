import { describe, expect, it } from 'vitest'
import { timeOfDay } from '@/admin/editor/timeOfDay'
import { LANGUAGES } from '@/domain/language'

describe('when something was saved', () => {
  const at = new Date(2026, 11, 4, 14, 2).toISOString()

  it('is a time on the same day', () => {
    expect(timeOfDay({ at, now: new Date(2026, 11, 4, 15, 0), language: 'en' })).toBe('14:02')
  })

  it('has the day on another day', () => {
    expect(timeOfDay({ at, now: new Date(2026, 11, 5, 15, 0), language: 'en' })).toContain('4 Dec')
  })

  it('is empty where nothing was saved', () => {
    expect(timeOfDay({ at: '', now: new Date(), language: 'en' })).toBe('')
  })
})

it('is in 24 hours in every language: a Greek “π.μ.” would end a sentence with two full stops', () => {
  const at = new Date(2026, 11, 4, 23, 56).toISOString()
  const now = new Date(2026, 11, 4, 23, 58)
  expect(LANGUAGES.map((language) => timeOfDay({ at, now, language }))).toEqual(LANGUAGES.map(() => '23:56'))
})
