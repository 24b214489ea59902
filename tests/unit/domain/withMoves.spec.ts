import { expect, test } from 'vitest'
import type { FileText } from '@/domain/importPlan/fileText'
import { firstChosen } from '@/domain/importPlan/firstChosen'
import { saidInFile } from '@/domain/importPlan/movedInFile'
import { withMoves } from '@/domain/importPlan/withMoves'
import { block, text } from '@/domain/richText/richText'

const LONG = 'An applicant may ask for a guardian within five days of arrival.'
const whole = (...lines: string[]): FileText => ({
  ...{ title: '', summary: '', addition: [] },
  body: lines.map((line) => block('paragraph', { runs: [text(line)] })),
})
const said = (key: string, before: FileText, after: FileText) => saidInFile({ key, before, after, language: 'en' })

/** How the sections are held and left where the file moved the sentence from one to the other, with what becomes of the other one. */
function held(outcome: FileText) {
  const from = said('a', whole(LONG), whole())
  const into = said('b', whole(), whole(LONG))
  const sections = ['a', 'b'].map((key) => ({ key, because: [], leftBecause: null }))
  const moving = withMoves(sections, [
    { file: from, outcome: from },
    { file: into, outcome: said('b', whole(), outcome) },
  ])
  return firstChosen(moving).map(({ moved, group, leftBecause }) => [moved.into, moved.from, group, leftBecause])
}

test('sections are held together where the text left one and comes into the other', () => {
  expect(held(whole(LONG))).toEqual([
    [['b'], [], 'a', null],
    [[], ['a'], 'a', null],
  ])
})

test('a section that lost text is left at first where an answer keeps it out of the other one, and the move is still named', () => {
  expect(held(whole())).toEqual([
    [['b'], [], null, 'moved'],
    [[], ['a'], null, 'moved'],
  ])
})

test('a section that lost a row of a table is left at first where the section with that row may not be saved', () => {
  const cell = (line: string) => block('cell', { children: [block('paragraph', { runs: [text(line)] })] })
  const table = (...rows: string[][]): FileText => ({
    ...whole(),
    body: [block('table', { children: rows.map((cells) => block('row', { children: cells.map(cell) })) })],
  })
  const [police, hotline, doctor] = [
    ['Police', '112'],
    ['Hotline for victims', '0800 111 222'],
    ['Doctor', '144'],
  ]
  const from = said('a', table(police, hotline), table(police))
  const into = said('b', table(doctor), table(doctor, hotline))
  const sections = [
    { key: 'a', because: [], leftBecause: null },
    { key: 'b', because: ['fixed'], leftBecause: null },
  ]
  const moving = withMoves(
    sections,
    [from, into].map((file) => ({ file, outcome: file })),
  )
  expect(firstChosen(moving).map(({ key, leftBecause }) => [key, leftBecause])).toEqual([
    ['a', 'moved'],
    ['b', null],
  ])
})
