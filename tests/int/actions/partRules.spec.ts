import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { bringBackCommonSection } from '@/actions/bringBackCommonSection'
import { bringBackSection } from '@/actions/bringBackSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { omitSection } from '@/actions/omitSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { restoreSection } from '@/actions/restoreSection'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { translateSection } from '@/actions/translateSection'
import type { ImportedSection } from '@/domain/importing'
import type { RichText } from '@/domain/richText/richText'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { contentHash } from '@/stored/contentHash'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type Acting, actingOn, manifestOf, typed } from './acting'

const LISTEN = 'First listen.'
const CALL = 'Call 112 if somebody is in danger.'
const HOTLINE = 'The national hotline is to be added.'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let variant: Variant
let key: string

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
})

afterAll(() => application.stop())

/** A section of three paragraphs: one is fixed, one is to be filled in; Ireland has started from it. */
beforeEach(async () => {
  toolkit = await given.toolkit({ sections: [section('Danger', [LISTEN, CALL, HOTLINE]), section('Other', ['Text.'])] })
  key = toolkit.sections.find(({ title }) => title === 'Danger')?.key ?? ''
})

describe('the coordinator', () => {
  test('sets a rule for a paragraph, another for the title, each with guidance by language', async () => {
    await setRules([
      await fixed(CALL),
      { field: 'title', block: null, demand: 'fill-in', guidance: 'Name the service.' },
    ])
    const ids = await idsByWords()
    expect((await stored()).rules).toEqual([
      { field: 'title', block: null, demand: 'fill-in', guidance: { en: 'Name the service.' } },
      { field: 'body', block: { en: ids.get(CALL) }, demand: 'fixed', guidance: {} },
    ])
    const french = [{ field: 'title', block: null, demand: 'fill-in', guidance: 'Nommez le service.' }]
    await acting.succeed(coordinator, saveSection, { ...(await place()), language: 'fr', rules: french })
    expect((await stored()).rules).toEqual([
      {
        field: 'title',
        block: null,
        demand: 'fill-in',
        guidance: { en: 'Name the service.', fr: 'Nommez le service.' },
      },
      { field: 'body', block: { en: ids.get(CALL) }, demand: 'fixed', guidance: {} },
    ])
  })

  test('releases the rules with the section, and a section without rules keeps its hash', async () => {
    const before = await releasedContent()
    expect(before).not.toHaveProperty('rules')
    await setRules([await fixed(CALL)])
    await release('2.0')
    const { rules, ...others } = await releasedContent()
    expect(rules).toMatchObject([{ field: 'body', demand: 'fixed' }])
    expect(contentHash(others)).toBe(contentHash(before))
    await setRules([])
    await release('3.0')
    expect(await releasedContent()).toEqual(before)
  })

  test('keeps a rule while its paragraph is edited, and loses it with the paragraph', async () => {
    await setRules([await fixed(CALL), await fillIn(HOTLINE)])
    const body = await bodyNow()
    const edited = body.map((block) => (saidBy(block) === CALL ? { ...words('Call 113.')[0], id: block.id } : block))
    await acting.succeed(coordinator, saveSection, { ...(await place()), body: toLexical(edited as RichText) })
    expect(await demands()).toEqual(['fixed', 'fill-in'])
    await acting.succeed(coordinator, saveSection, { ...(await place()), body: toLexical(body.slice(0, 2)) })
    expect(await demands()).toEqual(['fixed'])
    await acting.succeed(coordinator, saveSection, { ...(await place()), body: typed('All is new.') })
    expect((await stored()).rules ?? null).toBe(null)
  })

  test('can name a paragraph that lost its id in the editor by the id that it had', async () => {
    const rules = [await fixed(CALL)]
    const body = (await bodyNow()).map((block) => ({ ...block, id: '' }))
    await acting.succeed(coordinator, saveSection, { ...(await place()), body: toLexical(body), rules })
    expect((await stored()).rules).toMatchObject([{ block: { en: (await idsByWords()).get(CALL) } }])
  })

  test('is refused rules that exclude each other, and an unknown one', async () => {
    const whole = { field: 'body', block: null, demand: 'fixed', guidance: '' }
    const refused = async (input: Fields) => {
      const outcome = await acting.refuse(coordinator, saveSection, { ...(await place()), ...input })
      return outcome.keys
    }
    expect(await refused({ rules: [whole, await fixed(CALL)] })).toEqual(['refusal.part-rules-twice'])
    expect(await refused({ policy: 'supplement-only', rules: [await fillIn(HOTLINE)] })).toEqual([
      'refusal.part-rules-supplement',
    ])
    const wrong = [
      { ...whole, demand: 'other' },
      { ...whole, field: 'addition' },
      { ...whole, field: 'title', block: 'x' },
      { ...whole, guidance: 'x'.repeat(501) },
    ]
    for (const one of wrong) expect(await refused({ rules: [one] })).toEqual(['refusal.bad-input'])
    expect(await refused({ rules: [whole, whole] })).toEqual(['refusal.bad-input'])
  })

  test('brings earlier rules back with the settings, and a paragraph with its rule', async () => {
    await setRules([await fixed(CALL)])
    const { rev } = await stored()
    await setRules([])
    const back = { toolkit: toolkit.id, key, language: 'en', revision: rev }
    const settings = { kind: 'fields', fields: ['settings'] }
    await acting.succeed(coordinator, bringBackCommonSection, { ...back, seen: Number(rev) + 1, part: settings })
    expect(await demands()).toEqual(['fixed'])
    await acting.succeed(coordinator, saveSection, { ...(await place()), body: typed('All is new.'), rules: [] })
    await acting.succeed(coordinator, bringBackCommonSection, { ...back, seen: Number(rev) + 3 })
    expect(await demands()).toEqual(['fixed'])
  })

  test('keeps a rule by an import that changed a sentence of the paragraph, or another paragraph', async () => {
    await setRules([await fixed(CALL), await fillIn(HOTLINE)])
    const before = await idsByWords()
    for (const newer of ['Call 112 if anybody is in danger now.', 'Stay, and ring 112 if somebody is in danger.']) {
      const sections = [section('Danger', ['New above.', newer, LISTEN, HOTLINE]), section('Other', ['Text.'])]
      const seen = await acting.seenForImport(coordinator, toolkit.slug)
      await acting.succeed(coordinator, importToolkit, {
        slug: toolkit.slug,
        language: 'en',
        sections,
        images: [],
        seen,
      })
      const ids = await idsByWords()
      const rules = Object((await stored()).rules).toSorted((one: Fields) => (one.demand === 'fixed' ? -1 : 1))
      expect(rules).toMatchObject([
        { demand: 'fixed', block: { en: ids.get(newer) } },
        { demand: 'fill-in', block: { en: ids.get(HOTLINE) } },
      ])
      expect(ids.get(HOTLINE), 'the same paragraph').toBe(before.get(HOTLINE))
    }
  })

  test('is told before an import which rules it removes, and in which languages a section goes', async () => {
    await setRules([await fixed(CALL), await fillIn(HOTLINE)])
    const other = toolkit.sections.find(({ title }) => title === 'Other')?.key ?? ''
    const french = { title: 'Autre', body: typed('Un texte français.') }
    const there = { toolkit: toolkit.id, key: other, language: 'fr' }
    await acting.succeed(coordinator, saveSection, { ...there, seen: 1, ...french })
    const sections = [section('Danger', [LISTEN, CALL])]
    const previewed = await acting.previewOfImport(coordinator, { slug: toolkit.slug, sections })
    expect(previewed).toMatchObject({
      sections: [{ rulesGone: [{ demand: 'fill-in', words: HOTLINE }] }],
      gone: [{ key: other, alsoIn: [{ language: 'fr', words: 3 }] }],
    })
  })

  test('loses a rule by an import that no longer has the paragraph', async () => {
    await setRules([await fixed(CALL), await fillIn(HOTLINE)])
    const sections = [section('Danger', [LISTEN, CALL]), section('Other', ['Text.'])]
    const seen = await acting.seenForImport(coordinator, toolkit.slug)
    const input = { slug: toolkit.slug, language: 'en', sections, images: [], seen }
    await acting.succeed(coordinator, importToolkit, input)
    expect(await demands()).toEqual(['fixed'])
  })
})

