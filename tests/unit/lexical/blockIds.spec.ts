import { blockIdsBeforeChange } from '@collections/richText/blockIdsBeforeChange'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $parseSerializedNode,
  type ElementNode,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { $createHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { $setBlocksType } from '@payloadcms/richtext-lexical/lexical/selection'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLOCK_KINDS } from '@/domain/richText/blockKinds'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { repairBlockIds } from '@/lexical/blockIds'
import { fromLexical } from '@/lexical/fromLexical'
import { type LexicalState, wordsIn } from '@/lexical/lexicalJson'
import { toLexical } from '@/lexical/toLexical'
import { runs } from '../runs'
import { headlessEditor, throughEditor } from './payloadEditor'
import { randomLexicalJson, randomRichText } from './randomRichText'

const editor = await headlessEditor()

const three = toLexical([
  paragraph('a', 'The first paragraph says hello.'),
  paragraph('b', 'The second paragraph says what to do next.'),
  paragraph('c', 'The third paragraph says goodbye.'),
])

test('Enter in the middle: the first half keeps the id, the second half gets a new one', () => {
  const value = edited(three, () => {
    caret(1, 20)
    pressEnter()
  })
  expect(idsAndTexts(value)).toEqual([
    ['a', 'The first paragraph says hello.'],
    ['b', 'The second paragraph'],
    ['new1', ' says what to do next.'],
    ['c', 'The third paragraph says goodbye.'],
  ])
})

test('Enter at the start: the text keeps its id, the empty paragraph above it gets a new one', () => {
  const value = edited(three, () => {
    caret(1, 0)
    pressEnter()
  })
  expect(idsAndTexts(value)).toEqual([
    ['a', 'The first paragraph says hello.'],
    ['new1', ''],
    ['b', 'The second paragraph says what to do next.'],
    ['c', 'The third paragraph says goodbye.'],
  ])
})

test('Enter at the start and a new paragraph typed above: the old text keeps its id', () => {
  const value = edited(three, () => {
    caret(1, 0)
    pressEnter()
    caret(1, 0)
    typeWords('Something that was never here.')
  })
  expect(idsAndTexts(value).slice(1, 3)).toEqual([
    ['new1', 'Something that was never here.'],
    ['b', 'The second paragraph says what to do next.'],
  ])
})

test('Enter three times at the start leaves three empty paragraphs with three new ids', () => {
  const value = edited(three, () => {
    caret(0, 0)
    pressEnter()
    pressEnter()
    pressEnter()
  })
  expect(idsAndTexts(value).slice(0, 4)).toEqual([
    ['new1', ''],
    ['new2', ''],
    ['new3', ''],
    ['a', 'The first paragraph says hello.'],
  ])
})

test('a paragraph that is emptied keeps its id', () => {
  const value = edited(three, () => childOfRoot(1).clear())
  expect(idsAndTexts(value)[1]).toEqual(['b', ''])
})

test('a paragraph that is rewritten keeps its id', () => {
  const value = edited(three, () => {
    childOfRoot(1).clear()
    caret(1, 0)
    typeWords('Nothing of it is left.')
  })
  expect(idsAndTexts(value)[1]).toEqual(['b', 'Nothing of it is left.'])
})

test('a paragraph that becomes a heading keeps its id', () => {
  const value = edited(three, () => {
    caret(1, 0)
    $setBlocksType($getSelection(), () => $createHeadingNode('h2'))
  })
  expect(fromLexical(value)[1]).toMatchObject({ id: 'b', kind: 'heading' })
})

test('a paragraph that becomes a heading and is edited at the same time keeps its id', () => {
  const value = edited(three, () => {
    caret(1, 0)
    $setBlocksType($getSelection(), () => $createHeadingNode('h2'))
    caret(1, 0)
    typeWords('Now: ')
  })
  expect(fromLexical(value)[1]).toMatchObject({ id: 'b', kind: 'heading' })
})

test('the first copy keeps the id of a pasted block, the second gets a new one', () => {
  const value = edited(three, () => {
    childOfRoot(2).insertAfter(copyOf(0))
  })
  expect(idsAndTexts(value).map(([id]) => id)).toEqual(['a', 'b', 'c', 'new1'])
})

