import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveReleaseNotes } from '@/actions/saveReleaseNotes'
import { saveSection } from '@/actions/saveSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { parseHead } from '@/stored/release'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, words } from '../setup/factories'
import { type Acting, actingOn, refusalsOf } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let colleague: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  colleague = await given.person({ roles: [{ role: 'coordinator' }] })
})

afterAll(() => application.stop())

const FUTURE = '2999-01-08'

/** A released toolkit whose first section has other words now. */
async function changed(): Promise<Toolkit> {
  const toolkit = await given.toolkit()
  await retitle(toolkit, 'Before anything else')
  return toolkit
}

async function retitle(toolkit: Toolkit, title: string, place = 0): Promise<void> {
  const key = keyOf(toolkit, place)
  const { rev } = await acting.sectionOf(toolkit.id, key)
  await acting.succeed(coordinator, saveSection, { toolkit: toolkit.id, key, seen: rev, language: 'en', title })
}

const keyOf = (toolkit: Toolkit, place = 0): string => String(toolkit.sections[place]?.key)
const note = (toolkit: Toolkit, more: Fields = {}) => ({
  key: keyOf(toolkit),
  class: 'editorial',
  note: 'A clearer title.',
  decideBy: null,
  about: 'the text that was seen',
  seen: 0,
  ...more,
})
const draftOf = (toolkit: Toolkit) => acting.storedOne('release-drafts', { toolkit: { equals: toolkit.id } })
const newest = async ({ id }: Toolkit) => (await acting.releasesOf(id, 'master')).at(-1)

