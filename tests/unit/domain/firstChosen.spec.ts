import { describe, expect, test } from 'vitest'
import { type Choosable, firstChosen } from '@/domain/importPlan/firstChosen'
import { MOST_SECTIONS } from '@/domain/importPlan/mostSections'

const section = (key: string, given: Partial<Choosable> = {}): Choosable => ({
  ...{ key, leftBecause: null, because: [], moved: { into: [], from: [] }, group: null },
  ...given,
})
const many = (count: number) => Array.from({ length: count }, (_, at) => section(`s${at + 1}`))
const left = (...sections: Choosable[]) =>
  firstChosen(sections).flatMap(({ key, leftBecause }) => (leftBecause ? [`${key} ${leftBecause}`] : []))
const guessed = section('guessed', { leftBecause: 'guess' })
const fixed = section('fixed', { because: ['The policy forbids it.'] })

test('no more sections are chosen at first than can be saved at once: the first ones of the file', () => {
  expect(left(...many(MOST_SECTIONS))).toEqual([])
  expect(left(...many(MOST_SECTIONS + 2))).toEqual(['s101 too-many', 's102 too-many'])
})

test('a section that is left or may not be saved anyway takes no place of another one', () => {
  expect(left(guessed, fixed, ...many(MOST_SECTIONS + 1))).toEqual(['guessed guess', 's101 too-many'])
})

describe('of two sections between which text moved', () => {
  const from = section('from', { moved: { into: ['into'], from: [] }, group: 'from' })
  const into = section('into', { moved: { into: [], from: ['from'] }, group: 'from' })

  test('both are chosen at first', () => {
    expect(left(from, section('between'), into)).toEqual([])
  })

  test('none is chosen at first where one is left', () => {
    expect(left({ ...from, leftBecause: 'cut' }, into)).toEqual(['from cut', 'into moved'])
  })

  test('none is chosen at first where one may not be saved', () => {
    expect(left({ ...from, because: ['The policy forbids it.'], group: null }, { ...into, group: null })).toEqual([
      'into moved',
    ])
  })

  test('none is chosen at first where only one of them could be saved at once with those before it', () => {
    const before = many(MOST_SECTIONS - 1)
    expect(left(...before, from, into)).toEqual(['from too-many', 'into too-many'])
    expect(left(...before.slice(1), from, into)).toEqual([])
    expect(left(from, into, ...before)).toEqual(['s99 too-many'])
  })
})