test('a moved paragraph keeps its id', () => {
  const value = edited(three, () => {
    $getRoot().append(childOfRoot(0))
  })
  expect(idsAndTexts(value).map(([id]) => id)).toEqual(['b', 'c', 'a'])
})

test('a paragraph that lost its id when it was moved gets it again', () => {
  const value = edited(three, () => {
    const moved = $createParagraphNode().append(...childOfRoot(0).getChildren())
    childOfRoot(0).remove()
    $getRoot().append(moved)
  })
  expect(idsAndTexts(value).map(([id]) => id)).toEqual(['b', 'c', 'a'])
})

test('the id of a paragraph that was joined with the one before it is not used again', () => {
  const value = edited(three, () => {
    childOfRoot(0).append(...childOfRoot(1).getChildren())
    childOfRoot(1).remove()
  })
  expect(idsAndTexts(value).map(([id]) => id)).toEqual(['a', 'c'])
})

test('a new paragraph does not inherit the id of a deleted one with other words', () => {
  const value = edited(three, () => {
    const other = $createParagraphNode()
    childOfRoot(1).replace(other)
    caret(1, 0)
    typeWords('Call the interpreter.')
  })
  expect(idsAndTexts(value)[1]).toEqual(['new1', 'Call the interpreter.'])
})

test('an edited cell keeps its ids, a new row and a new column get new ones', () => {
  const cell = (id: string, words: string) => block('cell', { id, children: [paragraph(`${id}p`, words)] })
  const row = (id: string, cells: Block[]) => block('row', { id, children: cells })
  const table = (rows: Block[]) => toLexical([block('table', { id: 't', children: rows })])
  const before = table([
    row('r1', [cell('c11', 'Who'), cell('c12', 'Deadline')]),
    row('r2', [cell('c21', 'Registration officer'), cell('c22', 'Three days')]),
  ])
  const value = table([
    row('r1', [cell('c11', 'Who'), block('cell', { children: [paragraph('', 'Where')] }), cell('c12', 'Deadline')]),
    block('row', { children: [block('cell', { children: [paragraph('', 'Lawyer')] })] }),
    row('r2', [cell('c21', 'Registration officer'), block('cell'), cell('c22', 'Six days')]),
  ])
  expect(allIds(repaired(value, before))).toEqual([
    ...['t', 'r1', 'c11', 'c11p', 'new1', 'new2', 'c12', 'c12p'],
    ...['new3', 'new4', 'new5'],
    ...['r2', 'c21', 'c21p', 'new6', 'new7', 'c22', 'c22p'],
  ])
})

test('rows of a checklist keep their ids in a new order, and a row without one gets one', () => {
  const before = toLexical([checklist('b', [row('r1', 'Ask'), row('r2', 'Listen'), row('r3', 'Write')])])
  const value = toLexical([
    checklist('b', [row('r3', 'Write'), row('', 'Wait'), row('r1', 'Ask'), row('r2', 'Listen')]),
  ])
  expect(fromLexical(repaired(value, before))[0]?.children.map((one) => one.id)).toEqual(['r3', 'new1', 'r1', 'r2'])
})

test('rows that lost their ids get them again by their words', () => {
  const before = toLexical([checklist('b', [row('r1', 'Ask for an interpreter'), row('r2', 'Listen')])])
  const value = toLexical([checklist('b', [row('', 'Ask for a good interpreter'), row('', 'Listen')])])
  expect(fromLexical(repaired(value, before))[0]?.children.map((one) => one.id)).toEqual(['r1', 'r2'])
})

test('an item indented under another keeps its id', () => {
  const item = (id: string, words: string, children: Block[] = []) =>
    block('item', { id, runs: [text(words)], children })
  const list = (id: string, children: Block[]) => block('list', { id, attrs: { style: 'bullet' }, children })
  const before = toLexical([list('l', [item('i1', 'one'), item('i2', 'two'), item('i3', 'three')])])
  const value = toLexical([list('l', [item('i1', 'one', [list('', [item('i2', 'two')])]), item('i3', 'three')])])
  expect(allIds(repaired(value, before))).toEqual(['l', 'i1', 'new1', 'i2', 'i3'])
})

