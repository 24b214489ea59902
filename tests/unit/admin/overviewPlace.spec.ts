import { describe, expect, it } from 'vitest'
import { firstRows, type Place } from '@/admin/overview/overviewPlace'
import { overviewAsked } from '@/domain/overviewAsked'

const ROWS = Array.from({ length: 100 }, (_, index) => index)

/** The overview with this search. */
function place(search: Record<string, string> = {}): Place {
  return { asked: overviewAsked((name) => search[name] ?? '') } as Place
}

describe('a table of the overview', () => {
  it('shows sixty rows at first while few countries have a version', () => {
    expect(firstRows(place(), ROWS, 1)).toEqual(ROWS.slice(0, 60))
    expect(firstRows(place(), ROWS, 10)).toEqual(ROWS.slice(0, 60))
  })

  it('shows fewer rows with more countries, so that the page stays small', () => {
    expect(firstRows(place(), ROWS, 30)).toEqual(ROWS.slice(0, 20))
    expect(firstRows(place(), ROWS, 31)).toEqual(ROWS.slice(0, 20))
  })

  it('shows all rows to those who ask for them', () => {
    expect(firstRows(place({ rows: 'all' }), ROWS, 30)).toEqual(ROWS)
  })
})
