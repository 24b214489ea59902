import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { omitSection } from '@/actions/omitSection'
import { restoreSection } from '@/actions/restoreSection'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { textOf } from '@/domain/richText/walk'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { type Acting, actingOn, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let translator: Person
let toolkit: Toolkit
let variant: Variant

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  toolkit = await given.toolkit()
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  translator = await given.person({ roles: [{ role: 'translator', country: 'cy' }] })
})

afterAll(() => application.stop())

describe('translating the common text', () => {
  test('stores it in the country’s language, as a translation and not as a difference', async () => {
    const result = await acting.succeed(translator, translateSection, { ...at(0), seen: 0, ...GREEK })
    expect(result).toEqual({ key: at(0).key, rev: 1 })
    const own = await acting.ownSectionOf(variant.id, at(0).key)
    expect(own).toMatchObject({ mode: 'inherit', title: { el: 'Πριν αρχίσετε' }, updatedBy: translator.id })
    const { entry, content } = await acting.resolvedSection(translator, at(0))
    expect(entry).toMatchObject({
      mode: 'inherit',
      provenance: { title: { en: 'common', el: 'translation' }, body: { en: 'common', el: 'translation' } },
    })
    expect(content.title).toEqual({ en: 'Before you start', el: 'Πριν αρχίσετε' })
    expect(textOf(content.body.el ?? [])).toBe('Κείμενο.')
    expect(textOf(content.body.en ?? [])).toBe('Common text of Before you start.')
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({
      action: 'section.translate',
      actor: translator.id,
      details: { language: 'el', rev: 1 },
    })
    expect(await acting.editionOf(variant.edition)).toMatchObject({
      contributors: [translator.id],
      lastEditedBy: translator.id,
    })
  })

  test('can be improved later, and the earlier words are kept', async () => {
    const better = { ...at(0), seen: 1, ...GREEK, body: typed('Καλύτερο κείμενο.') }
    await acting.succeed(variant.lead, translateSection, better)
    const own = await acting.ownSectionOf(variant.id, at(0).key)
    const revisions = await acting.revisionsOf('variant-sections', own.id)
    expect(revisions.map(({ body, updatedBy }) => [wordsIn(body, 'el'), updatedBy])).toEqual([
      ['Κείμενο.', translator.id],
      ['Καλύτερο κείμενο.', variant.lead.id],
    ])
  })

  test("does not change the country's choice for the section", async () => {
    await acting.succeed(variant.lead, supplementSection, { ...at(1, 'en'), seen: 0, addition: typed('And ours.') })
    await acting.succeed(translator, translateSection, { ...at(1), seen: 1, ...GREEK })
    const { entry, content } = await acting.resolvedSection(translator, at(1))
    expect(entry).toMatchObject({ mode: 'supplement', provenance: { title: { el: 'translation' } } })
    expect(textOf(content.addition.en ?? [])).toBe('And ours.')
  })

  test('is refused if the person saw an older revision, and the answer shows what is stored', async () => {
    const { keys, saved } = await acting.refuse(translator, translateSection, { ...at(0), seen: 1, ...GREEK })
    expect(keys).toEqual(['refusal.stale'])
    expect(saved).toMatchObject({ rev: 2, updatedBy: variant.lead.id, texts: { title: 'Πριν αρχίσετε' } })
    expect(textOf(Object(saved.texts).body)).toBe('Καλύτερο κείμενο.')
  })

  test('is refused in a language that the common framework already has', async () => {
    const english = { ...at(2, 'en'), seen: 0, title: 'Other words', body: typed('Other words.') }
    expect(await acting.refuse(translator, translateSection, english)).toMatchObject({
      keys: ['refusal.translation-exists'],
      params: { language: 'en' },
    })
  })

  test('is refused for a summary that the common framework lacks: readers would get it as the common text', async () => {
    const written = { ...at(2), seen: 0, ...GREEK, summary: 'Ο γιατρός ενημερώνει την αστυνομία.' }
    const { keys } = await acting.refuse(translator, translateSection, written)
    expect(keys).toEqual(['refusal.nothing-to-translate-summary'])
  })

  test('does not store white space as words: another language replaces a text that contains nothing else', async () => {
    const other = await factoriesFor(application).variant({ toolkit, country: 'gr', languages: ['en', 'el'] })
    const where = { ...at(0), variant: other.id }
    const blank = { summary: ' \n ', body: typed('  ') }
    await acting.succeed(other.lead, translateSection, { ...where, seen: 0, ...GREEK, ...blank })
    expect((await acting.ownSectionOf(other.id, where.key)).summary).toEqual({ el: '' })
    const { content, entry } = await acting.resolvedSection(other.lead, where)
    expect(content.body.el).toBeUndefined()
    expect(entry.provenance).toMatchObject({ title: { el: 'translation' }, body: { el: 'missing' } })
  })

  test('is refused in a language that the version does not use', async () => {
    const french = { ...at(2, 'fr'), seen: 0, title: 'Orientation', body: typed('Texte.') }
    expect((await acting.refuse(translator, translateSection, french)).keys).toEqual(['refusal.language-not-used'])
  })

  test('is only possible in an adapted section for people who may change its text', async () => {
    const ours = { ...at(2), seen: 0, title: 'Δικά μας', body: typed('Το δικό μας κείμενο.') }
    await acting.succeed(variant.lead, adaptSection, { ...ours, reason: 'national-law' })
    const theirs = { ...at(2), seen: 1, ...GREEK }
    expect((await acting.refuse(translator, translateSection, theirs)).keys).toEqual(['refusal.translate-adapted'])
    expect((await acting.ownSectionOf(variant.id, at(2).key)).title).toEqual({ el: 'Δικά μας' })
    const marked = await acting.perform(variant.lead, translateSection, { ...theirs, asTranslation: true })
    expect(marked).toMatchObject({ ok: false, because: [{ key: 'refusal.bad-input', field: 'asTranslation' }] })
    await acting.succeed(variant.lead, translateSection, { ...theirs, title: 'Του υπευθύνου' })
    const why = { reason: 'other', explanation: 'Δεν ισχύει εδώ.' }
    await acting.succeed(variant.lead, omitSection, { ...at(2), seen: 2, ...why })
    const unused = { ...theirs, seen: 3 }
    expect((await acting.refuse(translator, translateSection, unused)).keys).toEqual(['refusal.translate-omitted'])
    await acting.succeed(variant.lead, restoreSection, { ...at(2), seen: 3 })
  })

  test('gives no right to change the text', async () => {
    const ours = { ...at(2), seen: 4, title: 'Δικά μας' }
    expect((await acting.refuse(translator, adaptSection, ours)).keys).toEqual(['refusal.role-edit'])
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })
})

const GREEK = { title: 'Πριν αρχίσετε', body: typed('Κείμενο.') }

function at(place: number, language = 'el') {
  return { variant: variant.id, key: String(toolkit.sections[place]?.key), language }
}