test('blocks in a callout keep their ids too', () => {
  const callout = (children: Block[]) =>
    toLexical([block('callout', { id: 'k', attrs: { tone: 'warning' }, children })])
  const before = callout([paragraph('a', 'Never ask about this in front of others.')])
  const value = callout([paragraph('', ''), paragraph('', 'Never ask about this in front of others.')])
  expect(allIds(repaired(value, before))).toEqual(['k', 'new1', 'a'])
})

test('pictures, rules and structured blocks keep their ids in the editor, although it drops the marks that carry them', () => {
  const before = toLexical([
    block('image', { id: 'u', attrs: { media: 'm1' } }),
    block('rule', { id: 'h1' }),
    paragraph('a', 'Between.'),
    block('rule', { id: 'h2' }),
    block('legal', { id: 'l' }),
  ])
  expect(allIds(edited(before, () => {}))).toEqual(['u', 'h1', 'a', 'h2', 'l'])
})

test('pictures and structured blocks use their own id as the id of the block, also for a second copy', () => {
  const legal = block('legal', { id: 'l' })
  expect(repaired(toLexical([legal, legal]), null)).toMatchObject({
    root: {
      children: [
        { $: { bid: 'l' }, fields: { id: 'l' } },
        { $: { bid: 'new1' }, fields: { id: 'new1' } },
      ],
    },
  })
})

test('id marks on words are removed, so that equal neighbours become one again', () => {
  const marked = { type: 'text', text: 'b', $: { bid: 'x', other: 1 } }
  const value = { root: { children: [{ type: 'paragraph', $: { bid: 'a', other: 1 }, children: [marked] }] } }
  expect(repaired(value, null)).toEqual({
    root: {
      children: [{ type: 'paragraph', $: { bid: 'a', other: 1 }, children: [{ type: 'text', text: 'b' }] }],
    },
  })
})

test('the number of new ids is reported, and is none the second time', () => {
  const value = toLexical([paragraph('', 'one'), paragraph('a', 'two'), paragraph('a', 'three')])
  const first = repairBlockIds({ value, previous: null, newId: counter() })
  expect(first.repaired).toBe(2)
  expect(repairBlockIds({ value: first.value, previous: value, newId: counter() })).toEqual({
    value: first.value,
    repaired: 0,
  })
})

test('an id that was used before is never given again, even if it is offered repeatedly', () => {
  const value = toLexical([paragraph('', 'one'), paragraph('', 'two')])
  const result = repairBlockIds({ value, previous: three, newId: () => 'a' })
  expect(allIds(result.value)).toEqual(['a-2', 'a-3'])
})

test('after any edit every block has its own id and no word is changed', () => {
  fc.assert(
    fc.property(randomRichText, randomRichText, (now, earlier) => {
      const value = toLexical(now)
      const result = repairBlockIds({ value, previous: toLexical(earlier), newId: counter() }).value
      const ids = allIds(result)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).not.toContain('')
      expect(wordsIn(result)).toBe(wordsIn(value))
      expect(repairBlockIds({ value, previous: toLexical(earlier), newId: counter() }).value).toEqual(result)
    }),
    { numRuns: runs(200) },
  )
})

test('opening and saving in the editor changes no id', () => {
  fc.assert(
    fc.property(randomRichText, (blocks) => {
      const stored = repaired(toLexical(blocks), null)
      expect(allIds(edited(stored, () => {}))).toEqual(allIds(stored))
    }),
    { numRuns: runs(100) },
  )
})

test('any JSON is accepted without an error, and what is not rich text does not change', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (value, previous) => {
      expect(repaired(value, previous)).toEqual(value)
    }),
  )
  fc.assert(
    fc.property(randomLexicalJson, randomLexicalJson, (value, previous) => {
      const ids = modelIds(fromLexical(repaired(value, previous)))
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    }),
    { numRuns: runs(500) },
  )
})

test('a long text that lost all its ids gets them again quickly', () => {
  const words = (place: number) => `Paragraph ${place} about topic ${place % 97} and case ${place * 7}`
  const all = Array.from({ length: 2_000 }, (_, place) => paragraph(`p${place}`, words(place)))
  const started = process.cpuUsage()
  const result = repaired(toLexical(all.map((one) => ({ ...one, id: '' }))), toLexical(all))
  expect(allIds(result)).toEqual(all.map((one) => one.id))
  // Measures processor time, not clock time, so a busy machine makes no difference.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(2)
})

