import { expect, test } from 'vitest'
import type { ImportedSection } from '@/domain/importing'
import { findInFile } from '@/domain/importPlan/findInFile'
import { block, text } from '@/domain/richText/richText'

const words = (value: string) => block('paragraph', { runs: [text(value)] })
const existing = ['access', 'deadline'].map((key) => ({
  ...{ key, slug: key, parent: null, title: key, text: `Some words about ${key}.` },
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
