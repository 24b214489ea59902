import { describe, expect, it } from 'vitest'
import { classOf, inGroups, joinedNote, notesBetween, releasesBetween } from '@/domain/changeGroups'
import type { ChangeClass, ChangeNote } from '@/domain/changeNote'
import type { Release } from '@/domain/release'
import { plainRelease } from '../plainRelease'

const note = (key: string, given: ChangeClass, words = ''): ChangeNote => ({
  ...{ key, class: given, note: words, decideBy: null },
})
const release = (seq: number, given: Partial<Release> = {}): Release => ({
  ...plainRelease,
  ...{ id: `r${seq}`, seq, version: `${seq}.0` },
  ...given,
})

describe('the notes between two releases', () => {
  const line = [
    release(3, { changes: [note('a', 'editorial', 'Third.'), note('b', 'urgent', 'Of b.')] }),
    release(2, { changes: [note('a', 'substantive', 'Second.')] }),
    release(1, { changes: [note('a', 'urgent', 'First.')] }),
  ]
  const [third = plainRelease, second = plainRelease, first = plainRelease] = line

  it('are those of all releases after the earlier one up to the later one, each with its number, the newest last', () => {
    const notes = notesBetween({ line, from: first, to: third })
    expect(notes.get('a')?.map(({ version, note: words }) => `${version} ${words}`)).toEqual([
      '2.0 Second.',
      '3.0 Third.',
    ])
    expect(notes.get('b')?.map(({ version }) => version)).toEqual(['3.0'])
    expect([...notesBetween({ line, from: first, to: second }).keys()]).toEqual(['a'])
  })

  it('say together what matters most, in the words of that note, by the earliest day', () => {
    const day = (decideBy: string, of: ChangeNote): ChangeNote => ({ ...of, decideBy })
    const notes = [day('2027-01-08', note('a', 'urgent', 'First.')), day('2026-12-04', note('a', 'editorial', 'Then.'))]
    expect(joinedNote(notes)).toEqual({ key: 'a', class: 'urgent', note: 'First.', decideBy: '2026-12-04', more: 1 })
    expect(joinedNote([])).toBe(undefined)
  })

  it('say together nothing of one section beside the class of another one', () => {
    const head = note('head', 'urgent', 'Never before a companion.')
    const added = note('new', 'clarification', 'New section.')
    expect(joinedNote([head, added])).toMatchObject({ key: 'head', class: 'urgent', note: head.note, more: 1 })
    expect(joinedNote([note('head', 'editorial', 'Spelling.'), { ...added, class: 'urgent' }])).toMatchObject({
      ...{ key: 'new', class: 'urgent', note: 'New section.' },
    })
  })

  it('say together the newest words of the section that comes first, of several that matter as much', () => {
    const notes = ['First.', 'Then.'].map((words) => note('head', 'urgent', words))
    expect(joinedNote([...notes, note('gone', 'urgent', 'Joined.')])).toMatchObject({ note: 'Then.', more: 2 })
  })

  it('are read of a withdrawn release too, which is not named: what it changed stands in the later ones', () => {
    const withdrawal = release(4, { kind: 'withdrawal', version: '2.0' })
    const all = [withdrawal, ...line]
    expect(releasesBetween({ line: all, from: first, to: third }).map(({ version }) => version)).toEqual(['3.0'])
    const notes = notesBetween({ line: all, from: first, to: third }).get('a')
    expect(notes?.map((one) => [one.note, one.isWithdrawn])).toEqual([
      ['Second.', true],
      ['Third.', false],
    ])
    expect(classOf(notes)).toBe('substantive')
  })
})

describe('the class of a section', () => {
  it('is the one of its notes that matters most, whatever their order', () => {
    expect(classOf([note('a', 'editorial'), note('a', 'urgent'), note('a', 'clarification')])).toBe('urgent')
    expect(classOf([note('a', 'clarification'), note('a', 'editorial')])).toBe('clarification')
  })

  it('is unknown without a note', () => {
    expect([classOf([]), classOf()]).toEqual([null, null])
  })
})

describe('the groups of changes', () => {
  const changed = (key: string) => ({ key, became: 'changed' as const })
  const notes = (...all: ChangeNote[]) => new Map(all.map((one) => [one.key, [one]]))
  const groups = (given: Parameters<typeof inGroups>[0]) =>
    inGroups(given).map(({ group, changes }) => [group, changes.map(({ key }) => key).join('')])

  it('begin with what is urgent and substantive, then what is new or gone, and end with what is editorial', () => {
    const changes = [
      { key: 'e', became: 'moved' as const },
      ...['s', 'o', 'u', 'c'].map(changed),
      { key: 'n', became: 'new' as const },
      { key: 'g', became: 'removed' as const },
      { key: 't', became: 'new' as const },
    ]
    const said = notes(
      ...[note('e', 'editorial'), note('s', 'substantive'), note('u', 'urgent'), note('c', 'clarification')],
      ...[note('g', 'editorial'), note('t', 'substantive')],
    )
    expect(groups({ changes, notes: said })).toEqual([
      ['urgent', 'u'],
      ['substantive', 'st'],
      ['new-or-gone', 'ng'],
      ['other', 'oc'],
      ['editorial', 'e'],
    ])
  })

  it('are one, in the given order, if nothing is said about any of these sections', () => {
    const changes = [changed('a'), { key: 'n', became: 'new' as const }, changed('b')]
    expect(groups({ changes, notes: notes(note('z', 'urgent')) })).toEqual([['all', 'anb']])
    expect(groups({ changes: [], notes: new Map() })).toEqual([])
  })
})
