import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { bringBackCommonSection } from '@/actions/bringBackCommonSection'
import { bringBackSection } from '@/actions/bringBackSection'
import { omitSection } from '@/actions/omitSection'
import { restoreSection } from '@/actions/restoreSection'
import { saveSection } from '@/actions/saveSection'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import type { ImportedSection } from '@/domain/importing'
import { LANGUAGES } from '@/domain/language'
import { block, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { TEXT_FIELDS } from '@/domain/section'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import { loadSectionRevisions, loadVariantSectionRevisions } from '@/stored/revisions'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant, words } from '../setup/factories'
import { type Acting, actingOn, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let coordinator: Person
let lead: Person
let editor: Person
let stranger: Person
let toolkit: Toolkit
let variant: Variant

const TITLES = [
  'Undone',
  'Of old',
  'One language',
  'Paragraphs',
  'Grown',
  'Raced',
  'Seen',
  'Policy',
  'Left out',
  'Translated',
  'Emptied',
  'Adapted and translated',
  'Translated twice',
  'Supplemented',
  'Left out between',
  'Written as one',
  'Adapted after',
  'Translated while out',
  'Common',
  'Named',
]
/** Sections with a summary that can be translated. */
const WITH_A_SUMMARY = ['Translated twice', 'Adapted after']

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  const sections = TITLES.map(
    (title): ImportedSection => ({
      source: 'x',
      depth: 1,
      title,
      ...(WITH_A_SUMMARY.includes(title) ? { summary: 'In short.' } : {}),
      body: [...words('First.'), ...words('Second.'), ...words('Third.')],
    }),
  )
  toolkit = await given.toolkit({ sections })
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  lead = variant.lead
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'cy' }] })
  stranger = await given.person({ roles: [{ role: 'national-lead', country: 'ie' }] })
})

afterAll(() => application.stop())

const OURS = { title: 'Ours', summary: 'In short.', body: typed('Our words.'), reason: 'other', sources: 'Law 1' }

describe('undoing “Restore common text”', () => {
  test('restores every word, reason and language, as a new revision', async () => {
    const place = at('Undone')
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, ...OURS, explanation: 'So it is here.' })
    await acting.succeed(editor, adaptSection, {
      ...place,
      language: 'el',
      seen: 1,
      title: 'Δικό μας',
      body: typed('Κ.'),
    })
    const before = await acting.ownSectionOf(variant.id, place.key)
    const { rev } = await acting.succeed(lead, restoreSection, { ...place, seen: 2 })
    const undone = await acting.succeed(lead, bringBackSection, { ...place, seen: rev, revision: 2 })
    expect(undone.rev).toBeGreaterThan(rev)
    const after = await acting.ownSectionOf(variant.id, place.key)
    expect(stateOf(after)).toEqual(stateOf(before))
    expect(after.updatedBy).toBe(lead.id)
    expect((await acting.auditOf('cy')).at(-1)).toMatchObject({
      action: 'section.bring-back',
      actor: lead.id,
      details: { from: 2, rev: undone.rev, part: 'whole' },
    })
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })

  test('adds one entry to the history for each step, with the person, the role and the method', async () => {
    const revisions = await historyOf(lead, 'Undone', { limit: 3 })
    expect(revisions.map(({ did, as, by }) => [did, as, by])).toEqual([
      ['bring-back-section', 'national-lead', lead.id],
      ['restore-section', 'national-lead', lead.id],
      ['adapt-section', 'national-editor', editor.id],
    ])
    const oldest = await historyOf(lead, 'Undone', { limit: 3, upTo: 1 })
    expect(oldest).toMatchObject([{ rev: 1, document: { title: { en: 'Ours' } } }])
  })

  test('is refused if somebody has written in the meantime', async () => {
    const place = at('Undone')
    const { rev } = await acting.ownSectionOf(variant.id, place.key)
    const late = { ...place, seen: Number(rev) - 1, revision: 1 }
    const { keys, saved } = await acting.refuse(editor, bringBackSection, late)
    expect([keys, saved.rev]).toEqual([['refusal.stale'], rev])
  })
})

