import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, block, type RichText, type Run, text } from '@/domain/richText'
import { canonicalRichText, canonicalRuns } from '@/domain/richText/canonical'
import { textOf } from '@/domain/richText/walk'
import { randomRichText } from './randomRichText'

test('is the same when done twice', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const once = canonicalRichText(blocks)
      expect(canonicalRichText(once)).toEqual(once)
    }),
  )
})

test('drops no word', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      expect(lettersOf(canonicalRichText(blocks))).toEqual(lettersOf(blocks))
    }),
  )
})

test('does not change what it is given', () => {
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
  ['different neighbours stay', [text('a', ['bold']), text('b')], [text('a', ['bold']), text('b')]],
  [
    'links to two places stay two',
    [text('a', [], 'https://x.org'), text('b', [], 'https://y.org')],
    [text('a', [], 'https://x.org'), text('b', [], 'https://y.org')],
  ],
  [
    'marks have one order',
    [{ type: 'text', text: 'a', marks: ['sub', 'bold', 'bold'] }],
    [{ type: 'text', text: 'a', marks: ['bold', 'sub'] }],
  ],
  ['empty runs go', [text(''), text('a'), { type: 'footnote', text: '' }], [text('a')]],
  ['letters are composed, across runs that become one', [text('e'), text('\u0301')], [text('é')]],
  ['line ends within a text are breaks', [text('a\r\nb')], [text('a'), { type: 'break' }, text('b')]],
  ['breaks at the end go', [text('a'), { type: 'break' }, { type: 'break' }], [text('a')]],
  ['breaks at the start stay', [{ type: 'break' }, text('a')], [{ type: 'break' }, text('a')]],
  ['an unsafe link is only its words', [text('a', [], ' javascript:alert(1)')], [text('a')]],
])('%s', (_, runs, expected) => {
  expect(canonicalRuns(runs)).toEqual(expected)
})

test('empty paragraphs between others stay, at the end they go', () => {
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
