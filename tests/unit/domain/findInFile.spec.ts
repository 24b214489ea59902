import { describe, expect, test } from 'vitest'
import type { ImportedSection } from '@/domain/importing'
import { findInFile } from '@/domain/importPlan/findInFile'
import { whyLeft } from '@/domain/importPlan/whyLeft'
import { block, text } from '@/domain/richText/richText'

const words = (value: string) => block('paragraph', { runs: [text(value)] })
const existing = ['access', 'deadline'].map((key, index) => ({
  ...{ key, slug: key, parent: null, title: key, text: `Some words about ${key}.`, number: `${index + 4}.2` },
}))
const section = (title: string, given: Partial<ImportedSection> = {}): ImportedSection => ({
  ...{ source: 'guide', depth: 1, title, body: [words(`Some words about ${title}.`)] },
  ...given,
})
const mark = (key: string) => ({ key, language: 'en' as const, rev: 1 })
const found = (read: ImportedSection[]) =>
  findInFile({ read, existing, language: 'en' }).map(({ key, how }) => [key, how])

test('a mark says which section it is, whatever its title and words are', () => {
  expect(found([section('Quite other', { mark: mark('deadline'), body: [] }), section('access')])).toEqual([
    ['deadline', 'mark'],
    ['access', 'title'],
  ])
})

test('a copy with the same mark is not the section', () => {
  expect(found([section('access', { mark: mark('access') }), section('access', { mark: mark('access') })])).toEqual([
    ['access', 'mark'],
    [null, 'none'],
  ])
})

test('the mark of another language says nothing', () => {
  expect(found([section('access', { mark: { ...mark('deadline'), language: 'el' } })])).toEqual([['access', 'title']])
})

test('without any mark, a heading that is no section belongs to the text of the section above it', () => {
  const comments = [{ author: 'Maria', text: 'Why?' }]
  const inner = block('heading', { attrs: { level: 2 }, runs: [text('Deeper')] })
  const [only, other] = findInFile({
    read: [section('access'), section('Who helps', { depth: 2, body: [inner], comments }), section('deadline')],
    ...{ existing, language: 'en' },
  })
  expect(only?.read.body.map(({ kind, attrs }) => [kind, attrs.level])).toEqual([
    ['paragraph', undefined],
    ['heading', 2],
    ['heading', 3],
  ])
  expect(only?.read.comments).toEqual(comments)
  expect(other?.key).toBe('deadline')
})

const heading = (value: string, level: number) => block('heading', { attrs: { level }, runs: [text(value)] })
const shapeOf = (one: ReturnType<typeof findInFile>[number] | undefined) =>
  one?.read.body.map(({ kind, attrs, runs }) => (kind === 'heading' ? [attrs.level, runs] : kind))

describe('with marks, a heading that is no section', () => {
  const marked = section('access', { depth: 2, mark: mark('access') })
  const find = (...read: ImportedSection[]) => findInFile({ read, existing, language: 'en' })

  test('stays in the text of the section above it, as high as its title', () => {
    const part = section('Before you call', { depth: 2, body: [words('Say who you are.'), heading('Deeper', 2)] })
    const [only, next, ...others] = find(marked, part, section('deadline', { depth: 2, mark: mark('deadline') }))
    expect(shapeOf(only)).toEqual(['paragraph', [2, [text('Before you call')]], 'paragraph', [2, [text('Deeper')]]])
    expect(only).toMatchObject({ key: 'access', kept: ['Before you call'], cutBy: null })
    expect(next).toMatchObject({ key: 'deadline', kept: [] })
    expect(others).toEqual([])
    expect(only && whyLeft(only)).toBe(null)
  })

  test('keeps the summary of the section that it was put above', () => {
    const part = section('Before you call', { depth: 2, summary: 'Whom to call.' })
    expect(find(marked, part)[0]?.read.summary).toBe('Whom to call.')
  })

  test('that is higher is in no section, and the section that it can have cut is left as it is at first', () => {
    const [cut, chapter, part, ...others] = find(marked, section('A new chapter'), section('In it', { depth: 2 }))
    expect(cut).toMatchObject({ key: 'access', kept: [], cutBy: 'A new chapter' })
    expect(chapter).toMatchObject({
      key: null,
      cutBy: null,
      read: { body: [words('Some words about A new chapter.')] },
    })
    expect(part).toMatchObject({ key: null, cutBy: null })
    expect(others).toEqual([])
    expect(cut && whyLeft(cut)).toBe('cut')
  })

  test('divides the addition that it stands in, and otherwise the body', () => {
    const added = { blocks: [words('Call first.')], at: 1 }
    const after = { added: { blocks: [words('Then come.')], at: 0 }, body: [words('The end.')] }
    const [within] = find({ ...marked, added }, section('By telephone', { depth: 2, ...after }))
    expect(within?.read.added).toEqual({
      at: 1,
      blocks: [words('Call first.'), heading('By telephone', 2), words('Then come.')],
    })
    expect(shapeOf(within)).toEqual(['paragraph', 'paragraph'])
    const [before] = find(marked, section('By telephone', { depth: 2, ...after, added: { ...added, at: 0 } }))
    expect(before?.read.added).toEqual({ ...added, at: 2 })
    const [behind] = find({ ...marked, added }, section('By telephone', { depth: 2, body: [] }))
    expect(behind?.read.added).toEqual(added)
    expect(shapeOf(behind)).toEqual(['paragraph', [2, [text('By telephone')]]])
  })

  test('is a section of its own if a mark says so, also of one that the version does not have', () => {
    const other = section('Other', { depth: 2, mark: mark('other') })
    expect(find(marked, other)).toMatchObject([{ key: 'access', kept: [], cutBy: null }, { key: null }])
  })
})