describe('a country', () => {
  beforeEach(async () => {
    await setRules([await fixed(CALL), { field: 'title', block: null, demand: 'fixed', guidance: '' }])
    await release('2.0')
    variant = await given.variant({ toolkit, country: 'ie', languages: ['en', 'el'] })
  })

  test('adapts everything else, moves the fixed paragraph, adds, and leaves the section out', async () => {
    const [listen, call, hotline] = await bodyNow()
    const body = toLexical([hotline, words('Ours.')[0], call, listen].flatMap((one) => one ?? []))
    await acting.succeed(variant.lead, adaptSection, { ...at(), seen: 0, body, reason: 'other', summary: 'Ours.' })
    await acting.succeed(variant.lead, supplementSection, { ...at(), seen: 1, addition: typed('And here.') })
    const why = { reason: 'other', explanation: 'Not here.' }
    await acting.succeed(variant.lead, omitSection, { ...at(), seen: 2, ...why })
  })

  test.each(['adapt-section', 'save-national-section'])('is refused another wording by %s', async (name) => {
    const [action, more] =
      name === 'adapt-section' ? [adaptSection, {}] : [saveNationalSection, { mode: 'adapt' as const }]
    const write = { ...at(), seen: 0, reason: 'other', ...more }
    const changed = await acting.refuse(variant.lead, action as typeof adaptSection, { ...write, body: typed('Ours.') })
    expect(changed).toMatchObject({
      keys: ['refusal.part-fixed'],
      params: { part: 'words', words: CALL, language: 'en' },
    })
    const title = await acting.refuse(variant.lead, action as typeof adaptSection, { ...write, title: 'Ours' })
    expect(title).toMatchObject({ keys: ['refusal.part-fixed'], params: { part: 'title' } })
  })

  test('translates the fixed parts into a language that the common framework does not have', async () => {
    const greek = { ...at('el'), seen: 0, title: 'Κίνδυνος', body: typed('Καλέστε το 112.') }
    await acting.succeed(variant.lead, translateSection, greek)
    const adapted = { ...at('el'), seen: 1, mode: 'adapt', body: typed('Δικό μας.'), reason: 'other' }
    await acting.succeed(variant.lead, saveNationalSection, adapted)
  })

  test('is refused when it restores or brings back a text that changes them', async () => {
    const other = await given.variant({ toolkit: await older(), country: 'ie', languages: ['en'] })
    const there = { variant: other.id, key, language: 'en' }
    const ours = { ...there, seen: 0, body: typed('Call us.'), reason: 'other' }
    await acting.succeed(other.lead, adaptSection, ours)
    await setRules([await fixed(CALL)])
    const newest = await release('2.0')
    const decision = { ...there, seen: 1, release: newest, choice: 'accept' }
    await acting.succeed(other.lead, decideOnUpdate, decision)
    const back = await acting.refuse(other.lead, bringBackSection, { ...there, seen: 2, revision: 1 })
    expect(back.keys).toEqual(['refusal.part-fixed'])
    const part = { kind: 'fields', fields: ['body'] }
    const field = await acting.refuse(other.lead, bringBackSection, { ...there, seen: 2, revision: 1, part })
    expect(field.keys).toEqual(['refusal.part-fixed'])
    const [listen, call] = await bodyNow()
    const kept = { ...there, seen: 2, body: toLexical([listen, call].flatMap((one) => one ?? [])), reason: 'other' }
    await acting.succeed(other.lead, adaptSection, kept)
    await acting.succeed(other.lead, restoreSection, { ...there, seen: 3 })
  })

  test('does not keep what a release fixes, combines the rest with it, and can take the decision back', async () => {
    const other = await given.variant({ toolkit: await older(), country: 'ie', languages: ['en'] })
    const there = { variant: other.id, key, language: 'en' }
    const body = (await bodyNow()).map((block) =>
      saidBy(block) === CALL ? { ...words('Call us.')[0], id: block.id } : block,
    )
    const ours = [...body, ...words('In Ireland too.')] as RichText
    await acting.succeed(other.lead, adaptSection, { ...there, seen: 0, body: toLexical(ours), reason: 'other' })
    await setRules([await fixed(CALL)])
    const decision = { ...there, seen: 1, release: await release('2.0') }
    for (const choice of ['keep', 'not-for-us']) {
      const { keys } = await acting.refuse(other.lead, decideOnUpdate, { ...decision, choice })
      expect(keys).toEqual(['refusal.part-fixed'])
    }
    const written = { body: { en: typed('Ours alone.') } }
    const edited = await acting.refuse(other.lead, decideOnUpdate, { ...decision, choice: 'combine', written })
    expect(edited.keys).toEqual(['refusal.part-fixed'])
    await acting.succeed(other.lead, decideOnUpdate, { ...decision, choice: 'combine' })
    expect(await readIn(other)).toEqual([LISTEN, CALL, HOTLINE, 'In Ireland too.'])
    const [recorded] = await acting.stored('update-decisions', { variant: { equals: other.id } })
    await acting.succeed(other.lead, takeBackUpdate, { decision: recorded?.id, seen: 2, language: 'en' })
    expect(await readIn(other)).toEqual([LISTEN, 'Call us.', HOTLINE, 'In Ireland too.'])
  })

  test('cannot write past the actions', async () => {
    await acting.succeed(variant.lead, adaptSection, { ...at(), seen: 0, summary: 'Ours.', reason: 'other' })
    const { id } = await acting.ownSectionOf(variant.id, key)
    const sent = await application.request(variant.lead, 'PATCH', `/api/variant-sections/${id}?locale=en`, {
      title: 'Ours',
    })
    expect(sent.status).toBe(403)
    expect(await acting.ownSectionOf(variant.id, key)).toMatchObject({ rev: 1 })
    const direct = await application.request(variant.lead, 'PATCH', `/api/sections/${(await stored()).id}?locale=en`, {
      rules: [],
    })
    expect(direct.status).toBe(403)
  })
})

