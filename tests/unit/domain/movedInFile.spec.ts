import { expect, test } from 'vitest'
import type { FileText } from '@/domain/importPlan/fileText'
import { movedInFile, saidInFile } from '@/domain/importPlan/movedInFile'
import { block, text } from '@/domain/richText/richText'

const words = (value: string) => block('paragraph', { runs: [text(value)] })
const item = (value: string) => block('item', { children: [words(value)] })
const field = (name: string, value: string) => block('field', { attrs: { name }, runs: [text(value)] })
const row = (...cells: string[]) =>
  block('row', { children: cells.map((cell) => block('cell', { children: [words(cell)] })) })
const table = (...rows: string[][]): Partial<FileText> => ({
  body: [block('table', { children: rows.map((cells) => row(...cells)) })],
})
const textOf = (...lines: string[]): Partial<FileText> => ({ body: lines.map(words) })

const LONG = 'An applicant may ask for a guardian within five days of arrival.'
const OTHER = 'The office writes down what was said and reads it out.'

type Sides = [before: Partial<FileText>, after: Partial<FileText>]

function saidIn(sections: Record<string, Sides>) {
  const whole = (given: Partial<FileText>) => ({ title: '', summary: '', body: [], addition: [], ...given })
  return Object.entries(sections).map(([key, [before, after]]) =>
    saidInFile({ key, before: whole(before), after: whole(after), language: 'en' }),
  )
}

/** Where text went, as “from → into”. */
function moves(sections: Record<string, Sides>): string[] {
  const found = [...movedInFile(saidIn(sections))]
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

test('lines that are short count together, and one or two words are none', () => {
  const short = ['Ask first.', 'Call us.', 'Now.']
  expect(moves({ a: [textOf(...short), textOf()], b: [textOf(), textOf(...short)] })).toEqual(['a → b'])
  expect(moves({ a: [textOf(...short), textOf()], b: [textOf(), textOf('Now.', 'Call us.')] })).toEqual(['a → b'])
  expect(moves({ a: [textOf(...short), textOf()], b: [textOf(), textOf('Call us.')] })).toEqual([])
  expect(moves({ a: [textOf(), textOf('Never call them.')], b: [textOf('Never call them.'), textOf()] })).toEqual([
    'b → a',
  ])
})

test('a word behind a label counts once', () => {
  expect(moves({ a: [textOf('Note: stop.'), textOf()], b: [textOf(), textOf('Note: stop.')] })).toEqual([])
  const short = ['Note: stop.', 'Now.']
  expect(moves({ a: [textOf(...short), textOf()], b: [textOf(), textOf(...short)] })).toEqual(['a → b'])
})

test('a row of a table moved as a whole, and a word in one of its cells did not', () => {
  const [police, hotline] = [
    ['Police', '112'],
    ['Hotline for victims', '0800 111 222'],
  ]
  const doctor = ['Doctor', '144']
  expect(moves({ a: [table(police, hotline), table(police)], b: [table(doctor), table(doctor, hotline)] })).toEqual([
    'a → b',
  ])
  expect(moves({ a: [table(hotline, police), table(hotline)], b: [table(doctor), table(doctor, police)] })).toEqual([
    'a → b',
  ])
  const hours = ['Hotline for victims', 'Every day and night']
  expect(
    moves({ a: [table(hours), table(hotline)], b: [table(doctor), table(['Doctor', 'Every day and night'])] }),
  ).toEqual([])
})

test('an entry and a contact moved as a whole, also where they have one text only', () => {
  const entry = (...fields: [string, string][]) =>
    block('entry', { children: fields.map(([name, value]) => field(name, value)) })
  const steps = (...entries: ReturnType<typeof entry>[]) => ({ body: [block('steps', { children: entries })] })
  const [first, second] = [entry(['what', 'Register']), entry(['what', 'Call'], ['deadline', 'Today'])]
  const alone = entry(['what', 'Ask for a guardian'])
  expect(moves({ a: [steps(first, second), steps(first)], b: [steps(alone), steps(alone, second)] })).toEqual(['a → b'])
  expect(moves({ a: [steps(first, alone), steps(first)], b: [steps(second), steps(second, alone)] })).toEqual(['a → b'])
  const contact = block('contact', { children: [field('name', 'Police'), field('phone', '112')] })
  expect(moves({ a: [{ body: [contact] }, textOf()], b: [textOf(), { body: [words('Call.'), contact] }] })).toEqual([
    'a → b',
  ])
})

test('a long sentence moved also where some of its words were changed on the way', () => {
  const edited = LONG.replace('five', '5')
  expect(moves({ a: [textOf('One.', LONG), textOf('One.')], b: [textOf('Two.'), textOf('Two.', edited)] })).toEqual([
    'a → b',
  ])
  const longer = `${LONG.replace('.', ',')} and the office asks one of those who speak the language of the child.`
  expect(moves({ a: [textOf(LONG), textOf()], b: [textOf(), textOf(longer)] })).toEqual(['a → b'])
  expect(moves({ a: [textOf(longer), textOf()], b: [textOf(), textOf(LONG)] })).toEqual(['a → b'])
  expect(moves({ a: [textOf(LONG), textOf()], b: [textOf(edited), textOf(LONG)] })).toEqual(['a → b'])
})

test('a long sentence that many sections have was not edited on its way from each of them to each', () => {
  const from: Sides = [textOf(LONG), textOf()]
  const edited = LONG.replace('five', '5')
  expect(moves({ a: from, b: from, c: from, d: [textOf(), textOf(edited)] })).toEqual([])
})

test('many sections that have the same words are not compared each with each', () => {
  const edited = LONG.replace('five', '5')
  const sections = Array.from({ length: 20_000 }, (_, at): [string, Sides] => {
    const line = at % 2 === 0 ? LONG : edited
    const [empty, full] = [textOf(), textOf(`${line.replace('.', '')} ${at}.`)]
    return [String(at), at % 2 === 0 ? [full, empty] : [empty, full]]
  })
  const said = saidIn(Object.fromEntries(sections))
  // Each with each takes minutes: longer than a test may.
  expect(movedInFile(said).size).toBe(0)
})

test('a text is read once, however often it is compared', () => {
  let read = 0
  const counted = { ...words(LONG) }
  const runs = () => {
    read++
    return [text(LONG)]
  }
  Object.defineProperty(counted, 'runs', { get: runs })
  const body = [counted]
  const compare = () => moves({ a: [{ body }, textOf()], b: [textOf(), { body }] })
  expect(compare()).toEqual(['a → b'])
  const once = read
  compare()
  expect(read).toBe(once)
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
