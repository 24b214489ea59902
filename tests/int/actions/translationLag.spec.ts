import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { bringBackSection } from '@/actions/bringBackSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { saveSection } from '@/actions/saveSection'
import { settleTranslation } from '@/actions/settleTranslation'
import { submitEdition } from '@/actions/submitEdition'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { translateSection } from '@/actions/translateSection'
import { block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import type { TranslationLag } from '@/domain/translationLag'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { parseRelease } from '@/stored/release'
import { loadTranslationLags } from '@/stored/translationLags'
import { loadVariant } from '@/stored/variants'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let translator: Person
let toolkit: Toolkit
let variant: Variant

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  for (const country of ['cy', 'gr']) await given.country(country, { languages: ['en', 'el'] })
  translator = await given.person({ roles: [{ role: 'translator', country: 'cy' }] })
})

afterAll(() => application.stop())

const FIRST = ['The person is heard within 14 days.', 'An interpreter is present.', 'The record is read out.']
const GREEK = ['Το πρόσωπο ακούγεται εντός 14 ημερών.', 'Παρίσταται διερμηνέας.', 'Το πρακτικό διαβάζεται.']

/** A section with three paragraphs, translated into Greek from release 1.1. */
beforeEach(async () => {
  toolkit = await given.toolkit({ titles: ['Adapted elsewhere', 'Hearing', 'Lawyer'] })
  await write(FIRST)
  await release('1.1')
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  await acting.succeed(translator, translateSection, { ...at(), seen: 0, title: 'Ακρόαση', body: typedLines(GREEK) })
})

