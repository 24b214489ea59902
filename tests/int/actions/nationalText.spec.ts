import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { bringBackSection } from '@/actions/bringBackSection'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { restoreSection } from '@/actions/restoreSection'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import type { ImportedSection } from '@/domain/importing'
import { textOf } from '@/domain/richText/walk'
import type { Policy } from '@/domain/section'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let lead: Person
let editor: Person
let toolkit: Toolkit
let variant: Variant

const SECTIONS: [string, Policy][] = [
  ['Adapted', 'free'],
  ['Edited twice', 'free'],
  ['In one language', 'free'],
  ['Word for word', 'free'],
  ['Without a reason', 'free'],
  ['Supplemented', 'free'],
  ['Left out', 'free'],
  ['Another reason', 'free'],
  ['Same reason', 'free'],
  ['Restored', 'free'],
  ['Never touched', 'free'],
  ['Only added to', 'supplement-only'],
  ['Placed', 'free'],
]

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({ sections: SECTIONS.map(([title, policy]) => section(title, { policy })) })
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  lead = variant.lead
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'cy' }] })
})

afterAll(() => application.stop())

describe('adapting a section', () => {
  test('stores the country’s words with their author, the common words that they are based on, and the reason', async () => {
    const key = keyOf('Adapted')
    const before = await snapshotOf(application.payload)
    const result = await acting.succeed(editor, adaptSection, {
      ...at('Adapted'),
      seen: 0,
      body: toLexical([...words('Common text of Adapted.'), ...words('In Cyprus the Asylum Service decides.')]),
      reason: 'national-law',
      explanation: 'The law names the service.',
      sources: 'Law 60(I)/2014',
    })
    expect(result).toEqual({ key, rev: 1 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toEqual({
      'variant-sections': 1,
      '_variant-sections_versions': 1,
      'audit-events': 1,
    })
    const own = await acting.ownSectionOf(variant.id, key)
    const common = await acting.sectionOf(toolkit.id, key)
    expect(own).toMatchObject({
      country: 'cy',
      mode: 'adapt',
      reason: 'national-law',
      explanation: { en: 'The law names the service.' },
      sources: 'Law 60(I)/2014',
      rev: 1,
      updatedBy: editor.id,
    })
    expect(own.title ?? {}).toEqual({})
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({
      action: 'section.adapt',
      actor: editor.id,
      subject: `variant-sections/${own.id}`,
      details: { key, language: 'en', rev: 1 },
    })
    expect(await acting.editionOf(variant.edition)).toMatchObject({
      state: 'draft',
      contributors: [editor.id],
      lastEditedBy: editor.id,
    })
    const { entry, content } = await acting.resolvedSection(lead, { variant: variant.id, key })
    expect(entry).toMatchObject({
      mode: 'adapt',
      reason: 'national-law',
      provenance: { title: { en: 'common' }, body: { en: 'national' } },
    })
    expect(content.title.en).toBe('Adapted')
    expect(textOf(content.body.en ?? [])).toBe('Common text of Adapted.\nIn Cyprus the Asylum Service decides.')
    // Unchanged paragraphs keep the ids of the common text, so that they can be compared.
    const ids = content.body.en?.map(({ id }) => id) ?? []
    expect(ids[0]).toBe((await releasedContent(key)).body[0]?.id)
    expect(new Set(ids).size).toBe(2)
    expect(common).toMatchObject({ rev: 1 })
  })

  test('keeps every revision with its author, and adds each author to those who may not approve', async () => {
    const first = { ...at('Edited twice'), seen: 0, title: 'First title', body: typed('First.'), reason: 'other' }
    await acting.succeed(lead, adaptSection, first)
    await acting.succeed(editor, adaptSection, { ...at('Edited twice'), seen: 1, body: typed('Second.') })
    const own = await acting.ownSectionOf(variant.id, keyOf('Edited twice'))
    expect(own).toMatchObject({ rev: 2, updatedBy: editor.id, title: { en: 'First title' }, reason: 'other' })
    const revisions = await acting.revisionsOf('variant-sections', own.id)
    expect(revisions.map(({ body, updatedBy }) => [wordsIn(body), updatedBy])).toEqual([
      ['First.', lead.id],
      ['Second.', editor.id],
    ])
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({ action: 'section.edit', details: { rev: 2 } })
    const edition = await acting.editionOf(variant.edition)
    expect([...Object(edition.contributors)].sort()).toEqual([editor.id, lead.id].sort())
    expect(edition.lastEditedBy).toBe(editor.id)
  })

  test('in one language does not change the other', async () => {
    const place = at('In one language')
    await acting.succeed(lead, adaptSection, { ...place, seen: 0, body: typed('Ours.'), reason: 'other' })
    const greek = { ...place, language: 'el', seen: 1, title: 'Τίτλος', body: typed('Δικά μας.') }
    await acting.succeed(lead, adaptSection, greek)
    const { content, entry } = await acting.resolvedSection(lead, place)
    expect(content.title).toEqual({ en: 'In one language', el: 'Τίτλος' })
    expect([textOf(content.body.en ?? []), textOf(content.body.el ?? [])]).toEqual(['Ours.', 'Δικά μας.'])
    expect(entry.provenance).toMatchObject({ title: { en: 'common', el: 'national' }, body: { en: 'national' } })
  })

  test('with the exact words of the common text makes no difference', async () => {
    const common = await releasedContent(keyOf('Word for word'))
    const place = at('Word for word')
    await acting.succeed(lead, adaptSection, {
      ...place,
      seen: 0,
      title: 'Word for word',
      body: toLexical(common.body),
    })
    const { entry } = await acting.resolvedSection(lead, place)
    expect(entry).toMatchObject({ mode: 'inherit', provenance: { title: { en: 'common' }, body: { en: 'common' } } })
  })

  test('is refused if the person saw an older revision, and the answer shows what is stored in their language', async () => {
    const late = { ...at('Edited twice'), seen: 1, body: typed('Too late.') }
    const { keys, saved } = await acting.refuse(lead, adaptSection, late)
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: 2, updatedBy: editor.id, texts: { title: 'First title', summary: null } })
    expect(textOf(Object(saved.texts).body)).toBe('Second.')
    const greek = await acting.refuse(lead, adaptSection, { ...late, language: 'el' })
    expect(greek.saved).toMatchObject({ rev: 2, texts: { title: null, body: null } })
  })

  test.each([1, 7])('is refused with revision %i of a section that nobody has changed', async (seen) => {
    const { keys, saved } = await acting.refuse(lead, adaptSection, { ...at('Never touched'), seen, title: 'Ours' })
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: 0, updatedBy: null })
  })

  test('is refused if the common text may not be changed', async () => {
    const { keys } = await acting.refuse(lead, adaptSection, { ...at('Only added to'), seen: 0, title: 'Ours' })
    expect(keys).toEqual(['refusal.policy-supplement-only-adapt'])
  })

  test('without a reason can be saved but not sent', async () => {
    const place = { ...at('Without a reason'), seen: 0 }
    await acting.succeed(lead, adaptSection, { ...place, body: typed('Ours, for no reason.') })
    const { keys, params } = await submission()
    expect(keys).toEqual(['refusal.reason-missing'])
    expect(params).toEqual({ section: 'Without a reason' })
    await acting.succeed(lead, adaptSection, { ...place, seen: 1, reason: 'words-used-here' })
  })
})