describe('restoring an earlier text', () => {
  test('from three revisions ago keeps the revisions in between in the history', async () => {
    const place = at('Of old')
    for (const [seen, body] of ['Oldest.', 'Older.', 'Old.', 'New.'].entries()) {
      await acting.succeed(editor, adaptSection, { ...place, seen, body: typed(body), reason: 'other' })
    }
    await acting.succeed(lead, bringBackSection, { ...place, seen: 4, revision: 1 })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(wordsIn(own.body)).toBe('Oldest.')
    const kept = await acting.revisionsOf('variant-sections', own.id)
    expect(kept.map(({ body }) => wordsIn(body))).toEqual(['Oldest.', 'Older.', 'Old.', 'New.', 'Oldest.'])
  })

  test('needs an existing entry', async () => {
    const place = at('Of old')
    expect((await acting.refuse(lead, bringBackSection, { ...place, seen: 5, revision: 99 })).keys).toEqual([
      'refusal.revision-unknown',
    ])
    expect((await acting.refuse(lead, bringBackSection, { ...at('Seen'), seen: 0, revision: 1 })).keys).toEqual([
      'refusal.revision-unknown',
    ])
    expect((await acting.refuse(lead, bringBackSection, { ...place, seen: 5, revision: 1 })).keys).toEqual([
      'refusal.bring-back-same',
    ])
  })
})

describe('restoring a part', () => {
  test('in one language does not change the other language and the reason', async () => {
    const place = at('One language')
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, ...OURS })
    await acting.succeed(editor, adaptSection, { ...place, language: 'el', seen: 1, title: 'Δικό μας' })
    await acting.succeed(lead, restoreSection, { ...place, seen: 2, languages: ['en'] })
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(own).toMatchObject({ mode: 'adapt', reason: 'other', sources: 'Law 1', title: { el: 'Δικό μας' } })
    const { content } = await acting.resolvedSection(lead, place)
    expect(content.title).toEqual({ en: 'One language', el: 'Δικό μας' })
    expect(textOf(content.body.en ?? [])).toBe('First.\nSecond.\nThird.')
  })

  test('of one paragraph does not change the others, nor does one field change the others', async () => {
    const place = at('Paragraphs')
    const common = (await acting.resolvedSection(lead, place)).content.body.en ?? []
    const [first, second, third] = common
    if (!first || !second || !third) throw new Error('The common text has three paragraphs')
    const ours = [first, { ...second, runs: words('Second, here.')[0]?.runs ?? [] }, third, ...words('Fourth.')]
    await acting.succeed(editor, adaptSection, {
      ...place,
      seen: 0,
      title: 'Ours',
      body: toLexical(ours),
      reason: 'other',
    })
    const part = { kind: 'blocks', field: 'body', ids: [second.id] }
    await acting.succeed(lead, restoreSection, { ...place, seen: 1, part, languages: ['en'] })
    const then = await acting.resolvedSection(lead, place)
    expect(textOf(then.content.body.en ?? [])).toBe('First.\nSecond.\nThird.\nFourth.')
    const fields = { kind: 'fields', fields: ['body'] }
    await acting.succeed(lead, restoreSection, { ...place, seen: 2, part: fields, languages: ['en'] })
    const { content, entry } = await acting.resolvedSection(lead, place)
    expect([content.title.en, textOf(content.body.en ?? []), entry.mode]).toEqual([
      'Ours',
      'First.\nSecond.\nThird.',
      'adapt',
    ])
    const nothing = await acting.refuse(lead, restoreSection, { ...place, seen: 3, part: fields })
    expect(nothing.keys).toEqual(['refusal.nothing-to-restore'])
  })

  test('of paragraphs is refused if the text would be larger than a text that can be saved', async () => {
    const place = at('Grown')
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, body: contacts, reason: 'other' })
    await acting.succeed(editor, adaptSection, { ...place, seen: 1, body: paragraphs, reason: 'other' })
    const part = { kind: 'blocks', field: 'body', ids: Array.from({ length: 600 }, (_, n) => `contact-${n}`) }
    const earlier = { ...place, seen: 2, revision: 1, part, languages: ['en'] }
    expect(await acting.refuse(lead, bringBackSection, earlier)).toMatchObject({
      keys: ['refusal.text-too-large'],
      params: { percent: 158, where: 'body' },
    })
    expect((await acting.resolvedSection(lead, place)).content.body.en?.length).toBe(4_900)
    const few = { ...earlier, part: { ...part, ids: part.ids.slice(0, 10) } }
    await acting.succeed(lead, bringBackSection, few)
  })

  test('of an unused section is only possible for the whole section', async () => {
    const place = at('Left out')
    await acting.succeed(lead, omitSection, { ...place, seen: 0, reason: 'other', explanation: 'Not here.' })
    const part = { kind: 'fields', fields: ['title'] }
    expect((await acting.refuse(lead, restoreSection, { ...place, seen: 1, part })).keys).toEqual([
      'refusal.bring-back-whole',
    ])
  })
})