describe('a translation', () => {
  test('lags nowhere until the country decides on a change of the common text, whatever is published', async () => {
    expect(await lag()).toBeUndefined()
    await change(1, 'An interpreter of the same sex is present.')
    await release('2.0')
    expect(await lag()).toBeUndefined()
  })

  test('lags in exactly the paragraph that changed once the country accepted the change', async () => {
    await accept(await changed(1, 'An interpreter of the same sex is present.'), 1)
    expect(await behind()).toEqual({
      fields: [],
      blocks: [['An interpreter of the same sex is present.', GREEK[1], 'changed']],
    })
  })

  test('lags too if the country kept the earlier text in its other language', async () => {
    const newest = await changed(1, 'An interpreter of the same sex is present.')
    const kept = { ...at('en'), release: newest, choice: 'keep', reason: 'national-law', seen: 1 }
    await acting.succeed(variant.lead, decideOnUpdate, kept)
    expect((await behind())?.blocks).toHaveLength(1)
  })

  test('lags in its title, and not in the paragraphs, if only the title changed', async () => {
    await acting.succeed(coordinator, saveSection, { ...common(await rev()), title: 'The hearing' })
    await accept(await release('2.0'), 1)
    expect(await behind()).toEqual({ fields: ['title'], blocks: [] })
  })

  test('stays behind after the next update too, and lags nowhere if the decision is taken back', async () => {
    await accept(await changed(1, 'An interpreter of the same sex is present.'), 1)
    await accept(await changed(0, 'The person is heard within 10 days.', '3.0'), 2)
    expect((await behind())?.blocks.map(([source]) => source)).toEqual([
      'The person is heard within 10 days.',
      'An interpreter of the same sex is present.',
    ])
    const decision = (await acting.stored('update-decisions', { variant: { equals: variant.id } }, 'at')).at(-1)
    await acting.succeed(variant.lead, takeBackUpdate, { decision: decision?.id, seen: 3, language: 'el' })
    expect((await behind())?.blocks.map(([source]) => source)).toEqual(['An interpreter of the same sex is present.'])
  })

  test('of a section that is joined to another one is kept there, and lags where the common text changed too', async () => {
    const [journey, copy, now] = [
      'What the person says is written down.',
      'A copy is given to them.',
      'No copy is given.',
    ]
    const keyOf = (of: string) => toolkit.sections.find(({ title }) => title === of)?.key ?? ''
    const [record, lawyer] = [keyOf('Adapted elsewhere'), keyOf('Lawyer')]
    const untranslated = 'A lawyer is there from the first day on, and pays nothing.'
    const of = { ...at(), key: record }
    const stored = Number((await acting.sectionOf(toolkit.id, record)).rev)
    const asWritten = { ...common(stored), key: record, title: 'Record', body: typedLines([journey, copy]) }
    await acting.succeed(coordinator, saveSection, asWritten)
    const revOfLawyer = Number((await acting.sectionOf(toolkit.id, lawyer)).rev)
    const ofLawyer = { ...common(revOfLawyer), key: lawyer, body: typedLines([untranslated]) }
    await acting.succeed(coordinator, saveSection, ofLawyer)
    const started = await release('2.0')
    for (const one of [of, { ...of, key: lawyer }])
      await acting.succeed(variant.lead, decideOnUpdate, { ...one, release: started, choice: 'accept', seen: 0 })
    const words = ['Ό,τι λέει το πρόσωπο καταγράφεται.', 'Του δίνεται αντίγραφο.']
    const translated = { ...of, seen: 1, title: 'Πρακτικό', body: typedLines(words) }
    await acting.succeed(translator, translateSection, translated)
    const body = fromLexical(typedLines([...FIRST, journey, now, untranslated]))
    const imported = { slug: toolkit.slug, sections: [{ source: 'a', depth: 1, title: 'Hearing', body }] }
    const { gone } = await acting.planOfImport(coordinator, imported)
    const resolutions = Object.fromEntries(gone.map(({ id }) => [id, 'theirs']))
    const seen = await acting.seenForImport(coordinator, toolkit.slug)
    const how = { title: 'Toolkit', language: 'en', images: [], allowGone: 2, choices: { pairs: {}, resolutions } }
    await acting.succeed(coordinator, importToolkit, { ...imported, ...how, seen })
    const newest = await release('3.0')
    const decision = {
      ...at(),
      release: newest,
      choice: 'accept',
      seen: 1,
      others: [
        { key: record, seen: 2 },
        { key: lawyer, seen: 1 },
      ],
    }
    await acting.succeed(variant.lead, decideOnUpdate, decision)
    const joined = [...GREEK, '', 'Πρακτικό', ...words, '', 'Lawyer', untranslated]
    expect((await greek()).map((one) => textOf([one]))).toEqual(joined)
    expect((await behind())?.blocks.map(([source]) => source)).toEqual([now, untranslated])
  })
})

describe('a release', () => {
  test('says from which text each translation was made that does not stand on the text of its section', async () => {
    await accept(await changed(1, 'An interpreter of the same sex is present.'), 1)
    const { manifest, baseline } = await published()
    const first = await releaseOf('1.1')
    const made = { title: first, summary: undefined, body: first }
    expect(manifest.find((entry) => entry.key === key())?.translatedFrom?.el).toEqual(made)
    expect(manifest.filter(({ translatedFrom }) => translatedFrom)).toHaveLength(1)
    expect(baseline?.saysOrigins).toBe(true)
  })

  test('is what was approved, with what was confirmed since of its translations', async () => {
    const newest = await changed(1, 'An interpreter of the same sex is present.')
    await accept(newest, 1)
    const edition = await approved()
    const blocks = (await lag())?.blocks.map(({ source }) => source)
    await acting.succeed(translator, settleTranslation, { ...at(), seen: 2, blocks })
    const { manifest } = await publish(edition)
    const first = await releaseOf('1.1')
    expect(manifest.find((entry) => entry.key === key())?.translatedFrom).toEqual({
      el: { title: first, body: newest },
    })
  })
})