describe('what is kept for the next release', () => {
  test('is stored as revisions of their authors, and recorded without its words', async () => {
    const toolkit = await changed()
    const save = { toolkit: toolkit.id, after: 1 }
    const unfinished = note(toolkit, { class: null, note: ' Not finished ' })
    expect(await acting.succeed(coordinator, saveReleaseNotes, { ...save, notes: [unfinished] })).toEqual({ rev: 1 })
    const finished = note(toolkit, { seen: 1 })
    const release = { summary: 'Clearer titles.', version: '', seen: 0 }
    await acting.succeed(colleague, saveReleaseNotes, { ...save, notes: [finished], release })
    const { seen: _, ...stored } = finished
    const draft = await draftOf(toolkit)
    expect(draft).toMatchObject({
      rev: 2,
      updatedBy: colleague.id,
      notes: [{ ...stored, rev: 2 }],
      release: { summary: 'Clearer titles.', version: '', rev: 2 },
    })
    expect(await acting.revisionsOf('release-drafts', draft.id)).toMatchObject([
      { rev: 1, updatedBy: coordinator.id, notes: [{ note: 'Not finished', class: null }] },
      { rev: 2, updatedBy: colleague.id },
    ])
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({
      action: 'release-notes.save',
      actor: colleague.id,
      subject: `release-drafts/${draft.id}`,
      details: { rev: 2 },
    })
  })

  test('is refused where a colleague saved first, with what the colleague wrote; the rest is not stored', async () => {
    const toolkit = await changed()
    const save = { toolkit: toolkit.id, after: 1 }
    await acting.succeed(colleague, saveReleaseNotes, { ...save, notes: [note(toolkit, { note: 'Theirs.' })] })
    const mine = [note(toolkit, { note: 'Mine.' }), note(toolkit, { key: keyOf(toolkit, 1) })]
    const { keys, saved } = await acting.refuse(coordinator, saveReleaseNotes, { ...save, notes: mine })
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({
      updatedBy: colleague.id,
      texts: { notes: [{ key: keyOf(toolkit), note: 'Theirs.', rev: 1 }], release: null },
    })
    // Whoever has seen that can decide for their own words.
    await acting.succeed(coordinator, saveReleaseNotes, { ...save, notes: [note(toolkit, { note: 'Both.', seen: 1 })] })
    expect((await draftOf(toolkit)).notes).toMatchObject([{ note: 'Both.' }])
  })

  test('takes notes of ten people on ten sections at once', async () => {
    const toolkit = await given.toolkit({ titles: Array.from({ length: 10 }, (_, place) => `Section ${place}`) })
    const save = (place: number) =>
      acting.perform(place % 2 ? coordinator : colleague, saveReleaseNotes, {
        toolkit: toolkit.id,
        after: 1,
        notes: [note(toolkit, { key: keyOf(toolkit, place), note: `Note ${place}` })],
      })
    // An answer may ask the person to try again: nothing was stored then.
    const again = async (place: number): Promise<void> => {
      const outcome = await save(place)
      if (outcome.ok) return
      expect(refusalsOf(outcome).keys).toEqual(['request.same-moment'])
      return again(place)
    }
    await Promise.all(Array.from({ length: 10 }, (_, place) => again(place)))
    const notes = (await draftOf(toolkit)).notes as Fields[]
    expect(notes.map((one) => one.note).sort()).toEqual(Array.from({ length: 10 }, (_, place) => `Note ${place}`))
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('is refused for a section that the toolkit does not have', async () => {
    const toolkit = await changed()
    const other = await changed()
    const { keys } = await acting.refuse(coordinator, saveReleaseNotes, {
      toolkit: toolkit.id,
      after: 1,
      notes: [note(other)],
    })
    expect(keys).toEqual(['refusal.common-section-unknown'])
  })

  test('is refused with two notes on one section', async () => {
    const toolkit = await changed()
    const notes = [note(toolkit), note(toolkit, { note: 'Another one.' })]
    const { keys } = await acting.refuse(coordinator, saveReleaseNotes, { toolkit: toolkit.id, after: 1, notes })
    expect(keys).toEqual(['refusal.bad-input'])
  })

  test.each(['2026-02-30', 'tomorrow', ''])('is refused with the day %j', async (decideBy) => {
    const toolkit = await changed()
    const { keys } = await acting.refuse(coordinator, saveReleaseNotes, {
      toolkit: toolkit.id,
      after: 1,
      notes: [note(toolkit, { decideBy })],
    })
    expect(keys).toEqual(['refusal.bad-input'])
  })

  test('is refused after the release that it was written for', async () => {
    const toolkit = await changed()
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
    const late = { toolkit: toolkit.id, after: 1, notes: [note(toolkit)] }
    const { keys, params } = await acting.refuse(colleague, saveReleaseNotes, late)
    expect({ keys, params }).toEqual({ keys: ['refusal.notes-released'], params: { version: '2.0' } })
  })

  test('can be read and written only by those who keep the common framework', async () => {
    const toolkit = await changed()
    await acting.succeed(coordinator, saveReleaseNotes, { toolkit: toolkit.id, after: 1, notes: [note(toolkit)] })
    const { id } = await draftOf(toolkit)
    for (const role of ['national-lead', 'reviewer', 'observer'] as const) {
      const other = await given.person({ roles: [{ role, country: await given.country('ie') }] })
      const { keys } = await acting.refuse(other, saveReleaseNotes, { toolkit: toolkit.id, after: 1 })
      expect(keys).toEqual(['refusal.role-keep'])
      expect((await application.request(other, 'GET', `/api/release-drafts/${id}?locale=en`)).status).not.toBe(200)
    }
  })
})

describe('a release of the common framework with changes', () => {
  test('publishes the notes that were seen', async () => {
    const toolkit = await changed()
    const urgent = { key: keyOf(toolkit), class: 'urgent' as const, note: 'Change it at once.', decideBy: FUTURE }
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0', changes: [urgent] })
    await acting.succeed(coordinator, releaseMaster, input)
    const release = await newest(toolkit)
    expect(release?.changes).toEqual([urgent])
    expect(parseHead(release).changes).toEqual([urgent])
  })

  test('ends the notes that it publishes, and keeps the others for a later one', async () => {
    const toolkit = await changed()
    const other = keyOf(toolkit, 1)
    const release = { summary: 'Clearer titles.', version: '1.5', seen: 0 }
    const notes = [note(toolkit), note(toolkit, { key: other, note: 'Changed back.' })]
    await acting.succeed(coordinator, saveReleaseNotes, { toolkit: toolkit.id, after: 1, notes, release })
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '1.5' }))
    expect((await newest(toolkit))?.changes).toHaveLength(1)
    expect(await draftOf(toolkit)).toMatchObject({
      rev: 2,
      notes: [{ key: other, note: 'Changed back.' }],
      release: { summary: '', version: '' },
    })
  })

  test('says what happened to new, moved and removed sections too', async () => {
    const toolkit = await given.toolkit({ titles: ['One', 'Two', 'Three'] })
    await acting.succeed(coordinator, importToolkit, {
      slug: toolkit.slug,
      language: 'en',
      images: [],
      seen: await acting.seenForImport(coordinator, toolkit.slug),
      allowGone: 1,
      sections: ['Three', 'One', 'Four'].map((title) => ({
        source: 'document',
        depth: 1,
        title,
        body: words(title === 'Four' ? 'Quite another thing.' : `Common text of ${title}.`),
      })),
    })
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    const [, two] = toolkit.sections
    expect(input.changes.map(({ key }) => key)).toContain(two?.key)
    for (const [place, { key }] of input.changes.entries()) {
      const { keys, params } = await acting.refuse(coordinator, releaseMaster, {
        ...input,
        changes: input.changes.toSpliced(place, 1),
      })
      expect(keys).toEqual(['refusal.change-note-missing', 'refusal.change-class-missing'])
      if (key === two?.key) expect(params.section).toBe('Two')
    }
    await acting.succeed(coordinator, releaseMaster, input)
  })

  test.each([
    ['without a note', { note: '  ' }, 'refusal.change-note-missing'],
    ['without the day of a substantive change', { class: 'substantive' }, 'refusal.change-date-missing'],
    ['without the day of an urgent change', { class: 'urgent' }, 'refusal.change-date-missing'],
    ['with a day that is over', { class: 'urgent', decideBy: '2020-01-01' }, 'refusal.change-date-past'],
    ['with a day that does not exist', { class: 'urgent', decideBy: '2999-02-30' }, 'refusal.change-date-form'],
    ['with a class that does not exist', { class: 'grave' }, 'refusal.bad-input'],
    ['without a class', { class: null }, 'refusal.bad-input'],
    ['with a note that is too long', { note: 'x'.repeat(2001) }, 'refusal.bad-input'],
  ])('is refused %s', async (_, wrong, reason) => {
    const toolkit = await changed()
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    const changes = input.changes.map((one) => ({ ...one, ...wrong }))
    const { keys, params } = await acting.refuse(coordinator, releaseMaster, { ...input, changes })
    expect(keys).toEqual([reason])
    if (reason !== 'refusal.bad-input') expect(params.section).toBe('Before anything else')
  })

  test('is refused without notes on what changed, and with a note on what did not or with two on one', async () => {
    const toolkit = await changed()
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    const none = await acting.refuse(coordinator, releaseMaster, { ...input, changes: [] })
    expect(none.keys).toEqual(['refusal.change-note-missing', 'refusal.change-class-missing'])
    const [only] = input.changes
    const more = [...input.changes, { ...only, key: keyOf(toolkit, 1) }]
    const unneeded = await acting.refuse(coordinator, releaseMaster, { ...input, changes: more })
    expect(unneeded).toMatchObject({
      keys: ['refusal.change-note-unneeded'],
      params: { section: keyOf(toolkit, 1) },
    })
    const twice = await acting.refuse(coordinator, releaseMaster, { ...input, changes: [only, only] })
    expect(twice.keys).toEqual(['refusal.bad-input'])
  })

  test('is refused if somebody changed the notes after the summary was seen', async () => {
    const toolkit = await changed()
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    await acting.succeed(colleague, saveReleaseNotes, { toolkit: toolkit.id, after: 1, notes: [note(toolkit)] })
    const { keys } = await acting.refuse(coordinator, releaseMaster, input)
    expect(keys).toEqual(['refusal.release-notes-moved-on'])
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
  })

  test('is refused if somebody changed a text after the summary was seen', async () => {
    const toolkit = await changed()
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    await retitle(toolkit, 'Once more')
    expect((await acting.refuse(coordinator, releaseMaster, input)).keys).toEqual(['refusal.release-moved-on'])
  })

  test('publishes either the old or the new notes if they are saved at the same moment', async () => {
    const toolkit = await changed()
    const first = { toolkit: toolkit.id, after: 1, notes: [note(toolkit)] }
    await acting.succeed(coordinator, saveReleaseNotes, first)
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    const [released, saved] = await Promise.all([
      acting.perform(coordinator, releaseMaster, input),
      acting.perform(colleague, saveReleaseNotes, { ...first, notes: [note(toolkit, { note: 'Other.', seen: 1 })] }),
    ])
    expect([released.ok, saved.ok].filter(Boolean)).toHaveLength(1)
    const notes = (await draftOf(toolkit)).notes
    if (released.ok) expect(notes).toEqual([])
    else expect(notes).toMatchObject([{ note: 'Other.' }])
  })

  test('after a withdrawal says what differs from the withdrawn text, and nothing if that is released again', async () => {
    const toolkit = await changed()
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
    const withdrawal = { toolkit: toolkit.id, country: 'master', seen: 2, reason: 'A deadline was wrong.' }
    await acting.succeed(coordinator, withdrawRelease, withdrawal)
    await acting.succeed(
      coordinator,
      releaseMaster,
      await acting.toRelease({ toolkit: toolkit.id, version: '2.1', changes: [] }),
    )
    await acting.succeed(coordinator, withdrawRelease, { ...withdrawal, seen: 4 })
    await retitle(toolkit, 'The right deadline')
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.2' })
    expect(input.changes.map(({ key }) => key)).toEqual([keyOf(toolkit)])
    expect((await acting.refuse(coordinator, releaseMaster, { ...input, changes: [] })).keys).toContain(
      'refusal.change-note-missing',
    )
    await acting.succeed(coordinator, releaseMaster, input)
  })

  test('keeps the stored data consistent', async () => {
    for (const { id } of await acting.stored('toolkits')) expect(await acting.problemsOf(String(id))).toEqual([])
  })
})
