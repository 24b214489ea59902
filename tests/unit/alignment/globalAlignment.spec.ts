import fc from 'fast-check'
import { expect, test } from 'vitest'
import { globalAlignment } from '@/domain/alignment/globalAlignment'
import { runs } from '../runs'

const table = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .chain(([before, after]) =>
    fc.array(fc.array(fc.nat(4), { minLength: after, maxLength: after }), { minLength: before, maxLength: before }),
  )

test('no alignment has a greater sum of scores than the result', () => {
  fc.assert(
    fc.property(table, (scores) => {
      const score = scoreIn(scores)
      const after = scores[0]?.length ?? 0
      const pairs = globalAlignment({ before: scores.length, after }, score)
      expect(pairs.every(([i, j], at) => at === 0 || isAfter([i, j], pairs[at - 1]))).toBe(true)
      expect(pairs.every(([i, j]) => score(i, j) > 0)).toBe(true)
      expect(sumOf(pairs, score)).toBe(bestSum({ i: 0, j: 0, before: scores.length, after, score }))
    }),
    { numRuns: runs(300) },
  )
})

test('two sequences of 200 are aligned exactly: a pair in opposite corners is found', () => {
  const score = (i: number, j: number): number => (i === 199 && j === 0 ? 1 : 0)
  expect(globalAlignment({ before: 200, after: 200 }, score)).toEqual([[199, 0]])
})

test.each([
  [2_000, 2_000],
  [50, 20_000],
  [20_000, 50],
  [1, 30_000],
])('for sequences of %i and %i, few pairs are scored and pairs near the diagonal are found', (before, after) => {
  let scored = 0
  const score = (i: number, j: number): number => {
    scored++
    return Math.floor((i * after) / before) === j ? 1 : 0
  }
  const pairs = globalAlignment({ before, after }, score)
  expect(pairs).toHaveLength(Math.min(before, after))
  expect(scored).toBeLessThanOrEqual(Math.max(81_000, 81 * before, 3 * after))
})

type Scored = (i: number, j: number) => number

function scoreIn(scores: number[][]): Scored {
  return (i, j) => scores[i]?.[j] ?? 0
}

function isAfter([i, j]: [number, number], last: [number, number] | undefined): boolean {
  return last === undefined || (i > last[0] && j > last[1])
}

function sumOf(pairs: [number, number][], score: Scored): number {
  return pairs.reduce((sum, [i, j]) => sum + score(i, j), 0)
}

/** Tries every way to align what is left. */
function bestSum({ i, j, ...rest }: { i: number; j: number; before: number; after: number; score: Scored }): number {
  if (i === rest.before || j === rest.after) return 0
  return Math.max(
    bestSum({ ...rest, i: i + 1, j }),
    bestSum({ ...rest, i, j: j + 1 }),
    rest.score(i, j) + bestSum({ ...rest, i: i + 1, j: j + 1 }),
  )
}