describe('saving a translation', () => {
  beforeEach(async () => {
    await write([
      'The person is heard within 10 days.',
      'An interpreter of the same sex is present.',
      ...FIRST.slice(2),
    ])
    await accept(await release('2.0'), 1)
    expect((await behind())?.blocks).toHaveLength(2)
  })

  test('settles the paragraphs that were changed, and leaves the others marked', async () => {
    const body = await edited(1, 'Παρίσταται διερμηνέας του ίδιου φύλου.')
    await acting.succeed(translator, saveNationalSection, { ...at(), seen: 2, mode: 'inherit', body })
    expect((await behind())?.blocks.map(([source]) => source)).toEqual(['The person is heard within 10 days.'])
  })

  test('settles nothing if only something else is saved', async () => {
    await acting.succeed(translator, saveNationalSection, { ...at(), seen: 2, mode: 'inherit', title: 'Η ακρόαση' })
    expect((await behind())?.blocks).toHaveLength(2)
    const body = await edited(2, 'Το πρακτικό αναγιγνώσκεται.')
    await acting.succeed(translator, saveNationalSection, { ...at(), seen: 3, mode: 'inherit', body })
    expect((await behind())?.blocks).toHaveLength(2)
  })

  test('an earlier translation that comes back lags as it did', async () => {
    const body = await edited(1, 'Παρίσταται διερμηνέας του ίδιου φύλου.')
    await acting.succeed(translator, saveNationalSection, { ...at(), seen: 2, mode: 'inherit', body })
    const all = await edited(0, 'Το πρόσωπο ακούγεται εντός 10 ημερών.')
    await acting.succeed(translator, saveNationalSection, { ...at(), seen: 3, mode: 'inherit', body: all })
    expect(await lag()).toBeUndefined()
    await acting.succeed(variant.lead, bringBackSection, { ...at(), seen: 4, revision: 1, languages: ['el'] })
    expect((await behind())?.blocks).toHaveLength(2)
    await acting.succeed(variant.lead, bringBackSection, { ...at(), seen: 5, revision: 3, languages: ['el'] })
    expect((await behind())?.blocks).toHaveLength(1)
  })

  test('of one paragraph of an earlier translation that comes back, the whole text counts as made then', async () => {
    const body = await edited(1, 'Παρίσταται διερμηνέας του ίδιου φύλου.')
    await acting.succeed(translator, saveNationalSection, { ...at(), seen: 2, mode: 'inherit', body })
    const ids = (await greek()).filter((_, place) => place === 1).map(({ id }) => id)
    const part = { kind: 'blocks', field: 'body', ids }
    await acting.succeed(variant.lead, bringBackSection, { ...at(), seen: 3, revision: 1, languages: ['el'], part })
    expect((await behind())?.blocks).toHaveLength(2)
  })
})

