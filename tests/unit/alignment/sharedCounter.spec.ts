import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedCount } from '@/domain/alignment/dice'
import { sharedCounter } from '@/domain/alignment/sharedCounter'
import { runs } from '../runs'

const bag = fc.array(fc.nat(5), { maxLength: 10 }).map((keys) => Int32Array.from(keys).sort())

test('of many multisets it counts what a single comparison counts of each', () => {
  fc.assert(
    fc.property(fc.array(bag, { maxLength: 6 }), fc.array(bag, { maxLength: 3 }), (others, some) => {
      const counted = sharedCounter(others)
      for (const one of some) expect([...counted(one)]).toEqual(others.map((other) => sharedCount(one, other)))
    }),
    { numRuns: runs(300) },
  )
})
