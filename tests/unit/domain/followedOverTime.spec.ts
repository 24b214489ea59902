import { describe, expect, it } from 'vitest'
import { followedOverTime } from '@/domain/followedOverTime'
import type { ManifestEntry } from '@/domain/release'

/** A release whose sections are written as “a1 b2”: the key and its text. */
const release = (seq: number, day: string, sections: string) => ({
  ...{ id: `r${seq}`, seq, version: `${seq}.0`, publishedAt: day },
  manifest: sections.split(' ').map((section): ManifestEntry => {
    const key = section.slice(0, 1)
    return { key, slug: key, parent: null, rank: key, mode: 'inherit', blob: section, provenance: {} }
  }),
})
const FIRST = release(1, '2026-01-01', 'a1 b1 c1 d1 e1')
const SECOND = release(2, '2026-03-01', 'a2 b2 c2 d2 e1')
const THIRD = release(3, '2026-06-01', 'a3 b2 c2 d2 e3')
const LINE = [FIRST, SECOND, THIRD]
const start = { at: '2026-01-10', release: FIRST }

/** Decisions on a release, written as “a 2026-03-05”. */
const on = (release: string, ...made: string[]) =>
  made.map((one) => ({ release, key: one.slice(0, 1), at: one.slice(2) }))
const stepsOf = (given: Partial<Parameters<typeof followedOverTime>[0]>) =>
  followedOverTime({
    start,
    line: LINE,
    withdrawn: [],
    decisions: [],
    unasked: new Set(),
    follows: FIRST,
    ...given,
  }).map(({ at, version }) => `${version} ${at}`)

describe('the releases that a country followed', () => {
  it('begin with the one on which it started', () => {
    expect(stepsOf({})).toEqual(['1.0 2026-01-10'])
  })

  it('are followed from the decision on with which more changes are decided than open', () => {
    const decisions = on('r2', 'a 2026-03-05', 'b 2026-03-03', 'c 2026-03-09', 'd 2026-03-08')
    expect(stepsOf({ decisions, follows: SECOND })).toEqual(['1.0 2026-01-10', '2.0 2026-03-08'])
  })

  it('are not those of which it had decided one change while all others were open', () => {
    // The rest is decided on the third release, on one day: the second one was never followed.
    const decisions = [
      ...on('r2', 'a 2026-03-05'),
      ...on('r3', 'a 2026-06-08', 'b 2026-06-08', 'c 2026-06-08', 'd 2026-06-08', 'e 2026-06-08'),
    ]
    expect(stepsOf({ decisions, follows: THIRD })).toEqual(['1.0 2026-01-10', '3.0 2026-06-08'])
  })

  it('count decisions on a newer release for the older one', () => {
    // With b and c of the four sections that both changed; the third release has one more.
    const decisions = [...on('r2', 'a 2026-03-05'), ...on('r3', 'b 2026-06-02', 'c 2026-06-04', 'd 2026-06-09')]
    expect(stepsOf({ decisions, follows: THIRD })).toEqual(['1.0 2026-01-10', '2.0 2026-06-04', '3.0 2026-06-09'])
  })

  it('do not count sections about which nothing is asked', () => {
    const unasked = new Set(['c', 'd'])
    const decisions = on('r2', 'a 2026-03-05', 'b 2026-03-08')
    expect(stepsOf({ decisions, unasked, follows: SECOND })).toEqual(['1.0 2026-01-10', '2.0 2026-03-08'])
  })

  it('are followed from their publication on if they changed nothing for it', () => {
    const same = release(2, '2026-03-01', 'a1 b1 c1 d1 e1')
    expect(stepsOf({ line: [FIRST, same], follows: same })).toEqual(['1.0 2026-01-10', '2.0 2026-03-01'])
    // The country decides on the older one as a whole, and the newer one changes no section.
    const later = release(3, '2026-06-01', 'a2 b2 c2 d2 e1')
    const decisions = on('r2', 'a 2026-03-05', 'b 2026-03-05', 'c 2026-03-05', 'd 2026-03-05')
    expect(stepsOf({ line: [FIRST, SECOND, later], decisions, follows: later })).toEqual([
      '1.0 2026-01-10',
      '2.0 2026-03-05',
      '3.0 2026-06-01',
    ])
  })

  it('leave out one that was followed only together with a newer one', () => {
    const decisions = on('r3', 'a 2026-06-02', 'b 2026-06-02', 'c 2026-06-02', 'd 2026-07-01', 'e 2026-07-01')
    expect(stepsOf({ decisions, follows: THIRD })).toEqual(['1.0 2026-01-10', '3.0 2026-06-02'])
  })

  it('count decisions on a withdrawn release for what is the same in the next one', () => {
    const decisions = on('r2', 'a 2026-03-05', 'b 2026-03-05', 'c 2026-03-05', 'd 2026-03-05')
    const next = release(3, '2026-06-01', 'a2 b2 c2 d2 e3')
    const given = { line: [FIRST, next], decisions: [...decisions, ...on('r3', 'e 2026-06-20')], follows: next }
    expect(stepsOf({ ...given, withdrawn: [SECOND] })).toEqual(['1.0 2026-01-10', '3.0 2026-06-20'])
  })

  it('end with the one that it follows now, also if that was withdrawn since', () => {
    expect(stepsOf({ line: [FIRST, THIRD], follows: SECOND })).toEqual(['1.0 2026-01-10', '2.0 2026-03-01'])
  })
})