describe('supplementing a section', () => {
  test('keeps the common text and adds the country’s text below it', async () => {
    const place = at('Supplemented')
    await acting.succeed(editor, supplementSection, { ...place, seen: 0, addition: typed('And here: call 1498.') })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(own).toMatchObject({ mode: 'supplement', rev: 1, updatedBy: editor.id })
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({ action: 'section.supplement' })
    const { content, entry } = await acting.resolvedSection(lead, place)
    expect(entry).toMatchObject({ mode: 'supplement', provenance: { body: { en: 'common' } } })
    expect(textOf(content.body.en ?? [])).toBe('Common text of Supplemented.')
    expect(textOf(content.addition.en ?? [])).toBe('And here: call 1498.')
    await acting.succeed(lead, supplementSection, { ...place, seen: 1, addition: typed('And here: call 1498, free.') })
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({ action: 'section.edit' })
    expect(await acting.revisionsOf('variant-sections', own.id)).toMatchObject([
      { updatedBy: editor.id },
      { updatedBy: lead.id },
    ])
  })

  test('is allowed if the common text may not be changed', async () => {
    const place = { ...at('Only added to'), seen: 0 }
    await acting.succeed(lead, supplementSection, { ...place, addition: typed('Ours below.') })
    expect((await acting.resolvedSection(lead, place)).entry.mode).toBe('supplement')
  })

  test('is refused if the person saw an older revision, and the answer shows what is stored', async () => {
    const late = { ...at('Supplemented'), seen: 1, addition: typed('Too late.') }
    const { keys, saved } = await acting.refuse(lead, supplementSection, late)
    expect(keys).toEqual(['refusal.stale'])
    expect(textOf(Object(saved.texts).addition)).toBe('And here: call 1498, free.')
  })
})

