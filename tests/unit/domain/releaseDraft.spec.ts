import { describe, expect, it } from 'vitest'
import { type DraftNote, draftAfter, draftAfterRelease, NO_DRAFT, noteOf, type Seen } from '@/domain/releaseDraft'

const write = (given: Partial<Seen<DraftNote>> = {}): Seen<DraftNote> => ({
  key: 'a',
  class: 'editorial',
  note: 'Spelling.',
  decideBy: null,
  about: 'text 1',
  seen: 0,
  ...given,
})
const written = (given: Parameters<typeof draftAfter>[0]) => {
  const outcome = draftAfter(given)
  if (!outcome.ok) throw new Error('It was refused')
  return outcome.draft
}
const begun = written({ draft: NO_DRAFT, notes: [write(), write({ key: 'b' })], release: null })

describe('what is written for the next release', () => {
  it('has a revision for each note, the one that last changed it', () => {
    const next = written({ draft: begun, notes: [write({ key: 'b', note: 'Order.', seen: 1 })], release: null })
    expect(next.rev).toBe(2)
    expect(noteOf(next, 'a')).toMatchObject({ note: 'Spelling.', rev: 1 })
    expect(noteOf(next, 'b')).toMatchObject({ note: 'Order.', rev: 2 })
    expect(noteOf(next, 'c')).toMatchObject({ class: null, note: '', rev: 0 })
  })

  it('takes notes of two people on different sections, whoever saves first', () => {
    const first = written({ draft: begun, notes: [write({ note: 'One.', seen: 1 })], release: null })
    const both = written({ draft: first, notes: [write({ key: 'b', note: 'Other.', seen: 1 })], release: null })
    expect(both.notes.map(({ note }) => note).sort()).toEqual(['One.', 'Other.'])
  })

  it.each([{ note: 'Other.' }, { class: 'urgent' as const }, { decideBy: '2027-01-08' }])(
    'refuses %j where somebody else saved first, takes nothing, and says what is stored',
    (theirs) => {
      const stored = written({ draft: begun, notes: [write({ ...theirs, seen: 1 })], release: null })
      const mine = [write({ note: 'Mine.', seen: 1 }), write({ key: 'b', note: 'Also mine.', seen: 1 })]
      expect(draftAfter({ draft: stored, notes: mine, release: null })).toEqual({
        ok: false,
        meanwhile: { notes: [noteOf(stored, 'a')], release: null },
      })
    },
  )

  it('does not refuse the same words that somebody else saved', () => {
    const stored = written({ draft: begun, notes: [write({ note: 'The same.', seen: 1 })], release: null })
    expect(written({ draft: stored, notes: [write({ note: 'The same.', seen: 1 })], release: null })).toEqual(stored)
  })

  it('remembers which text a note is about, also if only that changes', () => {
    const next = written({ draft: begun, notes: [write({ about: 'text 2', seen: 1 })], release: null })
    expect(noteOf(next, 'a')).toMatchObject({ about: 'text 2', rev: 2 })
  })

  it('is no new revision if nothing changed', () => {
    expect(
      written({ draft: begun, notes: [write({ seen: 1 })], release: { summary: ' ', version: '', seen: 0 } }),
    ).toBe(begun)
  })

  it('keeps the summary and the number with a revision of their own', () => {
    const one = written({ draft: begun, notes: [], release: { summary: 'New law.', version: '2.0', seen: 0 } })
    expect(one.release).toEqual({ summary: 'New law.', version: '2.0', rev: 2 })
    const late = draftAfter({ draft: one, notes: [], release: { summary: 'Mine.', version: '', seen: 0 } })
    expect(late).toEqual({ ok: false, meanwhile: { notes: [], release: one.release } })
  })

  it('is without what was published after the release, and keeps notes on other sections', () => {
    const before = written({ draft: begun, notes: [], release: { summary: 'New law.', version: '2.0', seen: 0 } })
    const next = draftAfterRelease(before, [{ key: 'a' }])
    expect(next).toEqual({ rev: 3, notes: [noteOf(begun, 'b')], release: { summary: '', version: '', rev: 3 } })
    // Who still has the page before the release open cannot save over it unseen.
    expect(draftAfter({ draft: next, notes: [write({ note: 'Late.', seen: 1 })], release: null }).ok).toBe(false)
  })
})