test('restoring the common text of an unused section keeps its translation, unless the country had adapted it', async () => {
  const place = { ...at('Translated'), language: 'el' }
  await acting.succeed(editor, translateSection, { ...place, seen: 0, title: 'Μετάφραση', body: typed('Κ.') })
  const leftOut = { reason: 'other', explanation: 'Not here.' }
  // Left out twice: the earlier state of the country is two revisions back.
  for (const seen of [1, 2])
    await acting.succeed(lead, omitSection, { ...place, seen, ...leftOut, sources: `Law ${seen}` })
  await acting.succeed(lead, restoreSection, { ...place, seen: 3 })
  expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({
    mode: 'inherit',
    title: { el: 'Μετάφραση' },
  })

  await acting.succeed(editor, adaptSection, { ...place, seen: 4, title: 'Δικό μας', reason: 'other' })
  await acting.succeed(lead, omitSection, { ...place, seen: 5, ...leftOut })
  await acting.succeed(lead, restoreSection, { ...place, seen: 6 })
  const dropped = await acting.ownSectionOf(variant.id, place.key)
  expect([dropped.mode, Object(dropped.title).el ?? null]).toEqual(['inherit', null])

  // The words restored are those of that time, whatever was done since: adapted, then left out (6), or translated, then
  // left out (3).
  for (const [seen, revision, kept] of [
    [7, 6, null],
    [9, 3, 'Μετάφραση'],
  ] as const) {
    await acting.succeed(lead, bringBackSection, { ...place, seen, revision })
    await acting.succeed(lead, restoreSection, { ...place, seen: seen + 1 })
    const { mode, title } = await acting.ownSectionOf(variant.id, place.key)
    expect([mode, Object(title).el ?? null]).toEqual(['inherit', kept])
  }
})

test('undoing restores that a country emptied a field, and does not show the common text instead', async () => {
  const place = at('Emptied')
  await acting.succeed(editor, adaptSection, {
    ...place,
    seen: 0,
    title: 'Ours',
    summary: '',
    body: typed(''),
    reason: 'other',
  })
  const shown = async () => {
    const { content, entry } = await acting.resolvedSection(lead, place)
    return [content.summary.en ?? '', textOf(content.body.en ?? []), entry.provenance.body?.en]
  }
  const emptied = await shown()
  expect(emptied).toEqual(['', '', 'national'])
  await acting.succeed(lead, restoreSection, { ...place, seen: 1 })
  expect(await shown()).not.toEqual(emptied)
  await acting.succeed(lead, bringBackSection, { ...place, seen: 2, revision: 1 })
  expect(await shown()).toEqual(emptied)
})