describe('a part to be filled in', () => {
  test('keeps a version from being sent until the country has written its own there', async () => {
    await setRules([{ ...(await fillIn(HOTLINE)), guidance: 'Name the national hotline and its hours.' }])
    await release('2.0')
    variant = await given.variant({ toolkit, country: 'ie' })
    const send = async () => acting.refuse(variant.lead, submitEdition, await acting.seenNow(variant.edition))
    expect(await send()).toMatchObject({
      keys: ['refusal.part-to-fill-in'],
      params: { section: 'Danger', part: 'words', words: HOTLINE },
    })
    await acting.succeed(variant.lead, supplementSection, { ...at(), seen: 0, addition: typed('And here.') })
    expect((await send()).keys).toEqual(['refusal.part-to-fill-in'])
    const body = toLexical([...(await bodyNow()).slice(0, 2), ...words('Ring 1800 1800, day and night.')])
    await acting.succeed(variant.lead, adaptSection, { ...at(), seen: 1, body, reason: 'national-service' })
    await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
  })
})

function section(title: string, lines: string[]): ImportedSection {
  return { source: 'test', depth: 1, title, body: lines.flatMap((line) => words(line)) }
}

function at(language = 'en') {
  return { variant: variant.id, key, language }
}

const stored = () => acting.sectionOf(toolkit.id, key)
const place = async () => ({ toolkit: toolkit.id, key, language: 'en', seen: Number((await stored()).rev) })

