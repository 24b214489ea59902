import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { bringBackSection } from '@/actions/bringBackSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { omitSection } from '@/actions/omitSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { restoreSection } from '@/actions/restoreSection'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

const GREEK = 'Bring back the whole text in Greek'
const ENGLISH = 'Bring back the whole text in English'
const WHOLE = 'Bring back the whole section'
const UNDO = 'Undo: '
const UNREAD = 'Text that readers did not see moved to the history'

let application: Application
let acting: Acting
let given: ReturnType<typeof factoriesFor>
let toolkit: Toolkit

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  toolkit = await given.toolkit()
})

afterAll(() => application.stop())

/** A section of a new national version, its writer, and its history as the writer sees it. */
async function section(country: string, languages: ('en' | 'el')[] = ['en', 'el']) {
  const { edition, id, lead } = await given.variant({ country, toolkit, languages })
  const where = { variant: id, key: toolkit.sections[0]?.key ?? '' }
  let seen = 0
  return {
    lead,
    where,
    submit: async () => acting.succeed(lead, submitEdition, await acting.seenNow(edition)),
    restoring: async () => {
      const { RestoreView } = await import('@/admin/history/RestoreView')
      const segments = ['version', id, 'section', where.key, 'restore']
      return wordsOf(await htmlOfScreen(application, { person: lead, view: RestoreView, segments }))
    },
    do: async (action: Parameters<Acting['succeed']>[1], input: object) => {
      await acting.succeed(lead, action, { ...where, language: 'el', ...input, seen })
      seen += 1
    },
    refuse: async (action: Parameters<Acting['refuse']>[1], input: object) =>
      (await acting.refuse(lead, action, { ...where, language: 'el', ...input, seen })).keys,
    history: async (from?: number, lang = 'el') => {
      const { HistoryView } = await import('@/admin/history/HistoryView')
      const segments = ['version', id, 'section', where.key, 'history']
      const searchParams = { lang, ...(from ? { from: String(from) } : {}) }
      return wordsOf(await htmlOfScreen(application, { person: lead, view: HistoryView, segments, searchParams }))
    },
  }
}

const translation = { title: 'Τίτλος', body: typed('Κείμενο.') }
const own = { title: 'Δικός μας', body: typed('Λόγια.'), reason: 'other' }
const inGreek = { part: { kind: 'whole' }, languages: ['el'] }

