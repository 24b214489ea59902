import { describe, expect, it } from 'vitest'
import {
  afterSave,
  afterShown,
  afterStale,
  decided,
  isUnsaved,
  type KeptNotes,
  type NoteValues,
  notesInput,
  readMeanwhile,
  typedNote,
  typedRelease,
  unsavedNotes,
  unsavedPart,
  withUnsaved,
  workOn,
} from '@/admin/release/notesWork'

const values = (given: Partial<NoteValues> = {}): NoteValues => ({
  note: 'Spelling.',
  class: 'editorial',
  date: '',
  about: 'text 1',
  ...given,
})
const kept = (): KeptNotes => ({
  notes: { a: { values: values(), rev: 1 }, b: { values: values({ note: '', class: '' }), rev: 0 } },
  release: { values: { summary: '', version: '' }, rev: 0 },
})
const begun = () => workOn(kept())
const stored = (given: object = {}) => ({
  texts: {
    notes: [{ key: 'a', class: 'urgent', note: 'Theirs.', decideBy: '2027-01-08', about: 'text 1', rev: 4, ...given }],
    release: null,
  },
})

describe('notes that somebody writes', () => {
  it('are sent only where something changed, with the revision that was seen there', () => {
    const work = typedNote(begun(), 'b', { note: 'Order.', class: 'urgent', date: '2027-01-08', about: 'text 2' })
    expect(notesInput(work)).toEqual({
      notes: [{ key: 'b', note: 'Order.', class: 'urgent', decideBy: '2027-01-08', about: 'text 2', seen: 0 }],
      release: null,
    })
    expect(notesInput(typedRelease(begun(), { summary: 'New law.' }))).toEqual({
      notes: [],
      release: { summary: 'New law.', version: '', seen: 0 },
    })
  })

  it('are sent without a class and without a day if none is chosen', () => {
    const work = typedNote(begun(), 'a', { class: '', date: '' })
    expect(notesInput(work).notes).toMatchObject([{ class: null, decideBy: null, seen: 1 }])
  })

  it('are no longer unsaved after the save, except what was typed meanwhile', () => {
    const sent = typedNote(begun(), 'a', { note: 'One.' })
    const later = typedRelease(sent, { summary: 'Typed meanwhile.' })
    const work = afterSave(later, sent, 7)
    expect(unsavedNotes(work)).toEqual([])
    expect(isUnsaved(work)).toBe(true)
    expect(work.base.notes.a).toEqual({ values: values({ note: 'One.' }), rev: 7 })
    expect(notesInput(typedNote(work, 'a', { note: 'Two.' })).notes).toMatchObject([{ note: 'Two.', seen: 7 }])
  })

  it('stay when the screen shows what a colleague saved elsewhere, and so does the revision that was seen', () => {
    const work = typedNote(begun(), 'a', { note: 'Mine.' })
    const newer = kept()
    newer.notes.a = { values: values({ note: 'Theirs.' }), rev: 3 }
    newer.notes.b = { values: values({ note: 'Theirs too.' }), rev: 3 }
    newer.release = { values: { summary: 'Theirs.', version: '2.0' }, rev: 3 }
    const shown = afterShown(work, newer)
    expect(shown.typed.notes).toMatchObject({ a: { note: 'Mine.' }, b: { note: 'Theirs too.' } })
    expect(shown.typed.release).toEqual({ summary: 'Theirs.', version: '2.0' })
    // So the save is refused, and nobody's words are overwritten unseen.
    expect(notesInput(shown).notes).toMatchObject([{ key: 'a', seen: 1 }])
  })

  it('are no longer shown for a section that is not changed any more', () => {
    const { a } = kept().notes
    const shown = afterShown(begun(), { ...kept(), notes: a ? { a } : {} })
    expect(Object.keys(shown.typed.notes)).toEqual(['a'])
  })
})

describe('a save that was refused because somebody else saved first', () => {
  const refused = () => afterStale(typedNote(begun(), 'a', { note: 'Mine.' }), readMeanwhile(stored()))

  it('keeps what was typed, and shows what is stored', () => {
    const work = refused()
    expect(work.typed.notes.a?.note).toBe('Mine.')
    expect(work.theirs.notes).toEqual({
      a: { values: { note: 'Theirs.', class: 'urgent', date: '2027-01-08', about: 'text 1' }, rev: 4 },
    })
  })

  it('can be repeated once the person decided for their own words', () => {
    const work = decided(refused(), 'a', 'mine')
    expect(work.theirs.notes).toEqual({})
    expect(notesInput(work).notes).toMatchObject([{ note: 'Mine.', class: 'editorial', seen: 4 }])
  })

  it('leaves nothing to save where the person decided for what is stored', () => {
    const work = decided(refused(), 'a', 'theirs')
    expect(work.typed.notes.a).toMatchObject({ note: 'Theirs.', class: 'urgent' })
    expect(isUnsaved(work)).toBe(false)
  })

  it('shows the stored summary and number too', () => {
    const release = { summary: 'Theirs.', version: '3.0', rev: 5 }
    const work = afterStale(
      typedRelease(begun(), { summary: 'Mine.' }),
      readMeanwhile({ texts: { notes: [], release } }),
    )
    expect(notesInput(decided(work, null, 'mine')).release).toEqual({ summary: 'Mine.', version: '', seen: 5 })
    expect(decided(work, null, 'theirs').typed.release).toEqual({ summary: 'Theirs.', version: '3.0' })
  })

  it('is read from any answer, also from one that is not ours', () => {
    for (const saved of [null, 'x', {}, { texts: { notes: 'x' } }])
      expect(readMeanwhile(saved)).toEqual({ notes: [], release: null })
    expect(
      afterStale(begun(), readMeanwhile(stored({ class: 'grave', note: 7 }))).theirs.notes.a?.values,
    ).toMatchObject({
      class: '',
      note: '',
    })
  })
})

describe('what is kept in the window', () => {
  it('is the unsaved part, with the revision that was seen', () => {
    const work = typedRelease(typedNote(begun(), 'a', { note: 'Mine.' }), { summary: 'New law.' })
    const part = JSON.parse(JSON.stringify(unsavedPart(work)))
    const newer = kept()
    newer.notes.a = { values: values({ note: 'Theirs.' }), rev: 3 }
    const restored = withUnsaved(workOn(newer), part)
    expect(notesInput(restored)).toMatchObject({
      notes: [{ key: 'a', note: 'Mine.', seen: 1 }],
      release: { summary: 'New law.', seen: 0 },
    })
    expect(unsavedPart(begun())).toEqual({ notes: {} })
  })

  it('changes nothing for sections that are not shown, and if it is not ours', () => {
    expect(withUnsaved(begun(), { notes: { z: { typed: values(), base: {} } } })).toEqual(begun())
    expect(withUnsaved(begun(), { notes: 'x' })).toEqual(begun())
  })
})
