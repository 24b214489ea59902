import { describe, expect, it, test } from 'vitest'
import { canonicalRichText } from '@/domain/richText/canonical'
import { block, text } from '@/domain/richText/richText'
import { MAX_ROW_SPAN, MAX_SPANNED_COLUMNS } from '@/domain/richText/spans'
import { fromLexical } from '@/lexical/fromLexical'
import { isEditorState } from '@/lexical/isEditorState'
import { toLexical } from '@/lexical/toLexical'

type Spans = { colSpan?: unknown; rowSpan?: unknown }

describe('a table that is sent', () => {
  it.each([{}, { colSpan: 1, rowSpan: 1 }, { colSpan: 100, rowSpan: 1000 }, { colSpan: null }])(
    'may have these spans: %j',
    (spans) => {
      expect(isEditorState(tableOf([[spans]]))).toBe(true)
    },
  )

  it.each([
    { colSpan: 99_999_999 },
    { rowSpan: 99_999_999 },
    { colSpan: '99999999' },
    { colSpan: 1e300 },
    { colSpan: -1 },
    { rowSpan: 0 },
    { colSpan: 1.5 },
    { colSpan: [] },
  ])('may not have these spans: %j', (spans) => {
    expect(isEditorState(tableOf([[spans]]))).toBe(false)
  })

  it('may not exceed the limit in many cells instead of one', () => {
    const cells = Array.from({ length: 1000 }, () => ({ colSpan: 100 }))
    expect(isEditorState(tableOf([cells]))).toBe(false)
    expect(isEditorState(tableOf([[{ colSpan: 51 }, { colSpan: 51 }], [{ colSpan: 101 }]]))).toBe(true)
  })

  it('may have any number of cells that each span one column', () => {
    expect(isEditorState(tableOf([Array.from({ length: 300 }, () => ({}))]))).toBe(true)
  })
})

describe('a stored table with a span that no browser can render', () => {
  it('is read with the largest possible span, and keeps all cells', () => {
    const [table] = fromLexical(tableOf([[{ colSpan: 99_999_999, rowSpan: 99_999_999 }, { colSpan: 2 }, {}]]))
    expect(table?.children[0]?.children.map(({ attrs }) => attrs)).toEqual([
      { colSpan: MAX_SPANNED_COLUMNS + 1, rowSpan: MAX_ROW_SPAN },
      {},
      {},
    ])
  })
})

test('a table in its canonical form can be sent again', () => {
  const cell = block('cell', {
    attrs: { colSpan: 5_000, rowSpan: 5_000 },
    children: [block('paragraph', { runs: [text('a')] })],
  })
  const table = block('table', { children: [block('row', { children: [cell, cell, cell] })] })
  expect(isEditorState(toLexical(canonicalRichText([table])))).toBe(true)
})

function tableOf(rows: Spans[][]): unknown {
  const children = rows.map((cells) => ({
    type: 'tablerow',
    version: 1,
    children: cells.map((spans) => ({ type: 'tablecell', version: 1, headerState: 0, ...spans, children: [] })),
  }))
  return { root: { type: 'root', version: 1, children: [{ type: 'table', version: 1, children }] } }
}