describe('the whole text of a language', () => {
  test('never makes a section unused, or used again, for readers of another language', async () => {
    const of = await section('cy')
    await of.do(translateSection, translation)
    await of.do(omitSection, { reason: 'other', explanation: 'Not here.' })
    expect(await of.refuse(bringBackSection, { ...inGreek, revision: 1 })).toEqual(['refusal.bring-back-whole'])
    const leftOut = await of.history(1)
    for (const words of [GREEK, 'Bring back as it was then', 'Bring back this part'])
      expect(leftOut).not.toContain(words)
    for (const words of [WHOLE, 'so you can bring back only the whole section']) expect(leftOut).toContain(words)
    await of.do(translateSection, { ...translation, title: 'Άλλος' })
    await of.do(bringBackSection, { revision: 1 })
    expect(await of.refuse(bringBackSection, { ...inGreek, revision: 3 })).toEqual(['refusal.bring-back-whole'])
    expect(await of.history(3)).not.toContain(GREEK)
  })

  test('can be restored if that changes something in the language, and only then', async () => {
    const of = await section('fr')
    await of.do(translateSection, translation)
    await of.do(translateSection, { ...translation, title: 'Άλλος' })
    const page = await of.history(1)
    for (const words of [GREEK, 'Bring back as it was then']) expect(page).toContain(words)
    expect(page).not.toContain('bring back only the whole')
    const inEnglish = await of.history(1, 'en')
    expect(inEnglish).not.toContain(ENGLISH)
    expect(inEnglish).toContain(WHOLE)
    const alone = await section('gb', ['el'])
    await alone.do(translateSection, translation)
    await alone.do(translateSection, { ...translation, title: 'Άλλος' })
    const inOne = await alone.history(1)
    expect(inOne, 'of a version in one language that is the section').not.toContain(GREEK)
    expect(inOne).toContain(WHOLE)
  })

  test('is not taken from readers by equal own words that the current choice does not show', async () => {
    const of = await section('mt')
    await of.do(adaptSection, { ...translation, reason: 'other' })
    await of.do(supplementSection, { language: 'en', addition: typed('More.') })
    await of.do(translateSection, { ...translation, asTranslation: true })
    expect(await of.history(1)).not.toContain(GREEK)
    expect(await of.refuse(bringBackSection, { ...inGreek, revision: 1 })).toEqual(['refusal.bring-back-whole'])
  })

  test('is offered for removal only if it contains national words', async () => {
    const of = await section('hr')
    await of.do(translateSection, translation)
    await of.do(translateSection, { ...translation, title: 'Άλλος' })
    expect(await of.history(1), 'a translation stays').not.toContain('Restore common text')
    await of.do(adaptSection, { language: 'en', title: 'Ours', reason: 'other', explanation: 'Why.' })
    expect(await of.history(1)).toContain('Restore common text')
  })

  test('is restored as the translation that it was, from a time when the section was adapted', async () => {
    const of = await section('it')
    await of.do(translateSection, translation)
    await of.do(adaptSection, { language: 'en', title: 'Ours', reason: 'other', explanation: 'Why.' })
    await of.do(supplementSection, { language: 'en', addition: typed('More.') })
    await of.do(translateSection, { ...translation, title: 'Λάθος' })
    expect(await of.history(2)).toContain(GREEK)
    await of.do(bringBackSection, { ...inGreek, revision: 2 })
    const page = await of.history()
    expect(page).toContain('An earlier text has been brought back')
    const { docs } = await application.payload.find({
      collection: 'variant-sections',
      where: { variant: { equals: of.where.variant } },
      locale: 'el',
      depth: 0,
      overrideAccess: true,
    })
    expect(docs).toMatchObject([{ mode: 'supplement', title: 'Τίτλος', translated: ['el'] }])
  })
})

test('removed words that nobody read are reported, can be undone, and can be restored from the history', async () => {
  const of = await section('es')
  await of.do(adaptSection, own)
  await of.do(supplementSection, { language: 'en', addition: typed('More.') })
  const part = (field: string) => ({ part: { kind: 'fields', fields: [field] }, languages: ['el'] })
  for (const field of ['title', 'body']) {
    await of.do(restoreSection, part(field))
    const page = await of.history(2)
    for (const words of [UNREAD, UNDO, WHOLE]) expect(page, field).toContain(words)
    expect(page, field).not.toContain('Nothing was removed')
  }
  await of.do(bringBackSection, { revision: 3 })
  const undone = await of.history(2)
  expect(undone, 'what takes back has nothing more to undo').not.toContain(UNDO)
  expect(undone, 'the title is still in the history').toContain(WHOLE)
})

test('the first entry of a section that a country took from the common framework says what it changed', async () => {
  const of = await section('de')
  await of.do(adaptSection, { language: 'en', title: 'Ours', reason: 'other', explanation: 'Why.' })
  const page = await of.history(undefined, 'en')
  expect(page).toContain('Common text became Adapted')
  expect(page).not.toContain('Section started')
})

