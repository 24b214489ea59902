import { expect, test } from 'vitest'
import { readTakenFile } from '@/admin/takeIn/takenAnswer'
import { chosenSections, stillOpen, type TakenChoices, takenSections, withChoice } from '@/admin/takeIn/takenChoices'

const file = readTakenFile({
  sections: [
    { key: 'a', seen: 0, changed: ['body'], asksReason: true },
    { key: 'b', seen: 2, changed: [], decisions: [{ id: 'b/1', answers: ['ours', 'theirs'] }] },
    { key: 'c', seen: 1, changed: ['body'], because: ['The policy forbids it.'] },
    { key: 'd', seen: 1, changed: ['body'] },
  ],
})
const keys = (some: readonly { key: string }[]) => some.map(({ key }) => key)

test('all that is possible is taken over until somebody leaves it', () => {
  expect(keys(takenSections(file, { choices: {}, answers: {} }))).toEqual(['a', 'b', 'd'])
  expect(keys(takenSections(file, { choices: { d: { isLeft: true } }, answers: {} }))).toEqual(['a', 'b'])
  // Nothing is left of its changes.
  expect(keys(takenSections(file, { choices: {}, answers: { 'b/1': 'ours' } }))).toEqual(['a', 'd'])
})

test('a section that can have lost words to another heading is left until somebody takes it over', () => {
  const cut = readTakenFile({
    sections: [{ key: 'a', seen: 1, changed: ['body'], cutBy: 'A new chapter', leftBecause: 'cut' }],
  })
  expect(takenSections(cut, { choices: {}, answers: {} })).toEqual([])
  expect(keys(takenSections(cut, { choices: { a: { isLeft: false } }, answers: {} }))).toEqual(['a'])
})

test('what is chosen for one half of a move is chosen for the other half', () => {
  const { sections } = readTakenFile({
    sections: ['a', 'b', 'c'].map((key) => ({ key, changed: ['body'], group: key === 'b' ? null : 'a' })),
  })
  const choose = (key: string, choice: TakenChoices[string], choices: TakenChoices = {}) =>
    withChoice({ sections, choices, key, choice })
  const left = choose('a', { isLeft: true }, { c: { reason: 'other' } })
  expect(left).toEqual({ a: { isLeft: true }, c: { isLeft: true, reason: 'other' } })
  expect(choose('c', { isLeft: false }, left)).toEqual({ a: { isLeft: false }, c: { isLeft: false, reason: 'other' } })
  expect(choose('b', { isLeft: true })).toEqual({ b: { isLeft: true } })
  // A reason is of one section.
  expect(choose('a', { reason: 'other' })).toEqual({ a: { reason: 'other' } })
})

test('a half that is left for a reason of its own is taken over only where that is said, and left with the others', () => {
  const { sections } = readTakenFile({
    sections: [
      { key: 'a', changed: ['body'], group: 'a', leftBecause: 'moved' },
      { key: 'b', changed: ['body'], group: 'a', leftBecause: 'unknown-revision' },
      { key: 'c', changed: ['body'], group: 'a', leftBecause: 'moved' },
    ],
  })
  const first = withChoice({ sections, choices: {}, key: 'a', choice: { isLeft: false } })
  expect(first).toEqual({ a: { isLeft: false }, c: { isLeft: false } })
  const all = withChoice({ sections, choices: first, key: 'b', choice: { isLeft: false } })
  expect(all).toEqual({ a: { isLeft: false }, b: { isLeft: false }, c: { isLeft: false } })
  const none = withChoice({ sections, choices: all, key: 'a', choice: { isLeft: true } })
  expect(none).toEqual({ a: { isLeft: true }, b: { isLeft: true }, c: { isLeft: true } })
})

test('a reason and each decision are asked for before anything is stored', () => {
  const taken = takenSections(file, { choices: {}, answers: {} })
  const open = (choices: TakenChoices, answers = {}) =>
    stillOpen({ taken, choices, answers }).map(({ key, section }) => [key, section?.key])
  expect(open({})).toEqual([
    ['editor.word.reason-open', 'a'],
    ['editor.word.still-open', 'b'],
  ])
  expect(open({ a: { reason: 'national-law' } }, { 'b/1': 'ours' })).toEqual([])
  expect(stillOpen({ taken: [], choices: {}, answers: {} })).toEqual([{ key: 'editor.word.none-chosen' }])
})

test('the reason is sent where one is asked for, with the revision that was seen', () => {
  const choices = { a: { reason: 'national-law' as const }, d: { reason: 'other' as const } }
  expect(chosenSections(takenSections(file, { choices, answers: {} }), choices)).toEqual([
    { key: 'a', seen: 0, reason: 'national-law', explanation: '' },
    { key: 'b', seen: 2 },
    { key: 'd', seen: 1 },
  ])
})
