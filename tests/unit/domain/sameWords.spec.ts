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

test('a note and the title of a box are words where both texts have one, and a format where only the stored one has', () => {
  const noted = (...notes: string[]) =>
    textWith([
      line(text('Ask in time.'), ...notes.map((note) => ({ type: 'footnote' as const, text: note }))),
      ...plain,
    ])
  const boxed = (title?: string) =>
    textWith([...plain, block('callout', { attrs: { tone: 'warning', ...(title && { title }) }, children: plain })])
  const pictured = (alt?: string) => textWith([block('image', { attrs: { media: 'one', ...(alt && { alt }) } })])
  for (const having of [noted, boxed, pictured]) {
    expect(hasSameWords(having('Within five days.'), having('Within five days.'))).toBe(true)
    expect(hasSameWords(having(), having('Within five days.'))).toBe(true)
    expect(hasSameWords(having('Within three days.'), having('Within five days.'))).toBe(false)
    expect(hasSameWords(having('Within five days.'), having())).toBe(false)
  }
  expect(hasSameWords(noted('Two.'), noted('One.', 'Two.'))).toBe(true)
  expect(hasSameWords(noted('Two.', 'One.'), noted('One.', 'Two.'))).toBe(false)
  const [first, last] = [line(text('Ask.'), { type: 'footnote', text: 'Today.' }), line(text('Tell.'))]
  const moved = [line(text('Ask.')), line(text('Tell.'), { type: 'footnote', text: 'Today.' })]
  expect(hasSameWords(textWith(moved), textWith([first, last]))).toBe(false)
})

test('texts have other words where a line is another one, in any field', () => {
  const other = [line(text('Call us first.')), line(text('Then write.'))]
  expect(hasSameWords(textWith(plain), textWith(other))).toBe(false)
  expect(hasSameWords(textWith(plain), textWith(plain.toReversed()))).toBe(false)
  expect(hasSameWords(textWith([], plain), textWith([], other))).toBe(false)
  expect(hasSameWords(textWith(plain), { ...textWith(plain), title: 'Entry' })).toBe(false)
  expect(hasSameWords(textWith(plain), { ...textWith(plain), summary: 'Whom to call.' })).toBe(false)
})
