import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uniqueKeys } from '@/domain/alignment/uniqueKeys'
import { runs } from '../runs'

test('finds exactly the keys that occur once, each with its position', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(6)), { maxLength: 12 }), (keys) => {
      const once = keys.flatMap((key, place) =>
        key !== null && keys.indexOf(key) === keys.lastIndexOf(key) ? [[key, place]] : [],
      )
      expect([...uniqueKeys(keys)]).toEqual(once)
    }),
    { numRuns: runs(300) },
  )
})