describe('saying that a translation is still right', () => {
  beforeEach(async () => {
    await write([
      'The person is heard within 10 days.',
      'An interpreter of the same sex is present.',
      ...FIRST.slice(2),
    ])
    await acting.succeed(coordinator, saveSection, { ...common(await rev()), title: 'The hearing' })
    await accept(await release('2.0'), 1)
  })

  test('settles exactly that place, changes no words, and is recorded', async () => {
    const [first] = (await lag())?.blocks ?? []
    const before = await snapshotOf(application.payload)
    const words = (await acting.ownSectionOf(variant.id, key())).body
    const settled = { ...at(), seen: 2, blocks: [first?.source] }
    expect(await acting.succeed(translator, settleTranslation, settled)).toEqual({ key: key(), rev: 3 })
    expect(grownBetween(before, await snapshotOf(application.payload))).toMatchObject({ 'audit-events': 1 })
    expect((await acting.ownSectionOf(variant.id, key())).body).toEqual(words)
    expect(await behind()).toMatchObject({
      fields: ['title'],
      blocks: [[expect.stringContaining('interpreter'), GREEK[1], 'changed']],
    })
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({
      action: 'section.settle-translation',
      actor: translator.id,
      details: { key: key(), language: 'el', fields: [], blocks: [first?.source] },
    })
    await acting.succeed(translator, settleTranslation, { ...at(), seen: 3, fields: ['title'] })
    expect(await behind()).toMatchObject({
      fields: [],
      blocks: [[expect.stringContaining('interpreter'), GREEK[1], 'changed']],
    })
  })

  test('is no part in the edition, and what was approved stays approved', async () => {
    const edition = await given.edition({ variant: await approvedVersion(), state: 'approved' })
    const of = { ...at(), variant: edition.variant.id }
    const own = await acting.ownSectionOf(of.variant, key())
    const lag = await lagOf(of.variant)
    expect(lag?.blocks).toHaveLength(1)
    const lead = edition.variant.lead
    await acting.succeed(lead, settleTranslation, { ...of, seen: own.rev, blocks: [lag?.blocks[0]?.source] })
    expect(await acting.editionOf(edition.id)).toMatchObject({ state: 'approved' })
    expect(await lagOf(of.variant)).toBeUndefined()
  })

  test('is refused for a place that does not lag, with a revision that is not stored, and to people without the role', async () => {
    const asked = { ...at(), seen: 2, fields: ['summary'] }
    expect((await acting.refuse(translator, settleTranslation, asked)).keys).toEqual(['refusal.translation-not-behind'])
    const nobody = { ...at(), seen: 2, fields: ['title'], blocks: ['nobody'] }
    expect((await acting.refuse(translator, settleTranslation, nobody)).keys).toEqual([
      'refusal.translation-not-behind',
    ])
    const late = { ...at(), seen: 1, fields: ['title'] }
    expect((await acting.refuse(translator, settleTranslation, late)).keys).toEqual(['refusal.stale'])
    const reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'cy' }] })
    expect((await acting.refuse(reviewer, settleTranslation, { ...late, seen: 2 })).keys).toEqual(['refusal.role-edit'])
    const nothing = await acting.perform(translator, settleTranslation, { ...at(), seen: 2 })
    expect(nothing).toMatchObject({ ok: false, because: [{ key: 'refusal.bad-input' }] })
  })

  test('is not for a translator if the country has adapted the section', async () => {
    const words = { ...at('en'), seen: 2, title: 'Our hearing', reason: 'national-law' }
    await acting.succeed(variant.lead, adaptSection, words)
    const asked = { ...at(), seen: 3, fields: ['title'] }
    expect((await acting.refuse(translator, settleTranslation, asked)).keys).toEqual(['refusal.translate-adapted'])
    await acting.succeed(variant.lead, settleTranslation, asked)
  })
})

describe('a translation that was stored before this was recorded', () => {
  test('lags nowhere, and lags after the next update', async () => {
    const own = await acting.ownSectionOf(variant.id, key())
    await application.payload.db.updateOne({
      collection: 'variant-sections',
      id: String(own.id),
      data: { translatedFrom: null },
    })
    expect(await lag()).toBeUndefined()
    await accept(await changed(1, 'An interpreter of the same sex is present.'), 1)
    expect((await behind())?.blocks).toHaveLength(1)
  })
})

function key(): string {
  return toolkit.sections.find(({ title }) => title === 'Hearing')?.key ?? ''
}

function at(language = 'el') {
  return { variant: variant.id, key: key(), language }
}

function common(seen: number) {
  return { toolkit: toolkit.id, key: key(), seen, language: 'en' }
}

async function rev(): Promise<number> {
  return Number((await acting.sectionOf(toolkit.id, key())).rev)
}

function typedLines(lines: readonly string[]) {
  return toLexical(lines.map((line) => block('paragraph', { runs: [text(line)] })))
}

async function write(lines: readonly string[]): Promise<void> {
  await acting.succeed(coordinator, saveSection, { ...common(await rev()), body: typedLines(lines) })
}

/** Changes one paragraph of the common text as it is now. */
async function change(place: number, words: string): Promise<void> {
  const { content } = await acting.resolvedSection(variant.lead, { variant: variant.id, key: key() })
  await write((content.body.en ?? []).map((one) => textOf([one])).with(place, words))
}