test('the first entry says what it changed in the common text on which the section stood then', async () => {
  const framework = await given.toolkit({ titles: ['Kept', 'Accepted', 'Edited'] })
  const { id, lead } = await given.variant({ country: 'lu', toolkit: framework })
  const where = (at: number) => ({ variant: id, key: framework.sections[at]?.key ?? '', language: 'en', seen: 0 })
  const ours = { title: 'Edited', body: typed('Common text of Edited. And ours.'), reason: 'other' }
  await acting.succeed(lead, adaptSection, { ...where(2), ...ours })
  const coordinator = await given.coordinator()
  for (const { key, rev, title } of framework.sections) {
    const body = typed(`Common text of ${title}. Three new words.`)
    await acting.succeed(coordinator, saveSection, { toolkit: framework.id, key, seen: rev, language: 'en', body })
  }
  const next = await acting.toRelease({ toolkit: framework.id, version: '2.0' })
  const release = (await acting.succeed(coordinator, releaseMaster, next)).id
  await acting.succeed(lead, decideOnUpdate, { ...where(0), release, choice: 'keep', reason: 'other' })
  await acting.succeed(lead, decideOnUpdate, { ...where(1), release, choice: 'accept' })
  await acting.succeed(lead, decideOnUpdate, { ...where(2), seen: 1, release, choice: 'accept' })
  const { HistoryView } = await import('@/admin/history/HistoryView')
  const said = async (at: number) => {
    const segments = ['version', id, 'section', where(at).key, 'history']
    return wordsOf(await htmlOfScreen(application, { person: lead, view: HistoryView, segments }))
  }
  expect(await said(0)).toMatch(/1 entry Common text became Adapted · Reason or source changed \d/)
  expect(await said(1)).toMatch(/1 entry Text \(English\): 3 words added \d/)
  expect(await said(2)).toMatch(/ Common text became Adapted · Text \(English\): 2 words added … \d/)
})

test('text that is restored again after an undo can be undone at once, like the first time', async () => {
  const of = await section('pt')
  const english = { ...own, language: 'en', title: 'Ours' }
  await of.do(adaptSection, english)
  await of.do(restoreSection, {})
  for (let time = 1; time <= 2; time++) {
    const restored = await of.history()
    for (const words of ['Common text restored', UNDO]) expect(restored, `time ${time}`).toContain(words)
    await of.do(bringBackSection, { revision: 1 })
    const undone = await of.history()
    expect(undone, 'what takes back has nothing more to undo').not.toContain(UNDO)
    expect(undone).toContain('Undone: the text is as it was before')
    expect(undone).not.toContain('An earlier text has been brought back')
    expect(undone, 'the list').toContain('Undone: Common text became Adapted')
    await of.do(restoreSection, {})
  }
  await of.do(adaptSection, { ...english, title: 'Other' })
  await of.do(bringBackSection, { revision: 1 })
  const again = 'Undo: go back to the text before'
  for (let time = 1; time <= 2; time++) {
    expect(await of.history(), `time ${time}`).toContain(again)
    await of.do(bringBackSection, { revision: 7 })
    expect(await of.history()).not.toContain(again)
    await of.do(bringBackSection, { revision: 1 })
  }
})

test('before a text is restored in an edition that was sent, the screen says that it becomes a draft again', async () => {
  const of = await section('se', ['en'])
  const english = { ...own, language: 'en', title: 'Ours' }
  await of.do(adaptSection, english)
  await of.do(adaptSection, { ...english, title: 'Other' })
  await of.do(bringBackSection, { language: 'en', revision: 1 })
  const screens = async () => ({
    undo: (await of.history(undefined, 'en')).split(UNDO)[0],
    restore: await of.restoring(),
  })
  const says = 'it becomes a draft again, and you must send it again.'
  const timesInHistory = async () => (await of.history(2, 'en')).split(says).length - 1
  for (const [screen, words] of Object.entries(await screens())) expect(words, screen).not.toContain(says)
  expect(await timesInHistory()).toBe(0)
  await of.submit()
  for (const [screen, words] of Object.entries(await screens())) expect(words, screen).toContain(says)
  expect(await timesInHistory()).toBe(1)
  // With nothing to undo, it is said over the comparison.
  await of.do(adaptSection, { ...english, title: 'Another' })
  await of.submit()
  expect(await of.history(undefined, 'en')).not.toContain(UNDO)
  expect(await timesInHistory()).toBe(1)
})

test('the history of a section that is used again says what was written, and not that the common text was', async () => {
  const of = await section('nl', ['en'])
  await of.do(omitSection, { language: 'en', reason: 'other', explanation: 'Not here.' })
  await of.do(adaptSection, { language: 'en', title: 'Ours', reason: 'other' })
  const page = await of.history(undefined, 'en')
  expect(page).toContain('Not used here became Adapted · Title (English): 1 word added')
  expect(page).toContain('The section is used again. Its text is compared with the common text.')
  expect(page).not.toContain('Text (English)')
})