describe('words that a country wrote as its own, where the common framework has none', () => {
  const ours = { title: 'Δικό μας', summary: 'Με λίγα λόγια.', body: typed('Δικά μας λόγια.'), reason: 'other' }
  const leftOut = { reason: 'other', explanation: 'Not here.' }
  const addition = { addition: typed('Και εδώ.'), reason: 'other' }

  test('do not count as a translation once the section is only supplemented, and are removed with the rest', async () => {
    for (const [title, isLeftOut] of [
      ['Supplemented', false],
      ['Left out between', true],
    ] as const) {
      const place = { ...at(title), language: 'el' }
      await acting.succeed(editor, adaptSection, { ...place, seen: 0, ...ours })
      if (isLeftOut) await acting.succeed(lead, omitSection, { ...place, seen: 1, ...leftOut })
      const seen = isLeftOut ? 2 : 1
      await acting.succeed(editor, supplementSection, { ...place, seen, ...addition })
      expect(await shownInGreek(place)).toEqual({
        mode: 'supplement',
        title: undefined,
        body: undefined,
        origin: MISSING,
      })
      await acting.succeed(lead, restoreSection, { ...place, seen: seen + 1 })
      expect(await shownInGreek(place)).toEqual({ mode: 'inherit', title: undefined, body: undefined, origin: MISSING })
      expect(stateOf(await acting.ownSectionOf(variant.id, place.key))).toMatchObject({ title: null, body: null })
    }
  })

  test("become a translation if somebody marks them as one, without the country's own summary", async () => {
    const place = { ...at('Written as one'), language: 'el' }
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, ...ours })
    await acting.succeed(editor, supplementSection, { ...place, seen: 1, ...addition })
    const { title, body } = ours
    const asked = { ...place, seen: 2, title, body }
    // Readers would get them as the common text, so the person must say that they are a translation.
    expect((await acting.refuse(editor, translateSection, asked)).keys).toEqual(['refusal.own-words'])
    expect(await shownInGreek(place)).toMatchObject({ title: undefined, origin: MISSING })
    await acting.succeed(editor, translateSection, { ...asked, asTranslation: true })
    const shown = { title, body: 'Δικά μας λόγια.', origin: { ...MISSING, title: 'translation', body: 'translation' } }
    expect(await shownInGreek(place)).toEqual({ mode: 'supplement', ...shown })
    await acting.succeed(lead, restoreSection, { ...place, seen: 3 })
    expect(await shownInGreek(place)).toEqual({ mode: 'inherit', ...shown })
  })

  test('stay its own if they are saved as a translation while the section is adapted', async () => {
    const place = { ...at('Adapted and translated'), language: 'el' }
    const { title, body } = ours
    await acting.succeed(editor, adaptSection, { ...place, language: 'en', seen: 0, title: 'Ours', reason: 'other' })
    await acting.succeed(editor, translateSection, { ...place, seen: 1, title, body })
    await acting.succeed(editor, supplementSection, { ...place, seen: 2, ...addition })
    expect(await shownInGreek(place)).toMatchObject({ title: undefined, origin: MISSING })
  })

  test('keep the summary of a translation if a new translation does not name it', async () => {
    const place = { ...at('Translated twice'), language: 'el' }
    const { title, summary, body } = ours
    await acting.succeed(editor, translateSection, { ...place, seen: 0, title, summary, body })
    await acting.succeed(editor, translateSection, { ...place, seen: 1, title: 'Άλλος', body })
    expect(await acting.ownSectionOf(variant.id, place.key)).toMatchObject({
      title: { el: 'Άλλος' },
      summary: { el: summary },
    })
  })

  test('are its own again if the country adapts what was a translation', async () => {
    const place = { ...at('Adapted after'), language: 'el' }
    const { title, summary, body } = ours
    await acting.succeed(editor, translateSection, { ...place, seen: 0, title: 'Μετάφραση', summary, body })
    await acting.succeed(editor, adaptSection, { ...place, language: 'en', seen: 1, title: 'Ours', reason: 'other' })
    await acting.succeed(editor, supplementSection, { ...place, seen: 2, ...addition })
    expect(await shownInGreek(place)).toMatchObject({ title: 'Μετάφραση' })
    await acting.succeed(editor, adaptSection, { ...place, seen: 3, title, reason: 'other' })
    await acting.succeed(editor, supplementSection, { ...place, seen: 4, ...addition })
    const missing = { ...MISSING, summary: 'missing' }
    expect(await shownInGreek(place)).toMatchObject({ title: undefined, origin: missing })
    await acting.succeed(lead, bringBackSection, { ...place, seen: 5, revision: 3 })
    expect(await shownInGreek(place)).toMatchObject({ title: 'Μετάφραση', origin: { title: 'translation' } })
  })

  test('a translation written while the section is left out stays when its text is restored', async () => {
    const place = { ...at('Translated while out'), language: 'el' }
    await acting.succeed(lead, omitSection, { ...place, seen: 0, ...leftOut })
    await acting.succeed(lead, translateSection, { ...place, seen: 1, title: 'Μετάφραση', body: typed('Κ.') })
    await acting.succeed(lead, restoreSection, { ...place, seen: 2 })
    expect(await shownInGreek(place)).toMatchObject({ title: 'Μετάφραση', origin: { title: 'translation' } })
  })
})

