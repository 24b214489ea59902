import { expect, it } from 'vitest'
import { longDate, shortDate } from '@/messages/dates'

it('the first of a month is an ordinal in French, and every other day is a number', () => {
  expect(longDate('2026-10-01T10:00:00Z', 'fr')).toBe('1er octobre 2026')
  expect(shortDate('2026-10-01T10:00:00Z', 'fr')).toBe('1er oct. 2026')
  expect(longDate('2026-10-11T10:00:00Z', 'fr')).toBe('11 octobre 2026')
  expect(longDate('2026-10-01T10:00:00Z', 'it')).toBe('1 ottobre 2026')
})

it('a day is given in UTC, and an invalid date gives nothing', () => {
  expect(longDate('2026-10-01T23:30:00Z', 'en')).toBe('1 October 2026')
  expect(longDate('', 'en')).toBe('')
})
