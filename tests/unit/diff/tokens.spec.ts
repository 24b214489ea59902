import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numbering } from '@/domain/pairing/tree'
import { text } from '@/domain/richText/richText'
import { countWords, readRuns, roughWords, tokensByPattern } from '@/domain/words/tokens'
import { runs } from '../runs'

const sign = fc.oneof(
  fc.constantFrom(..."aZéß09.,:;-'’ ()%³½ª×÷&¿ÿĀɏ/·"),
  fc.constantFrom(' 000', '1 000', '12 345 678', '1234 567', 'l’é', '3,5', '10:30', 'e-mail'),
)

it('reads Western European text with its own code exactly as the pattern for all scripts does', () => {
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const line = signs.join('')
      expect(readRuns([text(line)], numbering()).tokens).toEqual(tokensByPattern(line))
    }),
    { numRuns: runs(3000) },
  )
})

it('counts the words of a text of many lines exactly as the pattern does', () => {
  const piece = fc.oneof(sign, fc.constantFrom('\n', '\r\n', '\t', '保護', 'Я'))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const whole = pieces.join('')
      expect(countWords(whole)).toBe(tokensByPattern(whole).filter(({ isWord }) => isWord).length)
    }),
    { numRuns: runs(3000) },
  )
})

it.each([
  ['Korean, which has spaces between its words', '인신매매 피해자를 보호한다', ['인신매매', '피해자를', '보호한다']],
  ['Persian, with invisible joiners', 'می\u200cخواهم بروم', ['می\u200cخواهم', 'بروم']],
  ['Catalan', 'col·laborar amb l’equip', ['col·laborar', 'amb', 'l’equip']],
  ['Greek', 'Η συνέντευξη διαρκεί 1,5 ώρα', ['Η', 'συνέντευξη', 'διαρκεί', '1,5', 'ώρα']],
])('splits %s text into words', (_, line, words) => {
  expect(keysOf(line)).toEqual(words)
})

it('splits scripts without spaces into characters, and ignores soft hyphens in a word', () => {
  expect(keysOf('ກັບຄືນ').length).toBeGreaterThan(2)
  expect(keysOf('保護法')).toEqual(['保', '護', '法'])
  expect(keysOf('Asyl\u00adverfahren')).toEqual(['Asylverfahren'])
})

it('does not read an invisible character without width as a space', () => {
  const spaced = keysOf('now here')
  for (const invisible of ['\ufeff', '\u200b', '\u2060']) expect(keysOf(`now${invisible}here`)).not.toEqual(spaced)
  for (const space of ['\u00a0', '\u2009', '\u3000', '\t']) expect(keysOf(`now${space}here`)).toEqual(spaced)
})

it.each([
  ['Khmer', 'ការការពារជនរងគ្រោះដោយការជួញដូរមនុស្ស'],
  ['Burmese', 'လူကုန်ကူးခံရသူများကိုကာကွယ်ခြင်း'],
  ['Chinese', '保護人口販運的受害者'],
  ['Korean', '인신매매 피해자를 보호하기 위한 지침'],
  ['Greek', 'Η συνέντευξη διαρκεί μία ώρα'],
])('weighs a text in %s roughly by its words', (_, line) => {
  expect(roughWords(line) / countWords(line)).toBeGreaterThan(0.6)
  expect(roughWords(line) / countWords(line)).toBeLessThan(2.5)
})

function keysOf(line: string): string[] {
  return readRuns([text(line)], numbering()).tokens.map(({ key }) => key)
}
