import { describe, expect, test } from 'vitest'
import { hasLost, lostFormats, withoutFormats } from '@/domain/importPlan/lostFormats'
import { type Block, block, type RichText, text } from '@/domain/richText/richText'

const words = (...lines: string[]) => lines.map((line) => block('paragraph', { runs: [text(line)] }))
const cell = (line: string) => block('cell', { children: words(line) })
const table = (...lines: string[]) => block('table', { children: [block('row', { children: lines.map(cell) })] })
const heading = block('heading', { attrs: { level: 2 }, runs: [text('Above')] })
const note = block('paragraph', { runs: [text('So it is.', ['italic']), { type: 'footnote', text: 'Says who?' }] })

/** What is left of a text in a file that has these texts. */
function left(written: RichText, ...read: RichText[]): Block[] {
  return withoutFormats(written, lostFormats({ written: [written], read }))
}

describe('formats that a file has lost', () => {
  test('are those that no text of it has', () => {
    const written = [heading, note]
    expect(left(written, words('Above', 'So it is.'))).toEqual(words('Above', 'So it is.'))
    const elsewhere = block('paragraph', { runs: [text('Other words', ['italic'])] })
    expect(left(written, [heading], [elsewhere])).toEqual([
      heading,
      block('paragraph', { runs: [text('So it is.', ['italic'])] }),
    ])
  })

  test('leave the words of a table where the file has half of them as paragraphs, and nothing where it has less', () => {
    const written = [...words('Before.'), table('One', 'Two', 'Three', 'Four', 'Five')]
    const all = words('Before.', 'One', 'Two', 'Three', 'Four', 'Five')
    expect(left(written, words('Before.', 'One', 'Two', 'Three'))).toEqual(all)
    expect(left(written, words('Before.', 'One', 'Two'))).toEqual(words('Before.'))
    const even = [...words('Before.'), table('One', 'Two', 'Three', 'Four')]
    expect(left(even, words('Before.', 'One', 'Two'))).toEqual(all.slice(0, -1))
  })

  test('are none where the file has half of them, and all where it has less', () => {
    const bold = (line: string) => block('paragraph', { runs: [text(line, ['bold'])] })
    const lines = Array.from({ length: 22 }, (_, at) => `Line ${at}`)
    const withBold = (count: number) => lines.map((line, at) => (at < count ? [bold(line)] : words(line)))
    const isLost = (count: number, of: number) =>
      hasLost(lostFormats({ written: [lines.slice(0, of).map(bold)], read: withBold(count).slice(0, of) }))
    expect([isLost(11, 22), isLost(10, 22), isLost(11, 21), isLost(10, 21)]).toEqual([false, true, false, true])
  })

  test('come back neither with other words that somebody formatted nor with a few that were left', () => {
    const tables = [table('One', 'Two'), table('Three', 'Four'), table('Five', 'Six')]
    const read = [words('One', 'Two', 'Three', 'Four'), [table('Five', 'Six')]]
    const lost = lostFormats({ written: tables.map((one) => [one]), read })
    expect(withoutFormats(tables, lost)).toEqual([...words('One', 'Two', 'Three', 'Four'), table('Five', 'Six')])
    const written = [words('First', 'Second'), [note]]
    const bold = block('paragraph', { runs: [text('First', ['italic'])] })
    expect(lostFormats({ written, read: [[bold], words('Second', 'So it is.')] }).runs).toEqual(
      new Set(['italic', 'footnote']),
    )
  })

  test('do not come back with new lines that somebody formatted', () => {
    const bold = (line: string) => block('paragraph', { runs: [text(line, ['bold'])] })
    const lines = ['One', 'Two', 'Three', 'Four']
    const read = [...words(...lines), bold('Ring twice.'), bold('Bring nobody.')]
    expect(lostFormats({ written: [lines.map(bold)], read: [read] }).runs).toEqual(new Set(['bold']))
    const others = [bold('Ring twice.'), bold('Bring nobody.')]
    expect(hasLost(lostFormats({ written: [lines.map(bold)], read: [others] }))).toBe(false)
    expect(hasLost(lostFormats({ written: [lines.map(bold)], read: [[bold('One'), ...others]] }))).toBe(false)
  })

  test('are none where their words were changed', () => {
    const written = [heading, note, table('One', 'Two')]
    const lost = lostFormats({ written: [written], read: [[heading, note, table('1', '2')]] })
    expect(hasLost(lost)).toBe(false)
    expect(withoutFormats(written, lost)).toBe(written)
  })
})