test('the hook of the field gives every block an id of twelve characters and keeps existing ids', () => {
  const beforeChange = blockIdsBeforeChange()
  const value = toLexical([paragraph('', 'A new paragraph.'), paragraph('', 'The first paragraph says hello.')])
  const [fresh, kept] = fromLexical(beforeChange({ value, previousValue: three }))
  expect(fresh?.id).toMatch(/^[0-9a-f]{12}$/)
  expect(kept?.id).toBe('a')
  expect(beforeChange({ value: undefined, previousValue: three })).toBeUndefined()
})

function paragraph(id: string, words: string): Block {
  return block('paragraph', { id, runs: [text(words)] })
}

function checklist(id: string, children: Block[]): Block {
  return block('checklist', { id, children })
}

function row(id: string, words: string): Block {
  const first = block('field', { attrs: { name: BLOCK_KINDS.checklist.fields[0] }, runs: [text(words)] })
  return block('entry', { id, children: [first] })
}

function counter(): () => string {
  let last = 0
  return () => {
    last += 1
    return `new${last}`
  }
}

function repaired(value: unknown, previous: unknown): unknown {
  return repairBlockIds({ value, previous, newId: counter() }).value
}

/** The stored value after somebody edited a stored text. */
function edited(stored: unknown, edit: () => void): unknown {
  return repaired(throughEditor(editor, stored, edit), stored)
}

function childOfRoot(place: number): ElementNode {
  const node = $getRoot().getChildAtIndex(place)
  if (!$isElementNode(node)) throw new Error(`No element at ${place}`)
  return node
}

function caret(place: number, offset: number): void {
  const [first] = childOfRoot(place).getAllTextNodes()
  if (first) first.select(offset, offset)
  else childOfRoot(place).select()
}

function copyOf(place: number): LexicalNode {
  const copy = $parseSerializedNode(childOfRoot(place).exportJSON())
  const children = childOfRoot(place).getChildren()
  return $isElementNode(copy) ? copy.append(...children.map((child) => $parseSerializedNode(child.exportJSON()))) : copy
}

function selection() {
  const current = $getSelection()
  if (!$isRangeSelection(current)) throw new Error('No caret')
  return current
}

function pressEnter(): void {
  selection().insertParagraph()
}

function typeWords(words: string): void {
  selection().insertText(words)
}

function idsAndTexts(value: unknown): [string, string][] {
  return rootChildren(value).map((one) => [one.id, plainTextOf(one.runs)])
}

// An empty paragraph at the end is dropped from the text, so it is read with a block after it.
function rootChildren(value: unknown): RichText {
  const { root } = value as LexicalState
  const end = { type: 'horizontalrule', version: 1 }
  return fromLexical({ root: { ...root, children: [...root.children, end] } }).slice(0, -1)
}

/** The ids that code reading the text sees; words outside blocks have none. */
function modelIds(blocks: RichText): string[] {
  return blocks.flatMap((one) => [one.id, ...modelIds(one.children)]).filter((id) => id !== '')
}

/** The ids of all blocks, rows and entries in reading order; an element with an id is a row or carries an id mark. */
function allIds(value: unknown): unknown[] {
  const ids: unknown[] = []
  const visit = (one: unknown): void => {
    if (Array.isArray(one)) one.forEach(visit)
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return
    if ('$' in one && typeof one.$ === 'object' && one.$ && 'bid' in one.$) ids.push(one.$.bid)
    if ('children' in one) visit(one.children)
    if ('root' in one) visit(one.root)
    if (
      !('type' in one) ||
      one.type !== 'block' ||
      !('fields' in one) ||
      typeof one.fields !== 'object' ||
      one.fields === null
    )
      return
    const { fields } = one
    if ('content' in fields) visit(fields.content)
    if (!('rows' in fields) || !Array.isArray(fields.rows)) return
    for (const entry of fields.rows) if (typeof entry === 'object' && entry && 'id' in entry) ids.push(entry.id)
  }
  visit(value)
  return ids
}