async function changed(place: number, words: string, version = '2.0'): Promise<string> {
  await change(place, words)
  return release(version)
}

async function release(version: string): Promise<string> {
  const input = await acting.toRelease({ toolkit: toolkit.id, version })
  return (await acting.succeed(coordinator, releaseMaster, input)).id
}

async function accept(newest: string, seen: number, of = variant): Promise<void> {
  const decision = { ...at('en'), variant: of.id, release: newest, choice: 'accept', seen }
  await acting.succeed(of.lead, decideOnUpdate, decision)
}

/** The version of another country, whose Greek translation lags in one paragraph. */
async function approvedVersion(): Promise<Variant> {
  const other = await given.variant({ toolkit, country: 'gr', languages: ['en', 'el'] })
  const of = { ...at(), variant: other.id, seen: 0, title: 'Ακρόαση', body: typedLines(GREEK) }
  await acting.succeed(other.lead, translateSection, of)
  await write(['The person is heard within 7 days.', 'An interpreter of the same sex is present.', ...FIRST.slice(2)])
  await accept(await release('3.0'), 1, other)
  return other
}

async function greek() {
  const { content } = await acting.resolvedSection(variant.lead, { variant: variant.id, key: key() })
  return content.body.el ?? []
}

/** The Greek body with another paragraph; all paragraphs keep their ids. */
async function edited(place: number, words: string) {
  const now = await greek()
  return toLexical(now.map((one, index) => (index === place ? { ...one, runs: [text(words)] } : one)))
}

async function lagOf(id: string): Promise<TranslationLag | undefined> {
  const req = await createLocalReq({ user: await acting.userOf(coordinator) }, application.payload)
  const found = await loadVariant({ req, id })
  if (!found) throw new Error('There is no such version')
  const { base, own } = await acting.resolvedFor(coordinator, id)
  return (await loadTranslationLags({ req, variant: found, sourceLanguage: 'en', base, own })).get(key())?.el
}

async function releaseOf(version: string): Promise<string> {
  const releases = await acting.stored('releases', { toolkit: { equals: toolkit.id } })
  return String(releases.find((one) => one.version === version)?.id)
}

async function approved(): Promise<string> {
  const [newest] = await acting.stored('editions', { variant: { equals: variant.id } }, '-number')
  const edition = String(newest?.id)
  const seen = async () => Number((await acting.storedOne('editions', { id: { equals: edition } })).rev)
  await acting.succeed(variant.lead, submitEdition, { edition, seen: await seen() })
  await acting.succeed(await given.reviewer('cy'), approveEdition, { edition, seen: await seen() })
  return edition
}

async function publish(edition: string, version = '1.0') {
  const { rev: seen } = await acting.storedOne('editions', { id: { equals: edition } })
  const asked = { edition, seen, version, notes: 'What is new in it.' }
  const { id } = await acting.succeed(coordinator, publishEdition, asked)
  return parseRelease(await acting.storedOne('releases', { id: { equals: id } }))
}

/** What is published of the version as it is now. */
async function published(version?: string) {
  return publish(await approved(), version)
}

function lag(): Promise<TranslationLag | undefined> {
  return lagOf(variant.id)
}

/** The same with the words of the paragraphs in place of their ids. */
async function behind() {
  const found = await lag()
  const { content } = await acting.resolvedSection(coordinator, { variant: variant.id, key: key() })
  const { base: sections } = await acting.resolvedFor(coordinator, variant.id)
  const base = sections.find(({ entry }) => entry.key === key())?.content.body.en ?? []
  const words = new Map([...base, ...(content.body.el ?? [])].map((one) => [one.id, textOf([one])]))
  return (
    found && {
      fields: found.fields,
      blocks: found.blocks.map(({ source, translation, became }) => [
        words.get(source),
        words.get(translation ?? ''),
        became,
      ]),
    }
  )
}