describe('the place of an addition', () => {
  const bodyOf = async (place: { variant: string; key: string }) =>
    (await acting.resolvedSection(lead, place)).content.body.en ?? []

  test('is stored after a block of the common text with its first words, and is part of what readers get', async () => {
    const place = at('Placed')
    const [block] = await bodyOf(place)
    const additionPlace = { where: 'after-block', block: block?.id }
    const input = { ...place, seen: 0, mode: 'supplement', addition: typed('Ours.'), additionPlace }
    await acting.succeed(editor, saveNationalSection, input)
    const stored = { ...additionPlace, words: 'Common text of Placed.' }
    expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({ additionPlace: stored })
    expect((await acting.resolvedSection(lead, place)).content.additionPlace).toEqual(stored)
  })

  test('is refused after a block that is not there, and says which field', async () => {
    const input = {
      ...at('Placed'),
      seen: 1,
      mode: 'supplement',
      additionPlace: { where: 'after-block', block: 'none' },
    }
    const { keys } = await acting.refuse(editor, saveNationalSection, input)
    expect(keys).toEqual(['refusal.addition-place-gone'])
    const { additionPlace, ...place } = input
    const other = { ...place, additionPlace, addition: typed('Ours.') }
    expect((await acting.refuse(editor, supplementSection, other)).keys).toEqual(['refusal.addition-place-gone'])
  })

  test('can be changed alone, and is restored with an earlier state', async () => {
    const place = at('Placed')
    const before = { ...place, seen: 1, mode: 'supplement', additionPlace: { where: 'before' } }
    await acting.succeed(lead, saveNationalSection, before)
    expect((await acting.resolvedSection(lead, place)).content.additionPlace).toEqual({ where: 'before' })
    expect((await acting.refuse(lead, saveNationalSection, { ...before, seen: 2 })).keys).toEqual([
      'refusal.bring-back-same',
    ])
    await acting.succeed(lead, bringBackSection, { ...place, seen: 2, revision: 1 })
    expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({
      additionPlace: { where: 'after-block', words: 'Common text of Placed.' },
    })
    await acting.succeed(lead, saveNationalSection, { ...before, seen: 3, additionPlace: { where: 'after' } })
    expect((await acting.resolvedSection(lead, place)).content.additionPlace).toBeUndefined()
  })
})

describe('leaving a section out', () => {
  test('gives readers the reason, and records the section that is left out', async () => {
    const place = at('Left out')
    const why = { reason: 'does-not-exist-here', explanation: 'There is no such court here.', sources: 'Law 1' }
    await acting.succeed(editor, omitSection, { ...place, seen: 0, ...why })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(own).toMatchObject({ mode: 'omit', reason: 'does-not-exist-here', updatedBy: editor.id, rev: 1 })
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({ action: 'section.omit' })
    const { content, entry } = await acting.resolvedSection(lead, place)
    expect(entry).toMatchObject({ mode: 'omit', ...why, explanation: { en: why.explanation } })
    expect(textOf(content.body.en ?? [])).toBe('Common text of Left out.')
  })

  test.each([
    ['a reason', { explanation: 'We have no such court.' }, ['reason']],
    ['an explanation', { reason: 'other' }, ['explanation']],
    ['more than white space as the explanation', { reason: 'other', explanation: ' \n ' }, ['explanation']],
    ['both, and names both', {}, ['reason', 'explanation']],
  ])('is refused without %s', async (_, why, missing) => {
    const { keys } = await acting.refuse(lead, omitSection, { ...at('Never touched'), seen: 0, ...why })
    expect(keys).toEqual(missing.map((one) => `refusal.omit-${one}-missing`))
  })

  test('is refused if the common text may not be changed', async () => {
    const why = { reason: 'other', explanation: 'Not for us.' }
    const { keys } = await acting.refuse(lead, omitSection, { ...at('Only added to'), seen: 1, ...why })
    expect(keys).toEqual(['refusal.policy-supplement-only-omit'])
  })

  test('is refused if the person saw an older revision', async () => {
    const late = { ...at('Left out'), seen: 0, reason: 'other', explanation: 'Too late.' }
    expect((await acting.refuse(lead, omitSection, late)).keys).toEqual(['refusal.stale'])
  })
})

