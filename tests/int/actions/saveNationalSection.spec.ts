import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { omitSection } from '@/actions/omitSection'
import { restoreSection } from '@/actions/restoreSection'
import { saveNationalSection } from '@/actions/saveNationalSection'
import { supplementSection } from '@/actions/supplementSection'
import type { ImportedSection } from '@/domain/importing'
import { textOf } from '@/domain/richText/walk'
import type { Policy } from '@/domain/section'
import { toLexical } from '@/lexical/toLexical'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type Acting, actingOn, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let editor: Person
let translator: Person
let toolkit: Toolkit
let variant: Variant

const TITLES = [
  'Both',
  'Refused',
  'Adapted',
  'Left out',
  'Own words',
  'Translated',
  'Hidden',
  'Late',
  'Changed',
  'Reasons',
  'Returned',
  'Unmarked',
  'Again',
  'Unseen',
  'Unchanged',
] as const

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  toolkit = await given.toolkit({
    sections: [...TITLES.map((title) => section(title)), section('Fixed', { policy: 'supplement-only' })],
  })
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'cy' }] })
  translator = await given.person({ roles: [{ role: 'translator', country: 'cy' }] })
})

afterAll(() => application.stop())

describe('saving a national section', () => {
  test('stores an addition and the translation of the common text in one revision, and records both', async () => {
    const place = at('Both', 'el')
    const written = { mode: 'supplement', addition: typed('Και εδώ.'), title: 'Και τα δύο', body: typed('Κείμενο.') }
    const result = await acting.succeed(editor, saveNationalSection, { ...place, seen: 0, ...written })
    expect(result).toEqual({ key: place.key, rev: 1 })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(own).toMatchObject({ mode: 'supplement', title: { el: 'Και τα δύο' }, translated: ['el'], rev: 1 })
    expect(wordsIn(own.addition, 'el')).toBe('Και εδώ.')
    const revisions = await acting.revisionsOf('variant-sections', own.id)
    expect(revisions.map(({ did, partial }) => [did, partial])).toEqual([['save-national-section', false]])
    expect((await acting.auditOf('cy')).slice(-2)).toMatchObject([
      { action: 'section.supplement', actor: editor.id, details: { language: 'el', rev: 1 } },
      { action: 'section.translate', actor: editor.id, details: { language: 'el', rev: 1 } },
    ])
    expect(await acting.editionOf(variant.edition)).toMatchObject({ contributors: [editor.id] })
  })

  test('stores nothing of the first part if the second one is refused', async () => {
    const written = { mode: 'supplement', addition: typed('Και εδώ.'), title: 'Τίτλος', body: typed('Κείμενο.') }
    const summary = 'Η κοινή έκδοση δεν έχει περίληψη.'
    const refused = { ...at('Refused', 'el'), seen: 0, ...written, summary }
    expect((await acting.refuse(editor, saveNationalSection, refused)).keys).toEqual([
      'refusal.nothing-to-translate-summary',
    ])
    expect(await ownSections(refused.key)).toEqual([])
  })

  test('writes the country’s own words with the paragraphs of the common text, and keeps what was not sent', async () => {
    const place = at('Adapted', 'en')
    const body = toLexical(await commonBody(place.key))
    const first = { ...place, seen: 0, mode: 'adapt', title: 'Mine', body, reason: 'other' }
    await acting.succeed(editor, saveNationalSection, first)
    await acting.succeed(editor, saveNationalSection, { ...place, seen: 1, mode: 'adapt', title: 'Ours' })
    const { content, entry } = await acting.resolvedSection(editor, place)
    expect(content.title.en).toBe('Ours')
    expect(content.body.en?.map(({ id }) => id)).toEqual((await commonBody(place.key)).map(({ id }) => id))
    expect(entry).toMatchObject({ mode: 'adapt', reason: 'other' })
  })

  test('removes the reason together with the choice that it was given for, in every language', async () => {
    const place = at('Adapted', 'el')
    const why = { reason: 'national-law', explanation: 'Ο νόμος.' }
    await acting.succeed(editor, saveNationalSection, { ...place, seen: 2, mode: 'adapt', ...why })
    const rest = { ...at('Adapted', 'en'), seen: 3, mode: 'supplement', addition: typed('More.') }
    const { rev } = await acting.succeed(editor, saveNationalSection, rest)
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect([own.mode, own.reason, Object(own.explanation).el ?? null, own.rev]).toEqual(['supplement', null, null, rev])
  })

  test('requires a reason for a section that is left out, and keeps it if only its sources are changed', async () => {
    const place = at('Left out', 'en')
    const { keys } = await acting.refuse(editor, saveNationalSection, {
      ...place,
      seen: 0,
      mode: 'omit',
      reason: 'other',
    })
    expect(keys).toEqual(['refusal.omit-explanation-missing'])
    const why = { reason: 'does-not-exist-here', explanation: 'There is no such office.' }
    await acting.succeed(editor, saveNationalSection, { ...place, seen: 0, mode: 'omit', ...why })
    await acting.succeed(editor, saveNationalSection, { ...place, seen: 1, mode: 'omit', sources: 'Act 1' })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(own).toMatchObject({
      mode: 'omit',
      reason: why.reason,
      explanation: { en: why.explanation },
      sources: 'Act 1',
    })
  })

  test('turns the country’s own words into the translation only if the request says so', async () => {
    const place = at('Own words', 'el')
    const own = { mode: 'adapt', title: 'Δικά μας', body: typed('Δικό μας κείμενο.'), reason: 'other' }
    await acting.succeed(editor, saveNationalSection, { ...place, seen: 0, ...own })
    const chosen = { ...place, seen: 1, mode: 'supplement', addition: typed('Και εδώ.') }
    const { keys } = await acting.refuse(editor, saveNationalSection, { ...chosen, title: 'Διορθωμένα' })
    expect(keys).toEqual(['refusal.own-words'])
    await acting.succeed(editor, saveNationalSection, chosen)
    expect((await acting.resolvedSection(editor, place)).content.title.el).toBeUndefined()
    const { rev } = await acting.ownSectionOf(variant.id, place.key)
    const said = { ...place, seen: rev, mode: 'supplement', asTranslation: true }
    const replaced = { ...said, title: 'Του μεταφραστή', body: typed('Άλλο κείμενο.') }
    for (const save of [said, replaced])
      expect((await acting.refuse(translator, saveNationalSection, save)).keys).toEqual(['refusal.translate-own-words'])
    expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({ title: { el: 'Δικά μας' }, rev })
    await acting.succeed(editor, saveNationalSection, said)
    const { content, entry } = await acting.resolvedSection(editor, place)
    expect([content.title.el, textOf(content.body.el ?? []), textOf(content.addition.el ?? [])]).toEqual([
      'Δικά μας',
      'Δικό μας κείμενο.',
      'Και εδώ.',
    ])
    expect(entry.provenance.title).toMatchObject({ el: 'translation' })
  })

  test('does not read the release of the common text again', async () => {
    const save = { ...at('Again', 'en'), mode: 'adapt' }
    await acting.succeed(editor, saveNationalSection, { ...save, seen: 0, title: 'Ours', reason: 'other' })
    const find = vi.spyOn(application.payload.db, 'find')
    await acting.succeed(editor, saveNationalSection, { ...save, seen: 1, title: 'Ours again' })
    const read = find.mock.calls.map(([{ collection }]) => collection)
    find.mockRestore()
    expect(read).toContain('variant-sections')
    expect(read).not.toContain('releases')
  })

  test('takes characters that nobody sees for no words', async () => {
    const save = { ...at('Unseen', 'en'), seen: 0 }
    const reasons = { mode: 'omit', reason: 'other', explanation: '\u200b' }
    for (const [written, key] of [
      [{ mode: 'adapt', title: '\u200b', reason: 'other' }, 'refusal.bad-input'],
      [reasons, 'refusal.omit-explanation-missing'],
      [{ mode: 'supplement', addition: typed('\u200b') }, 'refusal.bring-back-same'],
    ] as const)
      expect((await acting.refuse(editor, saveNationalSection, { ...save, ...written })).keys).toEqual([key])
    expect(await ownSections(save.key)).toEqual([])
  })

  test('lets a translator translate and nothing else', async () => {
    const place = { ...at('Translated', 'el'), seen: 0 }
    const words = { title: 'Τίτλος', body: typed('Κείμενο.') }
    for (const more of [
      { mode: 'adapt', ...words },
      { mode: 'inherit', ...words, reason: 'other' },
      { mode: 'supplement', addition: typed('Και εδώ.') },
    ])
      expect((await acting.refuse(translator, saveNationalSection, { ...place, ...more })).keys).toEqual([
        'refusal.role-edit',
      ])
    const english = { ...at('Translated', 'en'), seen: 0, mode: 'inherit', title: 'Other' }
    expect((await acting.refuse(translator, saveNationalSection, english)).keys).toEqual(['refusal.role-edit'])
    await acting.succeed(translator, saveNationalSection, { ...place, mode: 'inherit', ...words })
    // The text that was not typed again stays part of the translation.
    await acting.succeed(translator, saveNationalSection, { ...place, seen: 1, mode: 'inherit', title: 'Καλύτερος' })
    const { content } = await acting.resolvedSection(translator, place)
    expect([content.title.el, textOf(content.body.el ?? [])]).toEqual(['Καλύτερος', 'Κείμενο.'])
  })

  test.each([
    ['a text that the choice hides', { mode: 'supplement', addition: typed('More.'), body: typed('Hidden.') }, 'body'],
    ['the common text, which is chosen on another screen', { mode: 'inherit' }, 'mode'],
  ])('refuses what it would not store: %s', async (_, written, field) => {
    const place = at('Hidden', 'en')
    const [own] = await ownSections(place.key)
    const seen = own
      ? own.rev
      : (await acting.succeed(editor, saveNationalSection, { ...place, seen: 0, mode: 'adapt', title: 'Ours' })).rev
    const outcome = await acting.perform(editor, saveNationalSection, { ...place, seen, ...written })
    expect(outcome).toMatchObject({ ok: false, because: [{ key: 'refusal.bad-input', field }] })
    expect((await acting.ownSectionOf(variant.id, place.key)).rev).toBe(seen)
  })

  test('refuses words that should become the translation where they would be the country’s own', async () => {
    for (const [language, mode] of [
      ['el', 'adapt'],
      ['en', 'adapt'],
      ['en', 'supplement'],
    ] as const) {
      const words = mode === 'adapt' ? { title: 'Ours' } : { addition: typed('More.') }
      const place = at('Unmarked', language)
      const save = { ...place, seen: 0, mode, ...words, asTranslation: true }
      const outcome = await acting.perform(editor, saveNationalSection, save)
      expect(outcome).toMatchObject({ ok: false, because: [{ key: 'refusal.bad-input', field: 'asTranslation' }] })
      expect(await ownSections(place.key)).toEqual([])
    }
  })

  test('refuses a choice that a section of the country alone does not have', async () => {
    const after = at('Both', 'en').key
    const added = { variant: variant.id, after, language: 'en', title: 'Consulates', body: typed('Ours.') }
    const { key, rev } = await acting.succeed(editor, addSection, added)
    for (const mode of ['inherit', 'adapt', 'supplement', 'omit']) {
      const input = { variant: variant.id, key, language: 'en', seen: rev, mode, title: 'Embassies' }
      const outcome = await acting.perform(editor, saveNationalSection, input)
      expect([mode, outcome]).toMatchObject([mode, { because: [{ key: 'refusal.bad-input', field: 'mode' }] }])
    }
    expect(await acting.ownSectionOf(variant.id, key)).toMatchObject({
      mode: 'local',
      title: { en: 'Consulates' },
      rev,
    })
  })

  test('refuses what changes nothing, and keeps the approval of the edition', async () => {
    const approved = await given.edition({ country: 'ie', toolkit, state: 'approved' })
    const { lead, id } = approved.variant
    const untouched = { ...at('Late', 'en'), variant: id, seen: 0 }
    const written = { ...untouched, key: toolkit.sections[0]?.key, seen: 1 }
    const common = { title: 'Late', body: toLexical(await commonBody(untouched.key)) }
    const saves = [
      { ...untouched, mode: 'inherit' },
      { ...untouched, mode: 'supplement' },
      { ...untouched, mode: 'supplement', addition: typed('') },
      { ...untouched, mode: 'adapt' },
      { ...untouched, mode: 'adapt', ...common },
      { ...untouched, mode: 'adapt', ...common, reason: 'other' },
      { ...written, mode: 'adapt', reason: 'national-law' },
      { ...written, mode: 'adapt', body: typed('Our own words.') },
    ]
    const answers = []
    for (const save of saves) answers.push(await acting.refuse(lead, saveNationalSection, save))
    answers.push(await acting.refuse(lead, supplementSection, { ...untouched, addition: typed('') }))
    answers.push(await acting.refuse(lead, adaptSection, untouched))
    answers.push(await acting.refuse(lead, adaptSection, { ...written, reason: 'national-law' }))
    expect(answers.map(({ keys }) => keys)).toEqual(answers.map(() => ['refusal.bring-back-same']))
    expect(await acting.editionOf(approved.id)).toMatchObject({ state: 'approved', rev: approved.rev })
  })

  test('stores what readers do not get yet: reasons, sources, and a choice that hides or shows stored words', async () => {
    const place = at('Changed', 'en')
    const saves = [
      { mode: 'adapt', title: 'Ours', reason: 'other' },
      { mode: 'adapt', reason: 'national-law' },
      { mode: 'adapt', explanation: 'The Act says so.' },
      { mode: 'adapt', sources: 'Act 1' },
      { mode: 'supplement', addition: typed('More.') },
      { mode: 'adapt' },
      { mode: 'supplement' },
      { mode: 'omit', reason: 'other', explanation: 'Not here.' },
      { mode: 'adapt' },
    ]
    for (const [seen, save] of saves.entries()) {
      const { rev } = await acting.succeed(editor, saveNationalSection, { ...place, seen, ...save })
      expect(rev).toBe(seen + 1)
    }
    const { content, entry } = await acting.resolvedSection(editor, place)
    expect([content.title.en, entry.mode]).toEqual(['Ours', 'adapt'])
  })

  test('asks for the first addition if the choice would only remove the country’s own words', async () => {
    const place = at('Reasons', 'en')
    await acting.succeed(editor, saveNationalSection, {
      ...place,
      seen: 0,
      mode: 'adapt',
      title: 'Ours',
      reason: 'other',
    })
    const outcome = await acting.perform(editor, saveNationalSection, { ...place, seen: 1, mode: 'supplement' })
    expect(outcome).toMatchObject({ ok: false, because: [{ key: 'refusal.bad-input', field: 'addition' }] })
  })

  test('asks for a changed word in place of another choice, unless the country has kept its own words', async () => {
    const place = at('Unchanged', 'en')
    const omitted = { mode: 'omit', reason: 'other', explanation: 'Not here.' }
    const again = { mode: 'adapt', reason: 'other' }
    let seen = 0
    const save = async (written: object) => {
      const result = await acting.succeed(editor, saveNationalSection, { ...place, seen, ...written })
      seen = Number(result.rev)
    }
    const refusal = async (written = {}) => {
      const outcome = await acting.perform(editor, saveNationalSection, { ...place, seen, ...again, ...written })
      return outcome.ok ? null : outcome.because[0]
    }
    const lacksChange = { key: 'refusal.bad-input', field: 'body' }
    await save(omitted)
    expect(await refusal(), 'left out before').toMatchObject(lacksChange)
    await save({ mode: 'supplement', addition: typed('More.') })
    expect(await refusal(), 'supplemented before').toMatchObject(lacksChange)
    await save({ ...again, title: 'Ours' })
    await save(omitted)
    const typedBack = { key: 'refusal.common-words' }
    expect(await refusal({ title: 'Unchanged' }), 'typed back to the common words').toMatchObject(typedBack)
    // The words in English come back, whatever the language in which the choice is made.
    await save({ ...again, language: 'el' })
    const { content, entry } = await acting.resolvedSection(editor, place)
    expect([content.title.en, entry.mode]).toEqual(['Ours', 'adapt'])
    await save({ mode: 'adapt', title: 'Unchanged' })
    await save(omitted)
    expect(await refusal(), 'the kept words are the common ones').toMatchObject(lacksChange)
  })

  test('lets a country return to the common text from a choice without words', async () => {
    const place = { ...at('Returned', 'en'), seen: 0 }
    const why = { reason: 'other', explanation: 'Not here.' }
    await acting.succeed(editor, omitSection, { ...place, ...why })
    await acting.succeed(editor, supplementSection, { ...place, seen: 1, addition: typed('') })
    await acting.succeed(editor, restoreSection, { ...place, seen: 2 })
    expect((await acting.ownSectionOf(variant.id, place.key)).mode).toBe('inherit')
  })

  test('refuses what the common framework does not allow', async () => {
    const written = { ...at('Fixed', 'en'), seen: 0, mode: 'adapt', title: 'Ours', reason: 'other' }
    expect((await acting.refuse(editor, saveNationalSection, written)).keys).toEqual([
      'refusal.policy-supplement-only-adapt',
    ])
  })

  test('is refused if the person saw an older revision, shows what is stored, and stores no part', async () => {
    const place = at('Late', 'el')
    const written = { mode: 'supplement', addition: typed('Και εδώ.'), title: 'Τίτλος', body: typed('Κείμενο.') }
    await acting.succeed(editor, saveNationalSection, { ...place, seen: 0, ...written })
    const late = { ...place, seen: 0, ...written, title: 'Άλλος' }
    const { keys, saved } = await acting.refuse(variant.lead, saveNationalSection, late)
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: 1, updatedBy: editor.id, texts: { title: 'Τίτλος' } })
  })
})

function at(title: string, language: string) {
  const key = toolkit.sections.find((one) => one.title === title)?.key ?? ''
  return { variant: variant.id, key, language }
}

async function commonBody(key: string) {
  const { content } = await acting.resolvedSection(variant.lead, { variant: variant.id, key })
  return content.body.en ?? []
}

function ownSections(key: string) {
  return acting.stored('variant-sections', { and: [{ variant: { equals: variant.id } }, { key: { equals: key } }] })
}

function section(title: string, { policy = 'free' }: { policy?: Policy } = {}): ImportedSection {
  return { source: 'document', depth: 1, title, body: words(`Common text of ${title}.`), policy }
}
