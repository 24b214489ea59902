import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { importToolkit } from '@/actions/importToolkit'
import type { ActionOutcome } from '@/actions/performAs'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import { textOf } from '@/domain/richText/walk'
import { parseManifest } from '@/stored/release'
import { manifestHash } from '@/stored/resolveVariant'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, words } from '../setup/factories'
import { type Acting, actingOn, refusalsOf, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let editors: Person[]

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  editors = []
  for (let n = 0; n < 4; n++) editors.push(await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] }))
})

afterAll(() => application.stop())

describe('two people who save the same section at the same time', () => {
  test.each([0, 1, 2])('one is stored, and the other sees what is stored (revision %i)', async (seen) => {
    const variant = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
    const place = { variant: variant.id, key: variant.toolkit.sections[0]?.key, language: 'en' }
    for (let rev = 0; rev < seen; rev++)
      await acting.succeed(variant.lead, adaptSection, { ...place, seen: rev, body: typed(`Revision ${rev}`) })
    const bodies = ['Mine.', 'And mine.']
    const outcomes = await Promise.all(
      bodies.map((body, n) => acting.perform(editorOf(n), adaptSection, { ...place, seen, body: typed(body) })),
    )
    const { won, lost } = split(outcomes)
    expect([won.length, lost.length]).toEqual([1, 1])
    const winner = bodies[won[0] ?? 0]
    const { keys, saved } = refusalsOf(outcomes[lost[0] ?? 0] ?? { ok: true, result: null })
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: seen + 1, updatedBy: editorOf(won[0] ?? 0).id })
    expect(textOf(Object(saved.texts).body)).toBe(winner)
    const own = await acting.ownSectionOf(variant.id, String(place.key))
    expect(wordsIn(own.body)).toBe(winner)
    expect(await acting.revisionsOf('variant-sections', own.id)).toHaveLength(seen + 1)
    expect(await acting.problemsOf(variant.toolkit.id)).toEqual([])
  })

  test('one is stored in the common framework too, whatever the fields and languages', async () => {
    const { id, sections } = await given.toolkit()
    const place = { toolkit: id, key: sections[0]?.key, seen: 1 }
    const writes: Fields[] = [
      { language: 'en', title: 'English' },
      { language: 'fr', title: 'Français' },
      { language: 'en', guidance: 'Name the law.' },
    ]
    const outcomes = await Promise.all(
      writes.map((write) => acting.perform(coordinator, saveSection, { ...place, ...write })),
    )
    const { lost } = split(outcomes)
    expect(lost).toHaveLength(2)
    for (const n of lost) expect(refusalsOf(outcomes[n] ?? { ok: true, result: null }).keys).toEqual(['refusal.stale'])
    expect(await acting.sectionOf(id, String(place.key))).toMatchObject({ rev: 2 })
  })
})

test('the changes of people who save different sections at the same time are all stored under their names', async () => {
  const toolkit = await given.toolkit({ titles: ['One', 'Two', 'Three', 'Four'] })
  const variant = await given.variant({ country: 'ie', toolkit })
  const results = await Promise.all(
    toolkit.sections.map(({ key }, n) =>
      acting.succeed(editorOf(n), adaptSection, {
        variant: variant.id,
        key,
        language: 'en',
        seen: 0,
        body: typed(`Words of editor ${n}`),
      }),
    ),
  )
  expect(results.map(({ rev }) => rev)).toEqual([1, 1, 1, 1])
  for (const [n, { key }] of toolkit.sections.entries()) {
    const own = await acting.ownSectionOf(variant.id, key)
    expect([wordsIn(own.body), own.updatedBy]).toEqual([`Words of editor ${n}`, editorOf(n).id])
  }
  const { contributors } = await acting.editionOf(variant.edition)
  expect([...Object(contributors)].sort()).toEqual(editors.map(({ id }) => id).sort())
  expect(await acting.problemsOf(toolkit.id)).toEqual([])
})

test('the first people to write after a publication open only one new edition', async () => {
  const { variant } = await given.edition({ state: 'published', country: 'ie', toolkit: await given.toolkit() })
  await Promise.all(
    variant.toolkit.sections.slice(1).map(({ key }, n) =>
      acting.succeed(editorOf(n), adaptSection, {
        variant: variant.id,
        key,
        language: 'en',
        seen: 0,
        title: `Title of editor ${n}`,
      }),
    ),
  )
  const editions = await acting.stored('editions', { variant: { equals: variant.id } }, 'number')
  expect(editions.map(({ number, state }) => `${number} ${state}`)).toEqual(['1 published', '2 draft'])
  expect([...Object(editions[1]?.contributors)].sort()).toEqual([editorOf(0).id, editorOf(1).id].sort())
})