describe('a reason', () => {
  const why = { reason: 'national-law', explanation: 'The common text applies. We add a service.', sources: 'Law 1' }
  const reasonIn = ({ reason, explanation, sources }: Fields) => ({
    reason: reason ?? null,
    explanation: Object.values(Object(explanation)).filter(Boolean),
    sources: sources || null,
  })

  test("belongs to the country's choice: for another choice it starts empty, in every language", async () => {
    const place = at('Another reason')
    const text = typed('Ours below.')
    await acting.succeed(lead, supplementSection, { ...place, seen: 0, addition: text, ...why })
    await acting.succeed(lead, supplementSection, {
      ...place,
      language: 'el',
      seen: 1,
      addition: typed('Δικό μας.'),
      explanation: 'Προσθέτουμε μια υπηρεσία.',
    })
    const before = await acting.ownSectionOf(variant.id, place.key)
    const left = { reason: 'does-not-exist-here', explanation: 'There is no such court.' }
    await acting.succeed(lead, omitSection, { ...place, seen: before.rev, ...left })
    const omitted = await acting.ownSectionOf(variant.id, place.key)
    expect(reasonIn(omitted)).toEqual({ ...left, explanation: [left.explanation], sources: null })
    await acting.succeed(lead, adaptSection, { ...place, seen: omitted.rev, title: 'Ours' })
    const adapted = await acting.ownSectionOf(variant.id, place.key)
    expect(reasonIn(adapted)).toEqual({ reason: null, explanation: [], sources: null })
    // Without a reason, the version of the tests below could not be sent.
    await acting.succeed(lead, adaptSection, { ...place, seen: adapted.rev, reason: 'other' })
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('stays if the country keeps its choice', async () => {
    const place = at('Same reason')
    await acting.succeed(lead, supplementSection, { ...place, seen: 0, addition: typed('Ours.'), ...why })
    await acting.succeed(lead, supplementSection, { ...place, seen: 1, addition: typed('Ours, longer.') })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(reasonIn(own)).toEqual({ ...why, explanation: [why.explanation] })
  })
})

describe('restoring the common text', () => {
  test('removes the country’s words in all its languages, and keeps them in the history', async () => {
    const place = at('Restored')
    const ours = { title: 'Ours', summary: 'In short.', body: typed('Our words.'), reason: 'other', sources: 'Law 1' }
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, ...ours, explanation: 'So it is here.' })
    await acting.succeed(editor, adaptSection, { ...place, language: 'el', seen: 1, body: typed('Τα δικά μας.') })
    const { rev } = await acting.succeed(lead, restoreSection, { ...place, seen: 2 })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(own).toMatchObject({ mode: 'inherit', reason: null, rev, updatedBy: lead.id })
    for (const field of ['title', 'summary', 'body', 'addition', 'explanation'])
      expect(Object.values(Object(own[field])).filter((value) => value !== null)).toEqual([])
    const { content, entry } = await acting.resolvedSection(lead, place)
    expect(entry.mode).toBe('inherit')
    expect(entry).not.toHaveProperty('reason')
    expect(entry.blob).toBe(entry.baseBlob)
    expect(textOf(content.body.en ?? [])).toBe('Common text of Restored.')
    const kept = await acting.revisionsOf('variant-sections', own.id)
    expect(kept.slice(0, 2)).toMatchObject([
      { updatedBy: editor.id, title: { en: 'Ours' }, reason: 'other' },
      { updatedBy: editor.id },
    ])
    expect([wordsIn(kept[1]?.body), wordsIn(kept[1]?.body, 'el')]).toEqual(['Our words.', 'Τα δικά μας.'])
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({ action: 'section.restore', actor: lead.id })
  })

  test('allows other words later, which are compared with the common text again', async () => {
    const place = at('Restored')
    const { rev } = await acting.ownSectionOf(variant.id, place.key)
    const body = toLexical([...words('Common text of Restored.'), ...words('And more.')])
    await acting.succeed(editor, adaptSection, { ...place, seen: rev, body, reason: 'other' })
    const { content } = await acting.resolvedSection(lead, place)
    expect(content.body.en?.[0]?.id).toBe((await releasedContent(place.key)).body[0]?.id)
    expect(content.title.en).toBe('Restored')
  })

  test('is refused if nothing is stored, or if the person saw an older revision', async () => {
    const untouched = await acting.refuse(lead, restoreSection, { ...at('Never touched'), seen: 0 })
    expect(untouched.keys).toEqual(['refusal.nothing-to-restore'])
    const late = await acting.refuse(lead, restoreSection, { ...at('Edited twice'), seen: 1 })
    expect(late.keys).toEqual(['refusal.stale'])
    expect(textOf(Object(late.saved.texts).body)).toBe('Second.')
  })
})