async function setRules(rules: unknown[]): Promise<void> {
  await acting.succeed(coordinator, saveSection, { ...(await place()), rules })
}

async function demands(): Promise<unknown[]> {
  const rules: { demand: unknown }[] = Object((await stored()).rules ?? [])
  return rules
    .map(({ demand }) => demand)
    .toSorted()
    .toReversed()
}

async function bodyNow(): Promise<RichText> {
  return fromLexical(Object((await stored()).body).en)
}

function saidBy({ runs: [run] }: RichText[number]): string {
  return run?.type === 'text' ? run.text : ''
}

async function idsByWords(): Promise<Map<string, string>> {
  return new Map((await bodyNow()).map((block) => [saidBy(block), block.id]))
}

const ruleOn = async (line: string, demand: string) => ({
  ...{ field: 'body', demand, guidance: '' },
  block: (await idsByWords()).get(line),
})
const fixed = (line: string) => ruleOn(line, 'fixed')
const fillIn = (line: string) => ruleOn(line, 'fill-in')

async function release(version: string): Promise<string> {
  return (await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version }))).id
}

async function releasedContent(): Promise<Fields> {
  const releases = await acting.releasesOf(toolkit.id, 'master')
  return acting.blobOf(manifestOf(releases.at(-1)).get(key)?.blob)
}

/** Another toolkit with the same text, of which no release has rules. */
async function older(): Promise<Toolkit> {
  toolkit = await given.toolkit({ sections: [section('Danger', [LISTEN, CALL, HOTLINE])] })
  key = toolkit.sections[0]?.key ?? ''
  return toolkit
}

async function readIn({ id, lead }: Variant): Promise<string[]> {
  return ((await acting.resolvedSection(lead, { variant: id, key })).content.body.en ?? []).map(saidBy)
}