test('without marks, a heading as high as a title may be a title that nobody knows: the section is left as it is at first', () => {
  const [only] = findInFile({ read: [section('access'), section('Who helps')], existing, language: 'en' })
  expect(only).toMatchObject({ key: 'access', how: 'title', kept: ['Who helps'] })
  expect(only && whyLeft(only)).toBe('kept')
})

test('a section that was found by its words alone among marked ones is left at first, and so is the one before it', () => {
  const long =
    'She is told on the first day how long she can wait, what happens then, and who decides on it in the end.'
  const known = existing.map((one) => (one.key === 'deadline' ? { ...one, text: long } : one))
  const guess = section('How to ask', { body: [words(long)] })
  const [first, second] = findInFile({
    read: [section('access', { mark: mark('access') }), guess],
    ...{ existing: known, language: 'en' },
  })
  expect(second).toMatchObject({ key: 'deadline', how: 'content' })
  expect(first).toMatchObject({ guessBehind: 'How to ask' })
  expect([first && whyLeft(first), second && whyLeft(second)]).toEqual(['before-guess', 'guess'])
  const unmarked = findInFile({ read: [section('access'), guess], existing: known, language: 'en' })
  expect(unmarked.map(whyLeft)).toEqual([null, null])
})

describe('a number that somebody typed before a title', () => {
  const titleOf = (title: string, { known = existing, rev = true } = {}) =>
    findInFile({
      read: [section(title, rev ? { mark: mark('access') } : {})],
      ...{ existing: known, language: 'en' },
    }).map((one) => [one.key, one.read.title])

  test('is no part of it: its own one, or any other one where the words are the known title', () => {
    for (const title of ['4.2 access', '4.2. access', '4.2)\taccess', '7. access', '1 Access'])
      expect(titleOf(title)[0]?.[1]?.toLowerCase()).toBe('access')
    expect(titleOf('4.2 Access to help')).toEqual([['access', 'Access to help']])
  })

  test('does not hide which section it is in a file without marks', () => {
    expect(titleOf('9. access', { rev: false })).toEqual([['access', 'access']])
  })

  test('stays where it is a word of the title', () => {
    expect(titleOf('3 ways to access')).toEqual([['access', '3 ways to access']])
    const known = existing.map((one) => ({ ...one, title: `3 ways of ${one.title}`, number: '3' }))
    expect(titleOf('3 ways of access', { known })).toEqual([['access', '3 ways of access']])
    expect(titleOf('3 3 ways of access', { known })).toEqual([['access', '3 ways of access']])
    expect(titleOf('4 ways of access', { known })).toEqual([['access', '4 ways of access']])
  })

  test('stays in a heading that is no section', () => {
    const [only] = findInFile({
      read: [section('access', { mark: mark('access') }), section('1. Who helps'), section('2. Who decides')],
      ...{ existing, language: 'en' },
    })
    expect(only?.kept).toEqual(['1. Who helps', '2. Who decides'])
  })
})
