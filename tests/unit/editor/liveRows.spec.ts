import { describe, expect, it } from 'vitest'
import { addedWords } from '@/admin/editor/live/addedWords'
import { liveRows, restoredRow } from '@/admin/editor/live/liveRows'
import { editorText } from '@/admin/editor/sectionValues'
import { block, type RichText, text } from '@/domain/richText/richText'

const paragraph = (id: string, words: string) => block('paragraph', { id, runs: [text(words)] })
const rowsOf = (common: RichText, ours: RichText) => liveRows({ common, ours: editorText(ours), isSameLanguage: true })

const COMMON = [
  paragraph('a', 'Ask the person in private.'),
  paragraph('b', 'Write down what you saw.'),
  paragraph('c', 'Call the help line today.'),
]
const [ASK, WRITE, CALL] = COMMON as [RichText[number], RichText[number], RichText[number]]

describe('the common text beside a text that is written', () => {
  it('has a row for each paragraph, and says in which node of the editor ours is', () => {
    const live = rowsOf(COMMON, [
      paragraph('x', 'Only in Ireland.'),
      ASK,
      paragraph('c', 'Call the Irish help line today.'),
    ])
    expect(live.rows.map(({ state }) => state)).toEqual(['added', 'kept', 'dropped', 'changed'])
    expect(live.nodes).toEqual([[0], [1], [], [2]])
  })

  it('brings a changed paragraph back where it is', () => {
    const live = rowsOf(COMMON, [ASK, paragraph('b', 'Write down nothing.'), CALL])
    expect(restoredRow(live, 1)).toEqual({ at: 1, removed: [1], common: [WRITE] })
  })

  it('brings a paragraph that was left out back behind the one before it', () => {
    expect(restoredRow(rowsOf(COMMON, [ASK, CALL]), 1)).toEqual({ at: 1, removed: [], common: [WRITE] })
    expect(restoredRow(rowsOf(COMMON, [WRITE, CALL]), 0)).toEqual({ at: 0, removed: [], common: [ASK] })
    expect(restoredRow(rowsOf(COMMON, [ASK, WRITE]), 2)).toEqual({ at: 2, removed: [], common: [CALL] })
  })

  it('takes out a paragraph that only the country has', () => {
    expect(restoredRow(rowsOf(COMMON, [ASK, paragraph('x', 'Only in Ireland.'), WRITE, CALL]), 1)).toEqual({
      at: 1,
      removed: [1],
      common: [],
    })
  })

  it('offers nothing where the paragraph is the common text', () => {
    const live = rowsOf(COMMON, COMMON)
    expect(live.rows.map((_, index) => restoredRow(live, index))).toEqual([null, null, null])
  })

  it('restores both halves of a paragraph that was divided', () => {
    const long = paragraph(
      'a',
      'Ask the person in private, and never in front of the others. Wait until you are alone.',
    )
    const halves = [
      paragraph('a', 'Ask the person in private, and never in front of the others.'),
      paragraph('', 'Wait until you are alone.'),
    ]
    const live = rowsOf([long], halves)
    expect(live.rows).toHaveLength(1)
    expect(restoredRow(live, 0)).toEqual({ at: 0, removed: [0, 1], common: [long] })
  })
})

describe('the words that the common text does not have', () => {
  const addedIn = (common: RichText, ours: RichText) =>
    rowsOf(common, ours).rows.map((row) => {
      const added = addedWords(row)
      return added === 'all' ? added : added.map((line) => line.added.map(({ from, to }) => line.text.slice(from, to)))
    })

  it('are marked in the line in which they are', () => {
    expect(addedIn(COMMON, [ASK, WRITE, paragraph('c', 'Call the Irish help line today.')])).toEqual([
      [],
      [],
      [['Irish']],
    ])
  })

  it('are all words of a paragraph that only the country has', () => {
    expect(addedIn([ASK], [ASK, paragraph('x', 'Only in Ireland.')])).toEqual([[], 'all'])
  })

  it('are marked in the item of a list', () => {
    const list = (last: string) =>
      block('list', {
        id: 'l',
        attrs: { style: 'bullet' },
        children: ['Food', last].map((words, index) => block('item', { id: `i${index}`, runs: [text(words)] })),
      })
    expect(addedIn([list('A bed')], [list('A safe bed')])).toEqual([[['safe']]])
  })
})
