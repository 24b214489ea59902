import { expect, test } from 'vitest'
import { withoutTypedNumbers } from '@/domain/importPlan/withoutTypedNumbers'

/** The titles of sections at these depths, without typed numbers. */
function titlesOf(...outline: [depth: number, title: string][]): string[] {
  const sections = outline.map(([depth, title]) => ({ source: 'guide', depth, title, body: [] }))
  return withoutTypedNumbers(sections).map(({ title }) => title)
}

test('numbers that the tree has too are left out of the titles', () => {
  expect(
    titlesOf(
      [1, '1 First contact'],
      [2, '1.1 Who calls'],
      [2, '1.2. What to say'],
      [1, '2) Interview'],
      [2, '2.1 Place'],
    ),
  ).toEqual(['First contact', 'Who calls', 'What to say', 'Interview', 'Place'])
})

test('sections beside them need no number', () => {
  expect(titlesOf([1, '1. Start'], [1, '2. Interview'], [1, 'Annex'])).toEqual(['Start', 'Interview', 'Annex'])
})

test('a number that is not that of the tree stays, also in the titles beside it', () => {
  const shifted: [number, string][] = [
    [1, 'Foreword'],
    [1, '1 First contact'],
    [1, '2 Interview'],
  ]
  expect(titlesOf(...shifted)).toEqual(shifted.map(([, title]) => title))
  const skipped: [number, string][] = [
    [1, '1 First contact'],
    [1, '2 Interview'],
    [1, '4 Reception'],
  ]
  expect(titlesOf(...skipped)).toEqual(skipped.map(([, title]) => title))
})

test('a single number that begins a title stays: it can be one of its words', () => {
  const titles: [number, string][] = [
    [1, 'Access'],
    [1, 'Interview'],
    [1, '3 steps to take'],
    [1, '2026'],
  ]
  expect(titlesOf(...titles)).toEqual(titles.map(([, title]) => title))
  expect(titlesOf([1, 'Access'], [2, '1.1 Deadline'])).toEqual(['Access', 'Deadline'])
})

test('titles that differ only by their numbers keep them', () => {
  expect(titlesOf([1, '1 Introduction'], [1, '2 Introduction'])).toEqual(['1 Introduction', '2 Introduction'])
})
