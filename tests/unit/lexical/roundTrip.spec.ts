import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalRichText } from '@/domain/richText/canonical'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { runs } from '../runs'
import { headlessEditor, throughEditor } from './payloadEditor'
import { malformedRichText, randomLexicalJson, randomRichText } from './randomRichText'

const editor = await headlessEditor()

test('a text read from its stored form equals the original in its canonical form', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      expect(fromLexical(toLexical(blocks))).toEqual(canonicalRichText(blocks))
    }),
    { numRuns: runs(500) },
  )
})

test('so does a text whose blocks are in forbidden places', () => {
  fc.assert(
    fc.property(malformedRichText, (blocks) => {
      const canonical = canonicalRichText(blocks)
      expect(canonicalRichText(canonical)).toEqual(canonical)
      expect(fromLexical(toLexical(blocks))).toEqual(canonical)
    }),
    { numRuns: runs(500) },
  )
})

test('equal texts have equal JSON, whoever wrote it', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const json = toLexical(blocks)
      expect(JSON.stringify(toLexical(fromLexical(json)))).toBe(JSON.stringify(json))
    }),
    { numRuns: runs(200) },
  )
})

test('the editor reads what we write and returns the same text', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const json = toLexical(blocks)
      expect(withoutRuleIds(fromLexical(throughEditor(editor, json)))).toEqual(withoutRuleIds(fromLexical(json)))
    }),
    { numRuns: runs(200) },
  )
})

test('any JSON is read without an error', () => {
  fc.assert(fc.property(fc.anything(), (value) => Array.isArray(fromLexical(value))))
  fc.assert(
    fc.property(randomLexicalJson, (value) => {
      const blocks = fromLexical(value)
      expect(canonicalRichText(blocks)).toEqual(blocks)
      expect(fromLexical(toLexical(blocks))).toEqual(blocks)
    }),
    { numRuns: runs(500) },
  )
})

test('a text that is nested deeper than the database can store is read without an error', () => {
  let node: unknown = { type: 'text', text: 'deep' }
  for (let level = 0; level < 5_000; level += 1) node = { type: 'custom', children: [node] }
  expect(fromLexical({ root: { children: [node, paragraph('near')] } }).map((one) => one.runs)).toEqual([
    [text('near')],
  ])
})

test.each([
  ['null', null],
  ['undefined', undefined],
  ['a root without children', { root: { children: [] } }],
  ['a root with one empty paragraph', { root: { children: [{ type: 'paragraph', children: [] }] } }],
  ['an empty paragraph with an id', { root: { children: [{ type: 'paragraph', $: { bid: 'a' }, children: [] }] } }],
  ['a paragraph with an empty text', { root: { children: [paragraph('')] } }],
])('%s is the empty text', (_, value) => {
  expect(fromLexical(value)).toEqual([])
})

test('the empty text is stored as one empty paragraph, which can hold the cursor', () => {
  expect(toLexical([]).root.children).toMatchObject([{ type: 'paragraph', children: [] }])
})

test('formatting, links, line breaks, tabs and footnotes inside a line are kept', () => {
  const runs = [
    text('See ', []),
    text('the', ['bold', 'italic'], 'https://example.org'),
    text(' guide', [], 'https://example.org'),
    { type: 'break' as const },
    text('a\tb', ['code', 'sub', 'sup', 'strike', 'underline']),
    { type: 'footnote' as const, text: 'Article 11' },
  ]
  const json = toLexical([block('paragraph', { id: 'p1', runs })])
  expect(json.root.children[0]).toMatchObject({
    $: { bid: 'p1' },
    children: [
      { type: 'text', text: 'See ', format: 0 },
      {
        type: 'link',
        id: 'at-0-1',
        fields: { linkType: 'custom', newTab: false, url: 'https://example.org' },
        children: [
          { text: 'the', format: 3 },
          { text: ' guide', format: 0 },
        ],
      },
      { type: 'linebreak' },
      { text: 'a', format: 124 },
      { type: 'tab', text: '\t' },
      { text: 'b' },
      { type: 'inlineBlock', fields: { blockType: 'footnote', text: 'Article 11' } },
    ],
  })
  expect(fromLexical(json)[0]?.runs).toEqual(runs)
})

test('a link that Lexical created automatically is a link, but a link to a script is not', () => {
  const linkTo = (type: string, url: string) => ({ type, fields: { url }, children: [{ type: 'text', text: 'x' }] })
  const read = (node: unknown) =>
    fromLexical({ root: { children: [{ type: 'paragraph', children: [node] }] } })[0]?.runs
  expect(read(linkTo('autolink', 'https://example.org'))).toEqual([text('x', [], 'https://example.org')])
  expect(read(linkTo('link', 'javascript:alert(1)'))).toEqual([text('x')])
  expect(read(linkTo('link', 'java\nscript:alert(1)'))).toEqual([text('x')])
  expect(read(linkTo('link', 'data:text/html,x'))).toEqual([text('x')])
})

test('a nested list belongs to the item before it', () => {
  const inner = block('list', { id: 'l2', attrs: { style: 'number', start: 3 }, children: [item('i2', 'b')] })
  const outer = { ...item('i1', 'a'), children: [inner] }
  const blocks = [block('list', { id: 'l1', attrs: { style: 'bullet' }, children: [outer, item('i3', 'c')] })]
  const json = toLexical(blocks)
  expect(json.root.children[0]).toMatchObject({
    type: 'list',
    tag: 'ul',
    children: [
      { type: 'listitem', $: { bid: 'i1' }, value: 1 },
      {
        type: 'listitem',
        value: 2,
        children: [{ type: 'list', tag: 'ol', start: 3, children: [{ value: 3, indent: 1 }] }],
      },
      { type: 'listitem', $: { bid: 'i3' }, value: 2 },
    ],
  })
  expect(fromLexical(json)).toEqual(blocks)
})