describe('a paragraph', () => {
  test('is restored in the given languages only, and writes nothing in others', async () => {
    const place = at('Named')
    const id = 'second'
    const body = (second: string) => toLexical([...words('Kept.'), block('paragraph', { id, runs: [text(second)] })])
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, body: body('Was so.'), reason: 'other' })
    await acting.succeed(editor, adaptSection, { ...place, seen: 1, body: body('Is so.'), reason: 'other' })
    const part = { kind: 'blocks', field: 'body', ids: [id] }
    const back = { ...place, seen: 2, revision: 1, part }
    for (const action of [bringBackSection, restoreSection]) {
      const { keys, params } = await acting.refuse(lead, action, back)
      expect([keys, params.where]).toEqual([['refusal.bad-input'], 'languages'])
    }
    const common = { toolkit: toolkit.id, key: place.key, language: 'en', seen: 1, revision: 1, part }
    expect((await acting.refuse(coordinator, bringBackCommonSection, common)).params.where).toBe('languages')
    const { rev } = await acting.succeed(lead, bringBackSection, { ...back, languages: ['en', 'el', 'fr'] })
    expect(rev).toBe(3)
    const own = await acting.ownSectionOf(variant.id, place.key)
    expect(Object.keys(Object(withoutNothing(own.body)))).toEqual(['en'])
    expect(wordsIn(own.body)).toBe('Kept.\nWas so.')
  })
})

describe('the choice of a country for a section', () => {
  test('is restored with its text', async () => {
    const place = at('Policy')
    await acting.succeed(editor, adaptSection, { ...place, seen: 0, ...OURS })
    await acting.succeed(editor, supplementSection, { ...place, seen: 1, addition: typed('Added.') })
    await acting.succeed(coordinator, bringBackSection, { ...place, seen: 2, revision: 1 })
    expect((await acting.ownSectionOf(variant.id, place.key)).mode).toBe('adapt')
  })
})

describe('people who may see the drafts of a country', () => {
  test('see its history, and nobody else does', async () => {
    for (const person of [lead, editor, coordinator])
      expect((await historyOf(person, 'Undone', { limit: 10 })).length).toBeGreaterThan(2)
    expect(await historyOf(stranger, 'Undone', { limit: 10 })).toEqual([])
  })
})

describe('two people who restore a text at once', () => {
  test('cannot both do it', async () => {
    const place = at('Raced')
    for (const [seen, body] of ['Oldest.', 'Older.', 'Old.'].entries())
      await acting.succeed(editor, adaptSection, { ...place, seen, body: typed(body) })
    const outcomes = await Promise.all(
      [1, 2].map((revision) => acting.perform(lead, bringBackSection, { ...place, seen: 3, revision })),
    )
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await acting.ownSectionOf(variant.id, place.key)).rev).toBe(4)
  })
})

describe('a section of the common framework', () => {
  test('gets an earlier text again in all its languages, with its settings', async () => {
    const place = { toolkit: toolkit.id, key: at('Common').key }
    const save = (language: string, seen: number, more: Fields) =>
      acting.succeed(coordinator, saveSection, { ...place, language, seen, ...more })
    const { rev: first } = await acting.sectionOf(toolkit.id, place.key)
    const seen = Number(first)
    await save('el', seen, { title: 'Κοινό', body: typed('Ένα.'), policy: 'national' })
    const before = await acting.sectionOf(toolkit.id, place.key)
    await save('en', seen + 1, { title: 'Other', body: typed('Other.'), policy: 'free', guidance: 'Check.' })
    await save('el', seen + 2, { title: 'Άλλο' })
    const back = { ...place, language: 'en', seen: seen + 3, revision: seen + 1 }
    const { rev } = await acting.succeed(coordinator, bringBackCommonSection, back)
    const after = await acting.sectionOf(toolkit.id, place.key)
    const texts = ({ title, summary, body, guidance, policy }: Fields) =>
      withoutNothing({ title, summary, body, guidance, policy })
    expect(texts(after)).toEqual(texts(before))
    expect((await acting.auditOf('master')).at(-1)).toMatchObject({
      action: 'section.bring-back',
      details: { from: seen + 1, rev },
    })
    const req = await createLocalReq({ user: { ...(await userOf(coordinator)) } }, application.payload)
    const revisions = await loadSectionRevisions({ req, id: String(after.id), limit: 1 })
    expect(revisions).toMatchObject([{ rev, did: 'bring-back-common-section', as: 'coordinator' }])
  })

  test('gets one paragraph again', async () => {
    const place = { toolkit: toolkit.id, key: at('Common').key, language: 'en' }
    const stored = await acting.sectionOf(toolkit.id, place.key)
    const seen = Number(stored.rev)
    const common = await acting.resolvedSection(lead, at('Common'))
    const [first] = common.content.body.en ?? []
    const ids = [first?.id]
    await acting.succeed(coordinator, saveSection, { ...place, seen, body: toLexical(words('All new.')) })
    const part = { kind: 'blocks', field: 'body', ids }
    await acting.succeed(coordinator, bringBackCommonSection, {
      ...place,
      seen: seen + 1,
      revision: seen,
      part,
      languages: ['en'],
    })
    expect(wordsIn((await acting.sectionOf(toolkit.id, place.key)).body)).toContain('First.')
  })

  test('does not get paragraphs again with which it would be larger than a text that can be saved', async () => {
    const place = { toolkit: toolkit.id, key: at('Named').key, language: 'en' }
    const seen = Number((await acting.sectionOf(toolkit.id, place.key)).rev)
    await acting.succeed(coordinator, saveSection, { ...place, seen, body: contacts })
    await acting.succeed(coordinator, saveSection, { ...place, seen: seen + 1, body: paragraphs })
    const part = { kind: 'blocks', field: 'body', ids: Array.from({ length: 600 }, (_, n) => `contact-${n}`) }
    const earlier = { ...place, seen: seen + 2, revision: seen + 1, part, languages: ['en'] }
    expect(await acting.refuse(coordinator, bringBackCommonSection, earlier)).toMatchObject({
      keys: ['refusal.text-too-large'],
    })
  })

  test('stores one restored paragraph once, whatever languages are given, and nothing if it is already there', async () => {
    const place = { toolkit: toolkit.id, key: at('Named').key, language: 'en' }
    const stored = await acting.sectionOf(toolkit.id, place.key)
    const seen = Number(stored.rev)
    const common = fromLexical(Object(stored.body).en)
    await acting.succeed(coordinator, saveSection, { ...place, seen, body: toLexical(common.slice(0, -1)) })
    const part = { kind: 'blocks', field: 'body', ids: [common.at(-1)?.id] }
    const back = { ...place, revision: seen, part, languages: LANGUAGES }
    const { rev } = await acting.succeed(coordinator, bringBackCommonSection, { ...back, seen: seen + 1 })
    expect(rev).toBe(seen + 2)
    const now = await acting.sectionOf(toolkit.id, place.key)
    expect(withoutNothing(now.body)).toEqual(withoutNothing(stored.body))
    const { keys } = await acting.refuse(coordinator, bringBackCommonSection, { ...back, seen: rev })
    expect(keys).toEqual(['refusal.bring-back-same'])
  })
})

