import { expect, test } from 'vitest'
import { hasSameWords } from '@/domain/importPlan/sameWords'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'

const line = (...runs: Block['runs']) => block('paragraph', { runs })
const textWith = (body: RichText, addition: RichText = []) => ({ title: 'Access', summary: '', body, addition })
const plain = [line(text('Call us first.')), line(text('Then come.'))]

test('texts have the same words whatever formats, links and notes they have', () => {
  const items = [block('item', { runs: [text('Call us', ['bold']), text(' first.')] })]
  const noted = line(text('Then come.', [], 'https://example.org/'), { type: 'footnote', text: 'Who?' })
  expect(hasSameWords(textWith(plain), textWith([block('list', { children: items }), noted]))).toBe(true)
  expect(hasSameWords(textWith([], plain), textWith([], plain))).toBe(true)
})

test('texts have other words where a line is another one, in any field', () => {
  const other = [line(text('Call us first.')), line(text('Then write.'))]
  expect(hasSameWords(textWith(plain), textWith(other))).toBe(false)
  expect(hasSameWords(textWith(plain), textWith(plain.toReversed()))).toBe(false)
  expect(hasSameWords(textWith([], plain), textWith([], other))).toBe(false)
  expect(hasSameWords(textWith(plain), { ...textWith(plain), title: 'Entry' })).toBe(false)
  expect(hasSameWords(textWith(plain), { ...textWith(plain), summary: 'Whom to call.' })).toBe(false)
})