describe('publishing at the same time', () => {
  test('is done once if it is requested ten times', async () => {
    const { id, rev, variant } = await given.edition({
      state: 'approved',
      country: 'ie',
      toolkit: await given.toolkit(),
    })
    const publish = (n: number) =>
      acting.perform(coordinator, publishEdition, {
        edition: id,
        seen: rev,
        version: `1.${n}`,
        notes: 'What is new in it.',
      })
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => publish(n)))
    const { won, lost } = split(outcomes)
    expect(won).toHaveLength(1)
    for (const n of lost) expect(refusalsOf(outcomes[n] ?? { ok: true, result: null }).keys).toEqual(['refusal.stale'])
    const releases = await acting.releasesOf(variant.toolkit.id, 'ie')
    expect(releases).toMatchObject([{ seq: 1, version: `1.${won[0]}`, edition: id }])
    expect(await acting.editionOf(id)).toMatchObject({ state: 'published', rev: rev + 1 })
    expect((await acting.stepsOf(id)).filter(({ event }) => event === 'publish')).toHaveLength(1)
    expect(await acting.problemsOf(variant.toolkit.id)).toEqual([])
  })

  test('releases the common framework once if it is requested ten times', async () => {
    const { id } = await given.toolkit({ released: false })
    const input = await acting.toRelease({ toolkit: id, version: '1.0' })
    const release = () => acting.perform(coordinator, releaseMaster, input)
    const outcomes = await Promise.all(Array.from({ length: 10 }, release))
    expect(split(outcomes).won).toHaveLength(1)
    expect(await acting.releasesOf(id, 'master')).toHaveLength(1)
    expect(await acting.problemsOf(id)).toEqual([])
  })

  test('works for two countries at once', async () => {
    const toolkit = await given.toolkit()
    const editions: Edition[] = []
    for (const country of ['ie', 'cy']) editions.push(await given.edition({ state: 'approved', country, toolkit }))
    await Promise.all(
      editions.map(({ id, rev }) =>
        acting.succeed(coordinator, publishEdition, {
          edition: id,
          seen: rev,
          version: '1.0',
          notes: 'What is new in it.',
        }),
      ),
    )
    for (const country of ['ie', 'cy'])
      expect(await acting.releasesOf(toolkit.id, country)).toMatchObject([{ seq: 1, version: '1.0' }])
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })
})

describe('deciding while somebody writes', () => {
  test.each([1, 2, 3])('never approves a text that the reviewer did not read (try %i)', async () => {
    const edition = await given.edition({ state: 'submitted', country: 'ie', toolkit: await given.toolkit() })
    const { variant } = edition
    const reviewer = await given.reviewer('ie')
    const [approved, written] = await Promise.all([
      acting.perform(reviewer, approveEdition, { edition: edition.id, seen: edition.rev }),
      acting.perform(variant.lead, adaptSection, {
        variant: variant.id,
        key: variant.toolkit.sections[0]?.key,
        language: 'en',
        seen: 1,
        body: typed('Written while the reviewer decided.'),
      }),
    ])
    expect(written.ok).toBe(true)
    if (!approved.ok) expect(refusalsOf(approved).keys).toEqual(['refusal.stale'])
    // Whoever was first, the text at the end differs from the one that was sent.
    expect(await acting.editionOf(edition.id)).toMatchObject({ state: 'draft', approvedHash: null })
  })

  test.each([1, 2, 3])('sends exactly what is stored (try %i)', async () => {
    const { id, rev, variant } = await given.edition({ country: 'ie', toolkit: await given.toolkit() })
    const [sent, written] = await Promise.all([
      acting.perform(variant.lead, submitEdition, { edition: id, seen: rev }),
      acting.perform(variant.lead, adaptSection, {
        variant: variant.id,
        key: variant.toolkit.sections[0]?.key,
        language: 'en',
        seen: 1,
        body: typed('Written while it was sent.'),
      }),
    ])
    expect([sent.ok, written.ok]).toEqual([true, true])
    const { state, pinnedManifest } = await acting.editionOf(id)
    const { hash } = await acting.resolvedFor(variant.lead, variant.id)
    expect(state === 'draft' || manifestHash(parseManifest(pinnedManifest, 'Edition')) === hash).toBe(true)
    expect(await acting.problemsOf(variant.toolkit.id)).toEqual([])
  })

  test('stores one decision of two reviewers who read the same text', async () => {
    const { id, rev } = await given.edition({ state: 'submitted', country: 'ie', toolkit: await given.toolkit() })
    const reviewers = [await given.reviewer('ie'), coordinator]
    const outcomes = await Promise.all(
      reviewers.map((reviewer) => acting.perform(reviewer, approveEdition, { edition: id, seen: rev })),
    )
    expect(split(outcomes).won).toHaveLength(1)
    expect(await acting.stored('review-decisions', { edition: { equals: id } })).toHaveLength(1)
  })
})

test('a document that is imported twice at the same time makes one toolkit, and the second person is told', async () => {
  const sections = ['One', 'Two'].map((title) => ({ source: '', depth: 1, title, body: words(`About ${title}.`) }))
  const seen = await acting.seenForImport(coordinator, 'twice-at-once')
  const input = { slug: 'twice-at-once', title: 'Twice', language: 'en', sections, images: [], seen }
  const outcomes = await Promise.all([1, 2].map(() => acting.perform(coordinator, importToolkit, input)))
  const [won] = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.result] : []))
  const lost = outcomes.filter(({ ok }) => !ok)
  expect(lost.map((outcome) => refusalsOf(outcome).keys)).toEqual([['refusal.import-moved-on']])
  expect(await acting.stored('sections', { toolkit: { equals: won?.toolkit } })).toHaveLength(2)
})

function editorOf(n: number): Person {
  const editor = editors[n]
  if (!editor) throw new Error(`There is no editor ${n}`)
  return editor
}

/** Counts which were done and which were refused. */
function split(outcomes: ActionOutcome<unknown>[]): { won: number[]; lost: number[] } {
  const numbers = outcomes.map((_, n) => n)
  return { won: numbers.filter((n) => outcomes[n]?.ok), lost: numbers.filter((n) => !outcomes[n]?.ok) }
}
