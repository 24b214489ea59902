import { describe, expect, it } from 'vitest'
import {
  byClass,
  CHANGE_CLASSES,
  isDay,
  isOfSubstance,
  noteProblems,
  publishedNotes,
  type UnfinishedNote,
} from '@/domain/changeNote'

const TODAY = '2026-12-04'
const changed = [
  { key: 'a', title: 'First contact' },
  { key: 'b', title: 'Housing' },
]
const note = (given: Partial<UnfinishedNote> = {}): UnfinishedNote => ({
  key: 'a',
  class: 'clarification',
  note: 'In clearer words.',
  decideBy: null,
  ...given,
})
const problemsOf = (given: Partial<UnfinishedNote>) =>
  noteProblems({ changed: changed.slice(0, 1), notes: [note(given)], today: TODAY })
const keysOf = (given: Partial<UnfinishedNote>) => problemsOf(given).map(({ key }) => key)

describe('the notes of a release', () => {
  it('may go out if each changed section has a note and a class', () => {
    expect(noteProblems({ changed, notes: [note(), note({ key: 'b' })], today: TODAY })).toEqual([])
  })

  it('are refused for each changed section without a note, with the title that people know', () => {
    expect(noteProblems({ changed, notes: [note()], today: TODAY })).toEqual([
      { key: 'refusal.change-note-missing', params: { section: 'Housing' }, field: 'note:b' },
      { key: 'refusal.change-class-missing', params: { section: 'Housing' }, field: 'class:b' },
    ])
  })

  it.each(['', ' \n ', '\u200b'])('are refused if a note is only %j', (text) => {
    expect(problemsOf({ note: text })).toEqual([
      { key: 'refusal.change-note-missing', params: { section: 'First contact' }, field: 'note:a' },
    ])
  })

  it('are refused without a class', () => {
    expect(keysOf({ class: null })).toEqual(['refusal.change-class-missing'])
  })

  it.each([
    ['editorial', []],
    ['clarification', []],
    ['substantive', ['refusal.change-date-missing']],
    ['urgent', ['refusal.change-date-missing']],
  ] as const)('without a day are, if they are %s, refused for %j', (of, keys) => {
    expect(keysOf({ class: of, decideBy: null })).toEqual(keys)
  })

  it.each([
    ['2026-12-04', []],
    ['2027-02-28', []],
    ['2026-12-03', ['refusal.change-date-past']],
    ['1999-01-01', ['refusal.change-date-past']],
    ['2027-02-29', ['refusal.change-date-form']],
    ['4 December', ['refusal.change-date-form']],
    ['2026-12-4', ['refusal.change-date-form']],
    ['', ['refusal.change-date-form']],
  ])('with the day %j are refused on 4 December 2026 for %j', (decideBy, keys) => {
    for (const of of ['clarification', 'substantive', 'urgent'] as const)
      expect(keysOf({ class: of, decideBy })).toEqual(keys)
    // Editorial changes have no day, whatever the field said before the class was chosen.
    expect(keysOf({ class: 'editorial', decideBy })).toEqual([])
  })

  it('are refused for a section that the release does not change', () => {
    const problems = noteProblems({ changed, notes: [note(), note({ key: 'b' }), note({ key: 'c' })], today: TODAY })
    expect(problems).toEqual([{ key: 'refusal.change-note-unneeded', params: { section: 'c' } }])
  })

  it('are published with the day, except editorial ones', () => {
    const day = { decideBy: '2027-01-08' }
    expect(publishedNotes([note(day), note({ ...day, key: 'b', class: 'editorial' })])).toEqual([
      { key: 'a', class: 'clarification', note: 'In clearer words.', decideBy: '2027-01-08' },
      { key: 'b', class: 'editorial', note: 'In clearer words.', decideBy: null },
    ])
  })

  it('are listed with the most important first, and unfinished ones last in their order', () => {
    const notes = [null, ...CHANGE_CLASSES, null].map((of, place) => ({ class: of, place }))
    expect(byClass(notes).map(({ place }) => place)).toEqual([4, 3, 2, 1, 0, 5])
  })
})

describe('the number of a release', () => {
  it.each([
    [[], false],
    [['editorial', 'clarification', null], false],
    [['editorial', 'substantive'], true],
    [['urgent'], true],
  ] as const)('counts a release with %j as one of substance: %s', (classes, isOne) => {
    expect(isOfSubstance(classes.map((of) => ({ class: of })))).toBe(isOne)
  })
})

describe('a day', () => {
  it.each(['2026-12-04', '2028-02-29', '0001-01-01'])('is %s', (given) => expect(isDay(given)).toBe(true))
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-12-04', '2026-12-04T00:00', ' 2026-12-04', '12026-12-04'])(
    'is not %j',
    (given) => expect(isDay(given)).toBe(false),
  )
})
