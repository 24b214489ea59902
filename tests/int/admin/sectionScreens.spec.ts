import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { restoreSection } from '@/actions/restoreSection'
import { saveSection } from '@/actions/saveSection'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { type AskedScreen, htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let variant: Variant

/** Ireland has changed each of the three common sections, added a fourth, and published twice. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit()
  const { variant: started } = await given.edition({ state: 'published', toolkit })
  variant = started
  for (const { key } of toolkit.sections.slice(1)) {
    const own = { variant: variant.id, key, seen: 0, language: 'en', body: typed('Ours.'), reason: 'other' }
    await acting.succeed(variant.lead, adaptSection, own)
  }
  const added = { variant: variant.id, after: toolkit.sections[0]?.key, language: 'en', title: 'Only here' }
  await acting.succeed(variant.lead, addSection, { ...added, body: typed('Only ours.') })
  const words = { toolkit: toolkit.id, key: second(), seen: 1, language: 'en', body: typed('Newer common words.') }
  await acting.succeed(coordinator, saveSection, words)
  await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version: '2.0' }))
})

afterAll(() => application.stop())

function second(): string {
  return toolkit.sections[1]?.key ?? ''
}

const SCREENS = {
  'the editor of a national section': async () => ({
    person: variant.lead,
    view: (await import('@/admin/editor/VariantSectionView')).VariantSectionView,
    segments: ['version', variant.id, 'section', second()],
  }),
  'the history of a national section': async () => ({
    person: variant.lead,
    view: (await import('@/admin/history/HistoryView')).HistoryView,
    segments: ['version', variant.id, 'section', second(), 'history'],
  }),
  'the common text beside a national section': async () => ({
    person: variant.lead,
    view: (await import('@/admin/sides/SidesView')).SidesView,
    segments: ['version', variant.id, 'section', second(), 'sides'],
  }),
  'the screen that restores the common text': async () => ({
    person: variant.lead,
    view: (await import('@/admin/history/RestoreView')).RestoreView,
    segments: ['version', variant.id, 'section', second(), 'restore'],
  }),
  'the editor of a common section': async () => ({
    person: coordinator,
    view: (await import('@/admin/editor/MasterSectionView')).MasterSectionView,
    segments: ['framework', toolkit.id, 'section', second()],
  }),
  'the history of a common section': async () => ({
    person: coordinator,
    view: (await import('@/admin/history/CommonHistoryView')).CommonHistoryView,
    segments: ['framework', toolkit.id, 'section', second(), 'history'],
  }),
} satisfies Record<string, () => Promise<AskedScreen>>

/** A screen, and the documents that the database returned for it. */
async function opened(screen: AskedScreen) {
  const found: { collection: string; doc: Record<string, unknown> }[] = []
  const { db } = application.payload
  const find = vi.spyOn(db, 'find')
  const html = await htmlOfScreen(application, screen)
  for (const [index, [{ collection }]] of find.mock.calls.entries()) {
    const { docs } = Object(await find.mock.results[index]?.value)
    found.push(...docs.map((doc: Record<string, unknown>) => ({ collection, doc })))
  }
  find.mockRestore()
  const countOf = (collection: string, field: string) =>
    found.filter((one) => one.collection === collection && field in one.doc).length
  return { words: wordsOf(html), countOf }
}

describe.each(Object.entries(SCREENS))('%s', (name, screenOf) => {
  test('reads the texts of its section, and of no other', async () => {
    const screen = await screenOf()
    const { countOf } = await opened(screen)
    expect(countOf('variant-sections', 'body'), 'national texts').toBe(name.includes('common section') ? 0 : 1)
    expect(countOf('sections', 'body'), 'common texts').toBe(name.includes('common section') ? 1 : 0)
    expect(countOf('blobs', 'json'), 'released texts').toBeLessThanOrEqual(1)
  })

  test('reads no pictures of releases, and their sections only once', async () => {
    const screen = await screenOf()
    await opened(screen)
    const { countOf } = await opened(screen)
    expect(countOf('releases', 'version')).toBeGreaterThan(name.includes('restores') ? 0 : 1)
    expect(countOf('releases', 'pictures')).toBe(0)
    expect(countOf('releases', 'manifest')).toBe(0)
  })

  test('numbers its section among all sections that readers get', async () => {
    const { words } = await opened(await screenOf())
    // The section that Ireland added is before it.
    expect(words).toContain(name.includes('common section') ? '2 The conversation' : '3 The conversation')
  })
})

test('a section that only the country has is read without a text of the common framework', async () => {
  const { docs } = await application.payload.find({
    collection: 'variant-sections',
    where: { and: [{ variant: { equals: variant.id } }, { mode: { equals: 'local' } }] },
    depth: 0,
    overrideAccess: true,
  })
  const screen = await SCREENS['the editor of a national section']()
  const key = String(docs[0]?.key)
  const { countOf, words } = await opened({
    ...screen,
    segments: ['version', variant.id, 'section', key],
  })
  expect(words).toContain('2 Only here')
  expect(countOf('blobs', 'json')).toBe(0)
})

test('the editor of a national section knows in which other languages the choice is explained', async () => {
  const { lead, id } = await given.variant({ toolkit, country: 'ch', languages: ['en', 'fr', 'de', 'it'] })
  const shownIn = async (language: string) => {
    const { view } = await SCREENS['the editor of a national section']()
    const segments = ['version', id, 'section', second()]
    return (await opened({ person: lead, view, segments, searchParams: { lang: language } })).words
  }
  const place = { variant: id, key: second(), reason: 'other' }
  for (const [seen, language] of (['en', 'de', 'fr'] as const).entries()) {
    const own = { ...place, seen, language, body: typed(`Ours: ${language}.`), explanation: `Why: ${language}.` }
    await acting.succeed(lead, adaptSection, own)
  }
  await acting.succeed(lead, adaptSection, { ...place, seen: 3, language: 'fr', explanation: '' })
  expect(await shownIn('fr')).toContain('Also explained in English and German.')
  expect(await shownIn('en')).toContain('Also explained in German.')
})

test('a section that nobody has is not there', async () => {
  const screen = await SCREENS['the editor of a national section']()
  const { words } = await opened({ ...screen, segments: ['version', variant.id, 'section', 'none'] })
  expect(words).toContain('Page not found')
})

describe('for a person who saved a section last', () => {
  test('a kept text is read only if the last save can be undone', async () => {
    const findVersions = vi.spyOn(application.payload.db, 'findVersions')
    const screen = await SCREENS['the editor of a national section']()
    const textsRead = async () => {
      findVersions.mockClear()
      const { words } = await opened(screen)
      const found = await Promise.all(findVersions.mock.results.map(({ value }) => value))
      const docs = found.flatMap(({ docs: some }) => some)
      return { words, count: docs.filter(({ version }) => version && 'body' in version).length }
    }
    expect(await textsRead()).toMatchObject({ count: 0, words: expect.not.stringContaining('Undo: ') })
    const whole = { variant: variant.id, key: second(), seen: 1, language: 'en' }
    await acting.succeed(variant.lead, restoreSection, whole)
    expect(await textsRead()).toMatchObject({ count: 2, words: expect.stringContaining('Undo: ') })
    findVersions.mockRestore()
  })
})
