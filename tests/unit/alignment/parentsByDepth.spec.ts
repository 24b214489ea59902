import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parentsByDepth } from '@/domain/alignment/parentsByDepth'
import { runs } from '../runs'

test('the parent is the nearest earlier entry with a smaller depth', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 12 }), (depths) => {
      const nearest = depths.map((depth, index) => depths.slice(0, index).findLastIndex((one) => one < depth))
      expect(parentsByDepth(depths)).toEqual(nearest)
    }),
    { numRuns: runs(300) },
  )
})

test('entries have parents even if an outline skips a level or begins deep', () => {
  expect(parentsByDepth([1, 3, 2, 3, 1])).toEqual([-1, 0, 0, 2, -1])
  expect(parentsByDepth([3, 2, 1])).toEqual([-1, -1, -1])
})
