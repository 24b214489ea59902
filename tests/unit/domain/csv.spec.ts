import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asText, toCsv } from '@/domain/csv'

/** Reads a file as Excel and Python do: a quote counts only at the beginning of a cell, and what is behind the second one belongs to it. */
function read(file: string, separator = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell: string | null = null
  let isQuoted = false
  const text = file.replace(/^\uFEFF/, '')
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    const isPair = ['""', '\r\n'].includes(text.slice(at, at + 2))
    if (isQuoted && char === '"') {
      if (isPair) cell += '"'
      else isQuoted = false
      at += isPair ? 1 : 0
    } else if (isQuoted) cell += char
    else if (char === '"' && cell === null) {
      isQuoted = true
      cell = ''
    } else if (char === separator) {
      row.push(cell ?? '')
      cell = null
    } else if (char === '\r' || char === '\n') {
      rows.push([...row, cell ?? ''])
      row = []
      cell = null
      at += isPair ? 1 : 0
    } else cell = (cell ?? '') + char
  }
  return cell === null && row.length === 0 ? rows : [...rows, [...row, cell ?? '']]
}

const tableOf = (cell: fc.Arbitrary<string>) =>
  fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 })
const cells = tableOf(fc.string({ unit: 'grapheme' }))
/** Cells in which a separator, a quote and a sign of a formula often stand beside each other. */
const cutCells = tableOf(fc.string({ unit: fc.constantFrom(...',;\t\r\n"\'=+-@＝＋－＠a '), maxLength: 8 }))
const SIGNS = /^[=+\-@\t\r\n＝＋－＠]/

describe('a table as CSV', () => {
  it('begins with the byte order mark and ends each line with CR and LF', () => {
    expect(
      toCsv([
        ['Section', 'Ireland'],
        ['1', 'Decide'],
      ]),
    ).toBe('\uFEFFSection,Ireland\r\n1,Decide\r\n')
  })

  it('keeps commas, semicolons, quotes and line ends inside a cell', () => {
    const row = ['a, b', 'a; b', 'the "law"', 'one\ntwo', 'one\r\ntwo']
    expect(toCsv([row])).toBe('\uFEFF"a, b","a; b","the ""law""","one\ntwo","one\r\ntwo"\r\n')
  })

  it('has every cell, as a text, for everybody who reads it', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(read(toCsv(rows))).toEqual(rows.map((row) => row.map(asText)))
      }),
    )
  })
})

describe('a cell that a spreadsheet would calculate', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tTab', '\rLine', '\nLine', '＝1+1', '=cmd|’/C calc’!A0'])(
    '%j is a text',
    (cell) => {
      expect(asText(cell)).toBe(`'${cell}`)
    },
  )

  it.each([
    ['seen;=cmd|’/C calc’!A0;ok', "seen;'=cmd|’/C calc’!A0;ok"],
    ['seen\n=1+1', "seen\n'=1+1"],
    ['seen\r\n＠SUM(A1)', "seen\r\n'＠SUM(A1)"],
    ['seen\t-1', "seen\t'-1"],
    ['seen;"=1"', 'seen;"\'=1"'],
  ])('%j is a text also where its parts are read as cells', (cell, text) => {
    expect(asText(cell)).toBe(text)
  })

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('is in no table that is read with %s between its cells', (_, separator) => {
    fc.assert(
      fc.property(fc.oneof(cutCells, cells), (rows) => {
        for (const cell of read(toCsv(rows), separator).flat()) expect(cell).not.toMatch(SIGNS)
      }),
      { numRuns: 2000 },
    )
  })

  it('stays as it is otherwise', () => {
    const others = ['', 'Section 1', '3.1', 'a=b', '–', ' =1', 'a; b', 'a,=b', 'one\ntwo', 'one\n\ntwo', 'the "law"']
    for (const cell of others) expect(asText(cell)).toBe(cell)
  })
})
