import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRuns, tokensByPattern } from '@/domain/diff/tokens'
import { numbering } from '@/domain/diff/tree'
import { text } from '@/domain/richText'
import { runs } from '../runs'

const sign = fc.oneof(
  fc.constantFrom(..."aZéß09.,:;-'’ ()%³½ª×÷&¿ÿĀɏ/"),
  fc.constantFrom(' 000', '1 000', '12 345 678', '1234 567', 'l’é', '3,5', '10:30', 'e-mail'),
)

it('reads Western European texts by hand exactly as the pattern for all scripts does', () => {
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const line = signs.join('')
      expect(readRuns([text(line)], numbering()).tokens).toEqual(tokensByPattern(line))
    }),
    { numRuns: runs(3000) },
  )
})
