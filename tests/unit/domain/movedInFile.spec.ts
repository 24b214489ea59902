import { expect, test } from 'vitest'
import type { FileText } from '@/domain/importPlan/fileText'
import { movedInFile, saidInFile } from '@/domain/importPlan/movedInFile'
import { block, text } from '@/domain/richText/richText'

const words = (value: string) => block('paragraph', { runs: [text(value)] })
const item = (value: string) => block('item', { children: [words(value)] })
const textOf = (...lines: string[]): Partial<FileText> => ({ body: lines.map(words) })

const LONG = 'An applicant may ask for a guardian within five days of arrival.'
const OTHER = 'The office writes down what was said and reads it out.'

type Sides = [before: Partial<FileText>, after: Partial<FileText>]

/** Where text went, as “from → into”. */
function moves(sections: Record<string, Sides>): string[] {
  const whole = (given: Partial<FileText>) => ({ title: '', summary: '', body: [], addition: [], ...given })
  const said = Object.entries(sections).map(([key, [before, after]]) =>
    saidInFile({ key, before: whole(before), after: whole(after), language: 'en' }),
  )
  const found = [...movedInFile(said)]
  const into = found.flatMap(([key, moved]) => moved.into.map((other) => `${key} → ${other}`))
  const from = found.flatMap(([key, moved]) => moved.from.map((other) => `${other} → ${key}`))
  expect(from.sort()).toEqual([...into].sort())
  return into
}

test('a paragraph that left one section and newly stands in another one moved', () => {
  expect(
    moves({
      a: [textOf('One.', LONG), textOf('One.')],
      b: [textOf('Two.'), textOf('Two.', LONG)],
      c: [textOf('Three.'), textOf('Three!', OTHER)],
    }),
  ).toEqual(['a → b'])
})

test('it is the same text with other signs, formats and capital letters, and in a list, a summary or an addition', () => {
  const bold = block('paragraph', { runs: [text(LONG.toUpperCase().replace('.', ' !'), ['bold'])] })
  const from: Sides = [textOf(LONG), textOf()]
  expect(moves({ a: from, b: [textOf(), { body: [bold] }] })).toEqual(['a → b'])
  expect(moves({ a: from, b: [textOf(), { body: [block('list', { children: [item(LONG)] })] }] })).toEqual(['a → b'])
  expect(moves({ a: from, b: [textOf(), { summary: LONG }] })).toEqual(['a → b'])
  expect(moves({ a: from, b: [textOf(), { addition: [words(LONG)] }] })).toEqual(['a → b'])
})

test('lines that are short count together', () => {
  const short = ['Bring your passport.', 'Ask for help.', 'Come on Monday.']
  expect(moves({ a: [textOf(...short), textOf()], b: [textOf(), textOf(...short)] })).toEqual(['a → b'])
  expect(moves({ a: [textOf(...short), textOf()], b: [textOf(), textOf(...short.slice(1))] })).toEqual([])
})

test('two sections can have exchanged text, and one can have got it from two', () => {
  expect(moves({ a: [textOf(LONG), textOf(OTHER)], b: [textOf(OTHER), textOf(LONG)] })).toEqual(['a → b', 'b → a'])
  const twice = moves({ a: [textOf(LONG), textOf()], b: [textOf(LONG), textOf()], c: [textOf(), textOf(LONG)] })
  expect(twice).toEqual(['a → c', 'b → c'])
})

test('a copy did not move, and neither did text that stays in its section or was only deleted or written', () => {
  expect(moves({ a: [textOf(LONG), textOf(LONG, OTHER)], b: [textOf(), textOf(LONG)] })).toEqual([])
  expect(moves({ a: [textOf(LONG, OTHER), textOf(OTHER, LONG)], b: [textOf(), textOf(LONG)] })).toEqual([])
  expect(moves({ a: [textOf(LONG), textOf()], b: [textOf(), textOf(OTHER)] })).toEqual([])
  expect(moves({ a: [textOf(LONG), { addition: [words(LONG)] }], b: [textOf(), textOf()] })).toEqual([])
})

test('a sentence that many sections have did not move from each of them to each', () => {
  const from: Sides = [textOf(LONG), textOf()]
  const into: Sides = [textOf(), textOf(LONG)]
  expect(moves({ a: from, b: from, c: from, d: into })).toEqual([])
  expect(moves({ a: from, b: into, c: into, d: into })).toEqual([])
})