test('a list that begins with an indented item keeps it', () => {
  const inner = block('list', { id: 'l2', attrs: { style: 'bullet' }, children: [item('i2', 'b')] })
  const first = block('item', { id: 'i1', children: [inner] })
  const blocks = [block('list', { id: 'l1', attrs: { style: 'bullet' }, children: [first, item('i3', 'c')] })]
  expect(toLexical(blocks).root.children[0]?.children).toHaveLength(2)
  expect(fromLexical(toLexical(blocks))).toEqual(blocks)
})

test('the paragraphs of a list item become one text with an empty line between them', () => {
  const two = block('item', { runs: [text('one')], children: [block('paragraph', { runs: [text('two')] })] })
  const [list] = fromLexical(toLexical([block('list', { children: [two] })]))
  expect(list?.children[0]).toEqual(
    block('item', { runs: [text('one'), { type: 'break' }, { type: 'break' }, text('two')] }),
  )
})

test('spans and header cells of a table are kept, and cells keep their lists', () => {
  const cell = block('cell', {
    id: 'c1',
    attrs: { header: true, colSpan: 2, rowSpan: 3 },
    children: [
      block('paragraph', { id: 'p', runs: [text('a')] }),
      block('list', { id: 'l', attrs: { style: 'bullet' }, children: [item('i', 'b')] }),
    ],
  })
  const blocks = [block('table', { id: 't', children: [block('row', { id: 'r', children: [cell] })] })]
  expect(fromLexical(throughEditor(editor, toLexical(blocks)))).toEqual(blocks)
})

test('a picture reads the same whether or not its file was populated', () => {
  const upload = (value: unknown) => ({
    root: { children: [{ type: 'upload', id: 'u1', relationTo: 'media', value, fields: { caption: 'A door' } }] },
  })
  const expected = [block('image', { id: 'u1', attrs: { media: 'm1' }, runs: [text('A door')] })]
  expect(fromLexical(upload('m1'))).toEqual(expected)
  expect(fromLexical(upload({ id: 'm1', alt: 'Door', filename: 'door.png' }))).toEqual(expected)
})

test('a structured block has all of its fields, with ids derived from the entry', () => {
  const value = {
    root: {
      children: [
        {
          type: 'block',
          fields: { id: 'b', blockType: 'indicators', rows: [{ id: 'r', indicator: 'Injuries', weight: 'strong' }] },
        },
      ],
    },
  }
  const expected = block('indicators', {
    id: 'b',
    children: [
      block('entry', {
        id: 'r',
        attrs: { weight: 'strong' },
        children: [
          block('field', { id: 'r/indicator', attrs: { name: 'indicator' }, runs: [text('Injuries')] }),
          block('field', { id: 'r/note', attrs: { name: 'note' } }),
        ],
      }),
    ],
  })
  expect(fromLexical(value)).toEqual([expected])
})

test('an emptied field is written as empty, because a missing field would keep its old text', () => {
  const [node] = toLexical([block('contact', { id: 'c' })]).root.children
  expect(node?.fields).toEqual({
    id: 'c',
    blockType: 'contact',
    ...{ name: '', service: '', phone: '', email: '', url: '', hours: '', languages: '', note: '' },
  })
})

test('a callout accepts paragraphs and lists; other blocks keep only their words', () => {
  const heading = block('heading', { id: 'h', attrs: { level: 3 }, runs: [text('Heading')] })
  const cell = block('cell', { children: [block('paragraph', { runs: [text('cell')] })] })
  const table = block('table', { id: 't', children: [block('row', { children: [cell] })] })
  const [callout] = fromLexical(
    toLexical([block('callout', { attrs: { tone: 'warning' }, children: [heading, table] })]),
  )
  expect(callout?.attrs).toEqual({ tone: 'warning' })
  expect(callout?.children).toEqual([
    block('paragraph', { id: 'h', runs: [text('Heading')] }),
    block('paragraph', { id: 't', runs: [text('cell')] }),
  ])
})

test('an unknown block becomes a paragraph of its words', () => {
  const unknown = {
    type: 'block',
    fields: { id: 'x', blockType: 'poll', question: 'Who?', options: [{ label: 'We' }] },
  }
  const foreign = { type: 'collapsible', children: [paragraph('inside')] }
  expect(fromLexical({ root: { children: [unknown, foreign] } }).map((one) => [one.kind, one.runs])).toEqual([
    ['paragraph', [text('Who?'), { type: 'break' }, text('We')]],
    ['paragraph', [text('inside')]],
  ])
})

function paragraph(words: string) {
  return { type: 'paragraph', children: [{ type: 'text', text: words }] }
}

function item(id: string, words: string): Block {
  return block('item', { id, runs: [text(words)] })
}

// Payload's horizontal rule stores nothing in the editor; the server restores its id by its position.
function withoutRuleIds(blocks: RichText): RichText {
  return blocks.map((one) => ({
    ...one,
    id: one.kind === 'rule' ? '' : one.id,
    children: withoutRuleIds(one.children),
  }))
}
