import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asText, toCsv } from '@/domain/csv'

/** Reads a file as RFC 4180 says. */
function read(file: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const text = file.replace(/^\uFEFF/, '')
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (char === '"') isQuoted = true
    else if (char === ',') {
      row.push(cell)
      cell = ''
    } else if (char === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell])
      ;[row, cell] = [[], '']
      at++
    } else cell += char
  }
  return rows
}

const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), { maxLength: 5 })

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
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '=cmd|’/C calc’!A0'])(
    '%j is a text',
    (cell) => {
      expect(asText(cell)).toBe(`'${cell}`)
    },
  )

  it('does not begin a formula after any text is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '=', '+', '-', '@', '\t', '\r'), (rest, first) => {
        expect(asText(first + rest)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('stays as it is otherwise', () => {
    for (const cell of ['', 'Section 1', '3.1', 'a=b', '–', ' =1']) expect(asText(cell)).toBe(cell)
  })
})
