import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { assertWithinLimits } from '@/actions/assertWithinLimits'
import { badInput } from '@/actions/badInput'
import { richText } from '@/actions/input'
import { block, type RichText, text } from '@/domain/richText/richText'
import { repairBlockIds } from '@/lexical/blockIds'
import { exceededLimit } from '@/lexical/exceededLimit'
import { toLexical } from '@/lexical/toLexical'

type Node = { type: string; [field: string]: unknown }

const words = { type: 'text', text: 'a' }
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children })
const structured = (fields: object): Node => ({ type: 'block', fields })
const checklist = (entries: number): Node =>
  structured({ blockType: 'checklist', rows: Array.from({ length: entries }, () => ({ text: 't' })) })
const stateOf = (...children: Node[]) => ({ root: { type: 'root', children } })
const callout = (...children: Node[]): Node => structured({ blockType: 'callout', content: stateOf(...children) })
const cell = (...children: Node[]): Node => ({ type: 'tablecell', children })
const table = (...cells: Node[]): Node => ({ type: 'table', children: [{ type: 'tablerow', children: cells }] })
const many = (count: number, node: Node): Node[] => Array.from({ length: count }, () => node)

const HEAVY: [string, (count: number) => object][] = [
  ['contacts', (count) => stateOf(...many(count, structured({ blockType: 'contact', name: 'b' })))],
  ['legal references', (count) => stateOf(...many(count, structured({ blockType: 'legal', instrument: 'b' })))],
  ['boxes', (count) => stateOf(...many(count, callout()))],
  ['checklists without entries', (count) => stateOf(...many(count, checklist(0)))],
  ['entries of one checklist', (count) => stateOf(checklist(count - 1))],
  ['entries in boxes', (count) => stateOf(callout(checklist(count - 2)))],
  ['entries in cells', (count) => stateOf(table(cell(checklist(count - 1))))],
  [
    'footnotes',
    (count) =>
      stateOf(paragraph(...many(count, { type: 'inlineBlock', fields: { blockType: 'footnote', text: 'b' } }))),
  ],
  ['links', (count) => stateOf(paragraph(...many(count, { type: 'link', fields: { url: '/b' }, children: [] })))],
  ['pictures', (count) => stateOf(...many(count, { type: 'upload', relationTo: 'media', value: 'b' }))],
]

describe('a text has a limit for what is validated separately', () => {
  it.each(HEAVY)('for %s: 990 are within it, and 1,001 exceed it', (_, textWith) => {
    expect(exceededLimit(textWith(990))).toBe(null)
    expect(exceededLimit(textWith(1_001))).toEqual({ kind: 'size', percent: 101 })
  })

  it('for nodes without fields, ten times as many', () => {
    expect(exceededLimit(stateOf(...many(5_000, paragraph(words))))).toBe(null)
    expect(exceededLimit(stateOf(...many(15_000, { type: 'horizontalrule' })))).toEqual({ kind: 'size', percent: 150 })
    expect(exceededLimit(stateOf(table(...many(10_001, cell()))))).toEqual({ kind: 'size', percent: 101 })
  })

  it('for all kinds together', () => {
    const part = [...many(300, structured({ blockType: 'contact' })), ...many(2_000, paragraph(words))]
    expect(exceededLimit(stateOf(...part))).toBe(null)
    expect(exceededLimit(stateOf(...part, checklist(400)))).toEqual({ kind: 'size', percent: 111 })
  })
})

describe('a text has a limit for its length', () => {
  const filled = (rows: number, said: string, columns = 8): RichText => [
    block('table', {
      children: Array.from({ length: rows }, () =>
        block('row', {
          children: Array.from({ length: columns }, () =>
            block('cell', { children: [block('paragraph', { runs: [text(said)] })] }),
          ),
        }),
      ),
    }),
  ]

  it.each([
    [357, 8],
    [905, 3],
  ])('which a table of %i rows and %i columns does not exceed, but one with another row does', (rows, columns) => {
    const tableOf = (count: number) => exceededLimit(toLexical(filled(count, 'five words in a cell', columns)))
    expect(tableOf(rows)).toBe(null)
    expect(tableOf(rows + 1)).toEqual({ kind: 'size', percent: 101 })
  })

  it('which is in bytes, not in characters', () => {
    expect(exceededLimit(stateOf(paragraph({ type: 'text', text: 'ß'.repeat(600_000) })))).toBe(null)
    expect(exceededLimit(stateOf(paragraph({ type: 'text', text: 'ß'.repeat(700_000) })))).toMatchObject({
      kind: 'size',
    })
  })

  it('which counts an id on each block, so that a text without ids is not longer once it is stored', () => {
    let next = 0
    const given = toLexical(filled(300, `${'word '.repeat(22)}end`))
    const newId = () => String(next++).padStart(12, '0')
    const stored = repairBlockIds({ value: given, previous: null, newId }).value
    expect(JSON.stringify(given).length).toBeLessThan(1_250_000)
    expect([exceededLimit(given), exceededLimit(stored)]).toEqual([
      { kind: 'size', percent: 101 },
      { kind: 'size', percent: 101 },
    ])
  })
})

describe('a text has a limit for its levels', () => {
  const nested = (levels: number): RichText =>
    Array.from({ length: levels }).reduce<RichText>(
      (inside) => [block('list', { children: [block('item', { runs: [text('item')], children: inside })] })],
      [],
    )

  it('which is 19 lists in each other', () => {
    expect(exceededLimit(toLexical(nested(19)))).toBe(null)
    expect(exceededLimit(toLexical(nested(20)))).toEqual({ kind: 'depth' })
    expect(exceededLimit(toLexical(nested(300)))).toEqual({ kind: 'depth' })
  })
})

it.each([[undefined], [null], ['words'], [{ root: { children: 'words' } }]])('%j exceeds no limit', (value) => {
  expect(exceededLimit(value)).toBe(null)
})

describe('a value that pretends to be a type of the database', () => {
  const body = stateOf(paragraph({ type: 'text', text: 'a', _bsontype: 'Unknown' }))

  it('has no size', () => {
    expect(exceededLimit(body)).toEqual({ kind: 'type' })
  })

  it('is refused as a value in the wrong form, in the input and before it is written', () => {
    const because = [{ key: 'refusal.bad-input', params: { where: 'body' }, field: 'body' }]
    expect(() => assertWithinLimits({ body })).toThrow(expect.objectContaining({ because }))
    const { error } = z.object({ body: richText }).safeParse({ body })
    expect(badInput({ error: error ?? expect.fail(), whole: 'input' })).toEqual(because)
  })
})
