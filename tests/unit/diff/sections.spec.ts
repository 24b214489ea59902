import { describe, expect, it } from 'vitest'
import { diff, diffSection, placesOf } from '@/domain/diff/diff'
import { block, text } from '@/domain/richText/richText'
import type { SectionText } from '@/domain/section'
import { fields, heading, list, p, table, words } from './shownAs'

function section(key: string, given: Partial<SectionText> = {}): SectionText {
  return { key, title: `Title ${key}`, summary: '', body: [], addition: [], audiences: [], stages: [], ...given }
}

const statuses = (before: SectionText | null, after: SectionText | null) =>
  Object.fromEntries(diffSection({ before, after }).fields.map(({ field, status }) => [field, status]))

describe('one section', () => {
  it('has no changes when it is the same', () => {
    const one = section('a', { summary: 'Find out early.', body: [p('Start early.')], audiences: ['lawyer'] })
    const change = diffSection({ before: one, after: structuredClone(one) })
    expect(change.status).toBe('same')
    expect(change.counts).toEqual({
      changes: 0,
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksAdded: 0,
      blocksRemoved: 0,
      blocksMoved: 0,
      reformatted: 0,
    })
  })

  it('is compared field by field', () => {
    const before = section('a', { title: 'Needs', summary: 'Find out early.', stages: ['interview'] })
    const after = section('a', { title: 'Special needs', addition: [p('In Ireland …')], stages: ['interview'] })
    expect(statuses(before, after)).toEqual({
      title: 'changed',
      summary: 'removed',
      body: 'same',
      addition: 'added',
      audiences: 'same',
      stages: 'same',
    })
  })

  it('takes a field without a character that a reader sees for one that is not there', () => {
    const [nothing, something] = ['\u200b', 'Find out early.'].map((summary) => section('a', { summary }))
    expect(statuses(nothing ?? null, something ?? null).summary).toBe('added')
    expect(statuses(something ?? null, nothing ?? null).summary).toBe('removed')
  })

  it('compares audiences and stages as sets, in any order', () => {
    const before = section('a', { audiences: ['lawyer', 'police'], stages: ['interview', 'appeal'] })
    const after = section('a', { audiences: ['ngo', 'lawyer'], stages: ['appeal', 'interview'] })
    const [audiences, stages] = diffSection({ before, after }).fields.slice(4)
    expect(audiences).toMatchObject({ status: 'changed', added: ['ngo'], removed: ['police'], kept: ['lawyer'] })
    expect(stages).toMatchObject({ status: 'same', added: [], removed: [] })
  })

  it('is wholly added or removed if one side does not have it', () => {
    const one = section('a', { body: [p('Start early.')] })
    expect(diffSection({ before: null, after: one })).toMatchObject({
      status: 'added',
      counts: { wordsAdded: 4, wordsRemoved: 0 },
    })
    expect(diffSection({ before: one, after: null })).toMatchObject({ status: 'removed', counts: { wordsRemoved: 4 } })
  })

  it('needs at least one side', () => {
    expect(() => diffSection({ before: null, after: null })).toThrow()
  })
})

