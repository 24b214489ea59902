import { describe, expect, it } from 'vitest'
import { followedOverTime } from '@/domain/followedOverTime'

const release = (seq: number, day: string) => ({ id: `r${seq}`, seq, version: `${seq}.0`, publishedAt: day })
const FIRST = release(1, '2026-01-01')
const SECOND = release(2, '2026-03-01')
const THIRD = release(3, '2026-06-01')
const LINE = [FIRST, SECOND, THIRD]
const start = { at: '2026-01-10', release: FIRST }

const on = (release: string, ...days: string[]) => days.map((at) => ({ release, at }))
const stepsOf = (given: Partial<Parameters<typeof followedOverTime>[0]>) =>
  followedOverTime({ start, line: LINE, decisions: [], open: 0, follows: FIRST, ...given }).map(
    ({ at, version }) => `${version} ${at}`,
  )

describe('the releases that a country followed', () => {
  it('begin with the one on which it started', () => {
    expect(stepsOf({})).toEqual(['1.0 2026-01-10'])
  })

  it('are followed from the decision on that is more than half of all', () => {
    const decisions = on('r2', '2026-03-05', '2026-03-03', '2026-03-09', '2026-03-08')
    expect(stepsOf({ decisions, follows: SECOND })).toEqual(['1.0 2026-01-10', '2.0 2026-03-08'])
  })

  it('count what is open on the newest release', () => {
    const decisions = on('r3', '2026-06-02', '2026-06-03', '2026-06-04')
    expect(stepsOf({ decisions, open: 2, follows: THIRD })).toEqual(['1.0 2026-01-10', '3.0 2026-06-04'])
  })

  it('are not those on which it has decided less than half', () => {
    const decisions = [...on('r2', '2026-03-05'), ...on('r3', '2026-06-02')]
    expect(stepsOf({ decisions, open: 5, follows: SECOND })).toEqual(['1.0 2026-01-10', '2.0 2026-03-05'])
  })

  it('are followed from their publication on if they changed nothing for it', () => {
    expect(stepsOf({ follows: THIRD })).toEqual(['1.0 2026-01-10', '3.0 2026-06-01'])
  })

  it('leave out one that was decided on after a newer one', () => {
    const decisions = [...on('r2', '2026-07-01'), ...on('r3', '2026-06-02')]
    expect(stepsOf({ decisions, follows: THIRD })).toEqual(['1.0 2026-01-10', '3.0 2026-06-02'])
  })

  it('end with the one that it follows now, also if that was withdrawn since', () => {
    expect(stepsOf({ line: [FIRST, THIRD], follows: SECOND })).toEqual(['1.0 2026-01-10', '2.0 2026-01-10'])
  })
})
