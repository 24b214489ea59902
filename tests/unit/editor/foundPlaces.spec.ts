import { describe, expect, it } from 'vitest'
import { contextOf, foundPlaces, nextFrom } from '@/admin/editor/find/foundPlaces'
import { editorText } from '@/admin/editor/sectionValues'
import { block, text } from '@/domain/richText/richText'

const paragraph = (words: string) => block('paragraph', { runs: [text(words)] })
const found = (words: string, ...lines: string[]) =>
  foundPlaces(editorText(lines.map(paragraph)), { words, matchCase: false, wholeWords: false })

describe('the places that a search shows', () => {
  it('are in the order of the text, and the next one stands behind the last replaced word', () => {
    const all = found('law', 'law and law', 'a law')
    expect(all.map(({ index, stretch }) => [index, stretch.from])).toEqual([
      [0, 0],
      [0, 8],
      [1, 2],
    ])
    expect(nextFrom(all, { index: 0, at: 0 })).toBe(0)
    expect(nextFrom(all, { index: 0, at: 3 })).toBe(1)
    expect(nextFrom(all, { index: 0, at: 11 })).toBe(2)
    expect(nextFrom(all, { index: 1, at: 5 })).toBe(0)
  })

  it('are shown with the words around them, cut between words', () => {
    const long = 'word '.repeat(20)
    const [one] = found('middle', `${long}middle ${long}end`)
    const shown = one && contextOf(one)
    expect(shown?.words).toBe('middle')
    expect(shown?.before).toMatch(/^… (?:word ){7,8}$/)
    expect(shown?.after).toMatch(/^(?: word){7,8} …$/)
  })

  it('are shown whole where the text is short', () => {
    const [one] = found('middle', 'In the middle of it.')
    expect(one && contextOf(one)).toEqual({ before: 'In the ', words: 'middle', after: ' of it.' })
  })
})