describe('counting', () => {
  const count = (before: SectionText['body'], after: SectionText['body']) =>
    diffSection({ before: section('a', { body: before }), after: section('a', { body: after }) }).counts

  it('counts a new table once, with its words', () => {
    expect(count([], [table(['Country', 'Days'], ['Spain', '5'])])).toMatchObject({
      changes: 1,
      blocksAdded: 1,
      wordsAdded: 4,
    })
  })

  it('counts every changed cell', () => {
    const before = [table(['Country', 'Days'], ['Spain', '5'], ['Italy', '6'])]
    const after = [table(['Country', 'Days'], ['Spain', '7'], ['Italy', '8'])]
    expect(count(before, after)).toMatchObject({ changes: 2, wordsAdded: 2, wordsRemoved: 2, blocksAdded: 0 })
  })

  it('counts paragraphs that became a list, and no words', () => {
    expect(count([p('Call the police'), p('Write it down')], [list('Call the police', 'Write it down')])).toEqual({
      changes: 2,
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksAdded: 0,
      blocksRemoved: 0,
      blocksMoved: 0,
      reformatted: 2,
    })
  })

  it('counts words that became bold as reformatted, and no added or removed words', () => {
    const bold = block('paragraph', { runs: [text('Act '), text('at once', ['bold'])] })
    expect(count([p('Act at once')], [bold])).toMatchObject({
      changes: 1,
      reformatted: 1,
      wordsAdded: 0,
      wordsRemoved: 0,
    })
  })

  it('counts a moved paragraph once', () => {
    const [a, b] = [
      p('Start when the application is registered today.'),
      p('See the person alone in one room, and take time.'),
    ]
    expect(count([a, b], [b, a])).toMatchObject({ changes: 1, blocksMoved: 1, wordsAdded: 0, wordsRemoved: 0 })
  })

  it('counts the changed words of a title', () => {
    const box = (title: string) =>
      block('callout', { attrs: { tone: 'warning', title }, children: [p('Start early.')] })
    expect(count([box('Act now')], [box('Act today')])).toMatchObject({
      changes: 1,
      wordsAdded: 1,
      wordsRemoved: 1,
      reformatted: 0,
    })
  })

  it('names the heading above a difference', () => {
    const before = section('a', {
      body: [heading('When to assess'), p('Start early.'), heading('How to ask'), p('Ask alone.')],
    })
    const after = section('a', {
      body: [heading('When to assess'), p('Start early.'), heading('How to ask'), p('Ask alone now.')],
    })
    expect(placesOf(diffSection({ before, after }).fields).map((place) => place.under)).toEqual(['How to ask'])
  })

  it('counts a new entry once, and a new note in an old entry once', () => {
    const entry = (given: Record<string, string>) => fields('entry', given)
    const checklist = (...children: ReturnType<typeof entry>[]) => [block('checklist', { children })]
    const old = { text: 'Urgent health needs are passed on' }
    expect(
      count(checklist(entry(old)), checklist(entry(old), entry({ text: 'The person feels safe tonight' }))),
    ).toMatchObject({
      changes: 1,
      blocksAdded: 1,
      wordsAdded: 5,
    })
    expect(count(checklist(entry(old)), checklist(entry({ ...old, note: 'Same day' })))).toMatchObject({
      changes: 1,
      wordsAdded: 2,
    })
  })

  it('counts a partly bold word once', () => {
    const half = block('paragraph', { runs: [text('un', ['bold']), text('safe')] })
    expect(count([], [half])).toMatchObject({ wordsAdded: 1 })
  })
})

describe('a toolkit', () => {
  const keys = (before: string[], after: string[]) => {
    const change = diff({ before: before.map((key) => section(key)), after: after.map((key) => section(key)) })
    return change.sections.map(({ key, status, moved }) => `${key} ${status}${moved ? ' moved' : ''}`)
  }

  it.each([
    ['the same', 'abc', 'abc', ['a same', 'b same', 'c same']],
    ['a new section', 'ac', 'abc', ['a same', 'b added', 'c same']],
    ['a removed section, where it stood', 'abc', 'ac', ['a same', 'b removed', 'c same']],
    [
      'one section moved to the end, and not all others moved up',
      'abcd',
      'bcda',
      ['b same', 'c same', 'd same', 'a same moved'],
    ],
    ['all sections new', '', 'ab', ['a added', 'b added']],
    ['no sections left', 'ab', '', ['a removed', 'b removed']],
    ['a removed section after one that moved', 'abcd', 'dac', ['d same moved', 'a same', 'b removed', 'c same']],
  ])('shows %s', (_, before, after, expected) => {
    expect(keys([...before], [...after])).toEqual(expected)
  })

  it('adds up the changes of its sections', () => {
    const before = [section('a', { body: [p('Start early.')] }), section('b'), section('c')]
    const after = [section('c'), section('a', { body: [p('Start very early.')] }), section('d')]
    expect(diff({ before, after }).counts).toMatchObject({
      sectionsAdded: 1,
      sectionsRemoved: 1,
      sectionsChanged: 1,
      sectionsMoved: 1,
      wordsAdded: 3,
      wordsRemoved: 2,
    })
  })

  it('compares sections by their key even if every word changed', () => {
    const before = [section('a', { title: 'One thing', body: [words('quote', 'Old words')] })]
    const after = [section('a', { title: 'Another', body: [words('quote', 'New things')] })]
    expect(diff({ before, after }).sections).toMatchObject([{ key: 'a', status: 'changed' }])
  })
})
