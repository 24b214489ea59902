import { expect, test } from 'vitest'
import { MOST_SECTIONS, withFirstChosen } from '@/domain/importPlan/mostSections'
import type { WhyLeft } from '@/domain/importPlan/whyLeft'

const section = (key: string, given: { leftBecause?: WhyLeft; because?: string[] } = {}) => ({
  ...{ key, leftBecause: null, because: [] },
  ...given,
})
const many = (count: number) => Array.from({ length: count }, (_, at) => section(`s${at + 1}`))
const left = (sections: Parameters<typeof withFirstChosen>[0]) =>
  withFirstChosen(sections).flatMap(({ key, leftBecause }) => (leftBecause ? [`${key} ${leftBecause}`] : []))

test('no more sections are chosen at first than can be saved at once: the first ones of the file', () => {
  expect(left(many(MOST_SECTIONS))).toEqual([])
  expect(left(many(MOST_SECTIONS + 2))).toEqual(['s101 too-many', 's102 too-many'])
})

test('a section that is left or may not be saved anyway takes no place of another one', () => {
  const before = [
    section('guessed', { leftBecause: 'guess' }),
    section('fixed', { because: ['The policy forbids it.'] }),
  ]
  expect(left([...before, ...many(MOST_SECTIONS + 1)])).toEqual(['guessed guess', 's101 too-many'])
})