const MISSING = { title: 'missing', summary: 'common', body: 'missing' }

/** The text of a section that Greek readers get, and its origin. */
async function shownInGreek(place: { variant: string; key: string }) {
  const { content, entry } = await acting.resolvedSection(lead, place)
  const body = content.body.el && textOf(content.body.el)
  const origin = Object.fromEntries(TEXT_FIELDS.map((field) => [field, entry.provenance[field]?.el]))
  return { mode: entry.mode, title: content.title.el, body, origin }
}

/** Two texts that have nothing in common. Together they are more than one text can hold. */
const contacts = toLexical(
  Array.from({ length: 600 }, (_, n) =>
    block('contact', {
      id: `contact-${n}`,
      children: [block('field', { attrs: { name: 'name' }, runs: [text(`Office ${n}`)] })],
    }),
  ),
)
const paragraphs = toLexical(Array.from({ length: 4_900 }, (_, n) => words(`p${n}`)).flat())

function at(title: string, language = 'en') {
  const section = toolkit.sections.find((one) => one.title === title)
  return { variant: variant.id, key: String(section?.key), language }
}

async function userOf({ id }: Person) {
  const user = await application.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })
  return { ...user, collection: 'users' as const }
}

async function historyOf(person: Person, title: string, asked: { limit: number; upTo?: number }) {
  const own = await acting.ownSectionOf(variant.id, at(title).key)
  const req = await createLocalReq({ user: await userOf(person) }, application.payload)
  return loadVariantSectionRevisions({ req, id: String(own.id), ...asked })
}

const STATE = [
  'mode',
  'title',
  'summary',
  'body',
  'addition',
  'reason',
  'explanation',
  'sources',
  'translated',
  'translatedFrom',
] as const

/** What is stored, without empty languages. */
function stateOf(own: Fields): unknown {
  return Object.fromEntries(STATE.map((name) => [name, withoutNothing(own[name])]))
}

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing)
  if (typeof value !== 'object' || value === null) return value ?? null
  const kept = Object.entries(value).map(([name, one]) => [name, withoutNothing(one)] as const)
  const found = kept.filter(([, one]) => one !== null)
  return found.length > 0 ? Object.fromEntries(found) : null
}
