import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSection } from '@/actions/addSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { releaseMaster } from '@/actions/releaseMaster'
import { removeSection } from '@/actions/removeSection'
import { saveSection } from '@/actions/saveSection'
import { supplementSection } from '@/actions/supplementSection'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let variant: Variant
let parent: string
let child: string

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  toolkit = await given.toolkit()
  variant = await given.variant({ toolkit, country: 'ie', languages: ['en'] })
  parent = await add('Our part', { parent: null, after: null })
  child = await add('Our chapter', { parent, after: null })
})

afterAll(() => application.stop())

async function add(title: string, spot: object): Promise<string> {
  const input = { variant: variant.id, language: 'en', title, body: typed(`About ${title}.`), ...spot }
  return (await acting.succeed(variant.lead, addSection, input)).key
}

async function placeScreen(key: string, person: Person = variant.lead): Promise<string> {
  const { PlaceView } = await import('@/admin/places/PlaceView')
  const segments = ['version', variant.id, 'section', key, 'place']
  return htmlOfScreen(application, { person, view: PlaceView, segments })
}

async function removedScreen(person: Person = variant.lead): Promise<string> {
  const { RemovedView } = await import('@/admin/places/RemovedView')
  return htmlOfScreen(application, { person, view: RemovedView, segments: ['version', variant.id, 'removed'] })
}

test('a section of the country’s own is moved on a screen that shows its neighbours and every other place', async () => {
  const html = await placeScreen(parent)
  expect(wordsOf(html)).toContain('1 Our part ( this section )')
  expect(wordsOf(html)).toContain('It is the first section here.')
  const places = html.slice(html.indexOf('place-parent'), html.indexOf('place-after'))
  expect(places).toContain('No other section: at the top level')
  for (const { key } of toolkit.sections) expect(places).toContain(`value="${key}"`)
  // Nothing is offered that would be refused.
  expect(places).not.toContain(`value="${child}"`)
})

test('the screen says what must move before a section can be removed', async () => {
  expect(wordsOf(await placeScreen(parent))).toContain('Another section stands under this one: 1.1 Our chapter.')
  expect(wordsOf(await placeScreen(child))).not.toContain('stands under this one')
  expect(wordsOf(await placeScreen(child))).toContain('has never been published, so a reason is optional')
})

test('the screen is only for sections of the country’s own, and for people who write', async () => {
  expect(wordsOf(await placeScreen(toolkit.sections[0]?.key ?? ''))).not.toContain('Move the section')
  const translator = await given.person({ roles: [{ role: 'translator', country: 'ie' }] })
  expect(wordsOf(await placeScreen(parent, translator))).not.toContain('Move the section')
})

test('what was removed is listed with its words, its reason and the way back', async () => {
  expect(wordsOf(await removedScreen())).toContain('No section has been removed.')
  const place = { variant: variant.id, key: child, seen: 1, language: 'en' }
  await acting.succeed(variant.lead, removeSection, { ...place, reason: 'other', explanation: 'It is closed.' })
  const words = wordsOf(await removedScreen())
  expect(words).toContain('Our chapter')
  expect(words).toContain('It is closed.')
  expect(words).toContain('About Our chapter.')
  expect(words).toContain('Bring back')
  const reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'ie' }] })
  expect(wordsOf(await removedScreen(reviewer))).not.toContain('Bring back')
})

test('every screen of a removed section says that it was removed, and leads to its words', async () => {
  const { VariantSectionView } = await import('@/admin/editor/VariantSectionView')
  const { HistoryView } = await import('@/admin/history/HistoryView')
  const { PlaceView } = await import('@/admin/places/PlaceView')
  const { ProposeView } = await import('@/admin/proposals/ProposeView')
  const { SidesView } = await import('@/admin/sides/SidesView')
  const screens = {
    '': VariantSectionView,
    history: HistoryView,
    place: PlaceView,
    propose: ProposeView,
    sides: SidesView,
  }
  for (const [name, view] of Object.entries(screens)) {
    const htmlOf = (key: string) => {
      const segments = ['version', variant.id, 'section', key, ...(name ? [name] : [])]
      return htmlOfScreen(application, { person: variant.lead, view, segments })
    }
    const html = await htmlOf(child)
    expect(wordsOf(html), name).toContain('Our chapter is not in the version')
    expect(html, name).toContain(`href="/admin/version/${variant.id}/removed"`)
    expect(wordsOf(await htmlOf('unknown')), name).toContain('Page not found')
  }
})

test('an update that takes away the paragraph after which our addition stands says so', async () => {
  const key = toolkit.sections.at(-1)?.key ?? ''
  const { content } = await acting.resolvedSection(variant.lead, { variant: variant.id, key })
  const block = content.body.en?.at(-1)?.id
  const place = { variant: variant.id, key, seen: 0, language: 'en' }
  const additionPlace = { where: 'after-block', block }
  await acting.succeed(variant.lead, supplementSection, { ...place, addition: typed('Ours.'), additionPlace })
  const coordinator = await given.coordinator()
  const other = { toolkit: toolkit.id, key, seen: 1, language: 'en', body: typed('Nothing of it is left here.') }
  await acting.succeed(coordinator, saveSection, other)
  const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
  const { id: release } = await acting.succeed(coordinator, releaseMaster, input)
  const { UpdateView } = await import('@/admin/updates/UpdateView')
  const segments = ['version', variant.id, 'updates', key]
  const words = wordsOf(await htmlOfScreen(application, { person: variant.lead, view: UpdateView, segments }))
  expect(words).toContain('which release 2.0 no longer has')
  expect(words).toContain('Please check')
  await acting.succeed(variant.lead, decideOnUpdate, { ...place, release, seen: 1, choice: 'accept' })
  expect((await acting.resolvedSection(variant.lead, place)).content.additionPlace).toBeUndefined()
  expect(await acting.ownSectionOf(variant.id, key)).toMatchObject({ additionPlace: { block } })
})
