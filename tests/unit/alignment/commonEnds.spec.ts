import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonEnds } from '@/domain/alignment/commonEnds'
import { runs } from '../runs'

const keys = fc.array(fc.constantFrom('a', 'b'), { maxLength: 7 })

test('head and tail are equal on both sides, do not overlap, and cannot be longer', () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const { head, tail } = commonEnds(one, other)
      const shorter = Math.min(one.length, other.length)
      expect(one.slice(0, head)).toEqual(other.slice(0, head))
      expect(one.slice(one.length - tail)).toEqual(other.slice(other.length - tail))
      expect(head + tail).toBeLessThanOrEqual(shorter)
      if (head < shorter) expect(one[head]).not.toBe(other[head])
      if (head + tail < shorter) expect(one.at(-1 - tail)).not.toBe(other.at(-1 - tail))
    }),
    { numRuns: runs(300) },
  )
})

test('an entry that could belong to both ends belongs to the head', () => {
  expect(commonEnds(['a', 'a'], ['a', 'a', 'a'])).toEqual({ head: 2, tail: 0 })
})
