import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dice, diceAtMost, sharedCount } from '@/domain/alignment/dice'
import { namesIn, wordBags, wordsOf } from '@/domain/alignment/words'
import { runs } from '../runs'

const bag = fc.array(fc.nat(5), { maxLength: 10 }).map((keys) => Int32Array.from(keys).sort())

test('the shared count is the size of the intersection, and each key counts as often as both have it', () => {
  fc.assert(
    fc.property(bag, bag, (one, other) => {
      const left = [...other]
      const shared = [...one].filter((key) => left.includes(key) && left.splice(left.indexOf(key), 1).length === 1)
      expect(sharedCount(one, other)).toBe(shared.length)
    }),
    { numRuns: runs(300) },
  )
})

test('the coefficient is symmetric, between 0 and its bound by the sizes, and 1 only for equal bags', () => {
  fc.assert(
    fc.property(bag, bag, (one, other) => {
      const alike = dice(one, other)
      expect(alike).toBe(dice(other, one))
      expect(alike).toBeGreaterThanOrEqual(0)
      expect(alike).toBeLessThanOrEqual(diceAtMost(one.length, other.length))
      expect(alike === 1).toBe(one.length > 0 && one.join() === other.join())
    }),
    { numRuns: runs(300) },
  )
})

test('the bound by the sizes is reached if the smaller bag is part of the larger one', () => {
  expect(dice(Int32Array.of(1, 2), Int32Array.of(1, 2, 2, 3))).toBe(diceAtMost(2, 4))
})

test('case, punctuation, spaces and the form of accents do not make another word', () => {
  expect(wordsOf('L’ÉTÉ,  1 000 fois…')).toEqual(['l', 'été', '1', '000', 'fois'])
  expect(wordsOf('e\u0301te\u0301')).toEqual(['été'])
  expect(wordsOf('– …')).toEqual([])
})

test.each([
  ['a soft hyphen', '\u00ad'],
  ['a place where a line can break', '\u200b'],
  ['a word joiner', '\u2060'],
  ['a sign of the direction', '\u200e'],
])('%s within a word makes no other words', (_, sign) => {
  expect(wordsOf(`Aufenthalts${sign}erlaubnis`)).toEqual(['aufenthaltserlaubnis'])
  expect(namesIn(`In Pat${sign}ras`, 'en')).toEqual(['Patras'])
})

test('a joiner in a Persian word makes other words', () => {
  expect(wordsOf('می\u200cخواهم')).not.toEqual(wordsOf('میخواهم'))
})

test('texts that are read together can be compared, whatever the order of their words', () => {
  const bagOf = wordBags()
  expect(dice(bagOf('Ask the person, ask again.'), bagOf('again: ASK the person ask'))).toBe(1)
  expect(dice(bagOf('ask ask'), bagOf('ask'))).toBeCloseTo(2 / 3)
})
