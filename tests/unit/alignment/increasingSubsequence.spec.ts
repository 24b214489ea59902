import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heaviestIncreasingSubsequence } from '@/domain/alignment/increasingSubsequence'
import { runs } from '../runs'

type Entry = { place: number; weight?: number }

const entry = fc.record({ place: fc.nat(8), weight: fc.integer({ min: 1, max: 9 }) })

test('no increasing subsequence is heavier than the chosen one', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 9 }), (entries) => {
      const chosen = heaviestIncreasingSubsequence(entries)
      expect(isIncreasing(chosen)).toBe(true)
      expect(isSubsequence(chosen, entries)).toBe(true)
      expect(weightOf(chosen)).toBe(Math.max(...subsetsOf(entries).filter(isIncreasing).map(weightOf)))
    }),
    { numRuns: runs(300) },
  )
})

test('entries without a weight count as one each: the result is the longest subsequence', () => {
  const entries = [4, 0, 1, 5, 2, 3].map((place) => ({ place }))
  expect(heaviestIncreasingSubsequence(entries).map(({ place }) => place)).toEqual([0, 1, 2, 3])
})

test('one heavy entry outweighs several light ones that it crosses', () => {
  const entries = [{ place: 2, weight: 10 }, { place: 0 }, { place: 1 }]
  expect(heaviestIncreasingSubsequence(entries)).toEqual([{ place: 2, weight: 10 }])
})

test('only one of two entries with the same place is chosen', () => {
  expect(heaviestIncreasingSubsequence([{ place: 1 }, { place: 1 }, { place: 2 }])).toHaveLength(2)
})

test('nothing is chosen from an empty list', () => {
  expect(heaviestIncreasingSubsequence([])).toEqual([])
})

function subsetsOf(entries: Entry[]): Entry[][] {
  const [first, ...rest] = entries
  return first ? subsetsOf(rest).flatMap((subset) => [subset, [first, ...subset]]) : [[]]
}

function isIncreasing(entries: Entry[]): boolean {
  return entries.every(({ place }, at) => at === 0 || place > (entries[at - 1]?.place ?? 0))
}

function isSubsequence(some: Entry[], all: Entry[]): boolean {
  let from = 0
  return some.every((one) => {
    const at = all.indexOf(one, from)
    from = at + 1
    return at >= 0
  })
}

function weightOf(entries: Entry[]): number {
  return entries.reduce((total, { weight = 1 }) => total + weight, 0)
}
