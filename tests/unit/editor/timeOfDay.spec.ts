import { describe, expect, it } from 'vitest'
import { timeOfDay } from '@/admin/editor/timeOfDay'

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
