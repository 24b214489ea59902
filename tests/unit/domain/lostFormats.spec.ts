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

  test('leave the words of a table where the file has most of them as paragraphs, and nothing where it has few', () => {
    const written = [...words('Before.'), table('One', 'Two', 'Three')]
    expect(left(written, words('Before.', 'One', 'Two'))).toEqual(words('Before.', 'One', 'Two', 'Three'))
    expect(left(written, words('Before.', 'One'))).toEqual(words('Before.'))
  })

  test('are none in a file that has one of each kind', () => {
    const written = [heading, note, table('One')]
    const lost = lostFormats({ written: [written], read: [words('Other'), [heading, note, table('Two')]] })
    expect(hasLost(lost)).toBe(false)
    expect(withoutFormats(written, lost)).toBe(written)
  })
})
