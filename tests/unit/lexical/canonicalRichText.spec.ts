import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalRichText, canonicalRuns } from '@/domain/richText/canonical'
import { type Block, block, type RichText, type Run, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { randomRichText } from './randomRichText'

test('is the same if applied twice', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const once = canonicalRichText(blocks)
      expect(canonicalRichText(once)).toEqual(once)
    }),
  )
})

test('drops no words', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      expect(lettersOf(canonicalRichText(blocks))).toEqual(lettersOf(blocks))
    }),
  )
})

test('does not change its input', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const before = structuredClone(blocks)
      canonicalRichText(blocks)
      expect(blocks).toEqual(before)
    }),
  )
})

test.each<[string, Run[], Run[]]>([
  ['equal neighbours are one run', [text('a', ['bold']), text('b', ['bold'])], [text('ab', ['bold'])]],
  ['different neighbours stay separate', [text('a', ['bold']), text('b')], [text('a', ['bold']), text('b')]],
  [
    'links to two addresses stay separate',
    [text('a', [], 'https://x.org'), text('b', [], 'https://y.org')],
    [text('a', [], 'https://x.org'), text('b', [], 'https://y.org')],
  ],
  [
    'marks have a fixed order',
    [{ type: 'text', text: 'a', marks: ['sub', 'bold', 'bold'] }],
    [{ type: 'text', text: 'a', marks: ['bold', 'sub'] }],
  ],
  ['empty runs are removed', [text(''), text('a'), { type: 'footnote', text: '' }], [text('a')]],
  ['letters are composed, across runs that become one', [text('e'), text('\u0301')], [text('é')]],
  ['line ends inside a text become breaks', [text('a\r\nb')], [text('a'), { type: 'break' }, text('b')]],
  ['breaks at the end are removed', [text('a'), { type: 'break' }, { type: 'break' }], [text('a')]],
  ['breaks at the start are kept', [{ type: 'break' }, text('a')], [{ type: 'break' }, text('a')]],
  ['an unsafe link is reduced to its words', [text('a', [], ' javascript:alert(1)')], [text('a')]],
])('%s', (_, runs, expected) => {
  expect(canonicalRuns(runs)).toEqual(expected)
})

test('empty paragraphs are kept between others, and removed at the end', () => {
  const [empty, full] = [block('paragraph'), block('paragraph', { runs: [text('a')] })]
  expect(canonicalRichText([empty, full, empty, full, empty, empty])).toEqual([empty, full, empty, full])
})

test('attributes with their default value are absent', () => {
  const cell = block('cell', { attrs: { header: false, colSpan: 1, rowSpan: 1 } })
  const list = block('list', { attrs: { style: 'number', start: 1 }, children: [block('item')] })
  const steps = block('steps', { attrs: { title: ' ' } })
  const [table, numbered, path] = canonicalRichText([
    block('table', { children: [block('row', { children: [cell] })] }),
    list,
    steps,
  ])
  expect(table?.children[0]?.children[0]?.attrs).toEqual({})
  expect(numbered?.attrs).toEqual({ style: 'number' })
  expect(path?.attrs).toEqual({})
})

test('two texts of one field of a structured block become one, in order', () => {
  const note = (words: string) => block('field', { attrs: { name: 'note' }, runs: [text(words, ['bold'])] })
  const [legal] = canonicalRichText([block('legal', { id: 'l', children: [note('one'), note('two')] })])
  expect(legal?.children.at(-1)).toEqual(
    block('field', { id: 'l/note', attrs: { name: 'note' }, runs: [text('one'), { type: 'break' }, text('two')] }),
  )
})

function lettersOf(blocks: RichText): string {
  return textOf(blocks)
    .normalize('NFC')
    .replace(/[\s[\]]/g, '')
    .normalize('NFC')
}

test('a list that goes on with a list in its first item is joined below the last of the items before, and keeps them all', () => {
  const list = (...children: Block[]): Block => block('list', { attrs: { style: 'bullet' }, children })
  const item = (words: string, ...children: Block[]): Block =>
    block('item', { runs: words === '' ? [] : [text(words)], children })
  const joined = (...items: string[]): RichText =>
    canonicalRichText([list(...items.map((words) => item(words))), list(item('', list(item('below'))), item('after'))])
  for (const items of [['one'], ['one', 'two'], ['one', 'two', 'three', 'four']]) {
    const [last = '', ...before] = items.toReversed()
    const expected = [...before.reverse().map((words) => item(words)), item(last, list(item('below'))), item('after')]
    expect(joined(...items)).toEqual([list(...expected)])
  }
})
