import { expect, test } from 'vitest'
import { keptBlockIds, type Place } from '@/domain/richText/keptBlockIds'

test('a long text that was edited everywhere and lost its ids gets all of them again', () => {
  const before = paragraphs(1_000, (n) => `Paragraph ${n} says what is done in step ${n}.`)
  const after = before.map(({ text, sort }) => ({ id: '', sort, text: `${text} Now.` }))
  expect(idsOf({ after, before })).toEqual(before.map(({ id }) => id))
})

test('the first of two copies without an id inherits it', () => {
  const before = paragraphs(1, () => 'Ask the person.')
  const after = ['Ask the person.', 'Ask the person.'].map((text) => ({ id: '', sort: 'p', text }))
  expect(idsOf({ after, before })).toEqual(['p0', 'new'])
})

function paragraphs(count: number, textOf: (n: number) => string): Place[] {
  return Array.from({ length: count }, (_, n) => ({ id: `p${n}`, sort: 'p', text: textOf(n) }))
}

function idsOf({ after, before }: { after: Place[]; before: Place[] }): string[] {
  return keptBlockIds({ after, before, newId: () => 'new' })
}