describe('a national version', () => {
  test('has the sections of the release that it is based on, and no others', async () => {
    const sections = [...SECTIONS.map(([title, policy]) => section(title, { policy })), section('Added later')]
    const seen = await acting.seenForImport(coordinator, toolkit.slug)
    const input = { slug: toolkit.slug, language: 'en', images: [], sections, seen }
    await acting.succeed(coordinator, importToolkit, input)
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
    const [later] = await acting.stored('sections', { slug: { equals: 'added-later' } })
    const unknown = { ...at('Adapted'), key: later?.key, seen: 0, title: 'Ours' }
    expect((await acting.refuse(lead, adaptSection, unknown)).keys).toEqual(['refusal.section-unknown'])
    expect((await acting.resolvedFor(lead, variant.id)).sections).toHaveLength(SECTIONS.length)
  })

  test('is edited in a new edition once the last one is published', async () => {
    const edition = variant.edition
    await acting.succeed(lead, submitEdition, await acting.seenNow(edition))
    await acting.succeed(await given.reviewer('cy'), approveEdition, await acting.seenNow(edition))
    await acting.succeed(coordinator, publishEdition, {
      ...(await acting.seenNow(edition)),
      version: '1.0',
      notes: 'What is new in it.',
    })
    const published = await acting.editionOf(edition)
    const { rev } = await acting.ownSectionOf(variant.id, keyOf('Adapted'))
    await acting.succeed(editor, adaptSection, { ...at('Adapted'), seen: rev, title: 'After publication' })
    const editions = await acting.stored('editions', { variant: { equals: variant.id } }, 'number')
    expect(editions[0]).toEqual(published)
    expect(editions.slice(1)).toMatchObject([
      { number: 2, state: 'draft', round: 0, contributors: [editor.id], lastEditedBy: editor.id },
    ])
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('must have what each country writes itself before it can be sent', async () => {
    const sections = [section('To fill in', { policy: 'national' }), section('Also', { policy: 'national' })]
    const made = await given.toolkit({ sections })
    const own = await given.variant({ toolkit: made, country: 'cy', languages: ['en', 'el'] })
    const [first, second] = made.sections
    const place = { variant: own.id, language: 'en', seen: 0 }
    const send = async () => ({ edition: own.edition, seen: (await acting.editionOf(own.edition)).rev })
    const { keys } = await acting.refuse(lead, submitEdition, await send())
    expect(keys).toEqual(['refusal.to-be-filled-in', 'refusal.to-be-filled-in'])
    await acting.succeed(lead, supplementSection, { ...place, key: first?.key, addition: typed('Our services.') })
    const why = { reason: 'other', explanation: 'We have none.' }
    await acting.succeed(lead, omitSection, { ...place, key: second?.key, ...why })
    await acting.succeed(lead, submitEdition, await send())
  })
})

function section(title: string, { policy = 'free' }: { policy?: Policy } = {}): ImportedSection {
  return { source: 'document', depth: 1, title, body: words(`Common text of ${title}.`), policy }
}

function keyOf(title: string): string {
  const found = toolkit.sections.find((one) => one.title === title)
  if (!found) throw new Error(`There is no section ${title}`)
  return found.key
}

function at(title: string): { variant: string; key: string; language: string } {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

/** The English words of the release that the version is based on. */
async function releasedContent(key: string) {
  const { base } = await acting.resolvedFor(lead, variant.id)
  const content = base.find(({ entry }) => entry.key === key)?.content
  return { title: content?.title.en ?? '', body: content?.body.en ?? [] }
}

async function submission() {
  const { rev } = await acting.editionOf(variant.edition)
  return acting.refuse(lead, submitEdition, { edition: variant.edition, seen: rev })
}
