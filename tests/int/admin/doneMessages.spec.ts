import { afterAll, beforeAll, expect, test } from 'vitest'
import { addSection } from '@/actions/addSection'
import { pauseSection, pauseVersion } from '@/actions/pauseUpdates'
import { proposeSection } from '@/actions/proposeSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { removeSection, returnSection } from '@/actions/removeSection'
import { saveSection } from '@/actions/saveSection'
import { setEditorialUpdates } from '@/actions/setEditorialUpdates'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { type AnyViewProps, type AskedScreen, htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let variant: Variant
let key: string

/** An update of one section waits in Ireland. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  const coordinator = await given.coordinator()
  toolkit = await given.toolkit({ titles: ['Housing'] })
  variant = await given.variant({ toolkit, country: 'ie', languages: ['en'] })
  key = toolkit.sections[0]?.key ?? ''
  const changed = { toolkit: toolkit.id, key, seen: 1, language: 'en', body: typed('Other words.') }
  await acting.succeed(coordinator, saveSection, changed)
  const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
  await acting.succeed(coordinator, releaseMaster, input)
})

afterAll(() => application.stop())

/** The screen of an address to which an action leads. */
async function screenAt(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://toolkit.example')
  const segments = pathname.split('/').slice(2)
  const view = await viewOf(segments)
  return htmlOfScreen(application, {
    ...{ person: variant.lead, view, segments },
    searchParams: Object.fromEntries(searchParams),
  })
}

async function viewOf([first, , place, of, last]: string[]): Promise<AskedScreen['view']> {
  if (first === 'proposal') {
    const { ProposalView } = await import('@/admin/proposals/ProposalView')
    return (props: AnyViewProps) => ProposalView(props)
  }
  if (place === 'removed') return (await import('@/admin/places/RemovedView')).RemovedView
  if (place === 'updates' && of) return (await import('@/admin/updates/UpdateView')).UpdateView
  if (place === 'updates') return (await import('@/admin/updates/UpdatesView')).UpdatesView
  if (last === 'place') return (await import('@/admin/places/PlaceView')).PlaceView
  return (await import('@/admin/editor/VariantSectionView')).VariantSectionView
}

/** Where the button for an action on a screen leads. */
function nextOf(html: string, action: string): string {
  const [, next = ''] = html.match(new RegExp(`data-next="([^"]*)" data-action="${action}"`)) ?? []
  return next.replaceAll('&amp;', '&')
}

test('a pause of a version, its end, and a change of what is asked name the country', async () => {
  const list = `/admin/version/${variant.id}/updates`
  const of = { variant: variant.id }
  const pausing = nextOf(await screenAt(list), 'pause-version')
  await acting.succeed(variant.lead, pauseVersion, { ...of, seen: 1, reason: 'Elections.' })
  const paused = await screenAt(pausing)
  expect(wordsOf(paused)).toContain('Ireland: updates are paused.')
  expect(wordsOf(paused)).toContain('1 update is paused. Nothing else waits for a decision.')
  await acting.succeed(variant.lead, pauseVersion, { ...of, seen: 2, ends: true })
  const ended = await screenAt(nextOf(paused, 'pause-version'))
  expect(wordsOf(ended)).toContain('Ireland: the pause has ended.')
  await acting.succeed(variant.lead, setEditorialUpdates, { ...of, seen: 3, accepts: true })
  const comes = await screenAt(nextOf(ended, 'set-editorial-updates'))
  expect(wordsOf(comes)).toContain('Ireland: from the next release on, editorial changes come in by themselves.')
  await acting.succeed(variant.lead, setEditorialUpdates, { ...of, seen: 4, accepts: false })
  const asked = await screenAt(nextOf(comes, 'set-editorial-updates'))
  expect(wordsOf(asked)).toContain('Ireland: editorial changes are asked about too.')
})

test('a pause of a section and its end name the section', async () => {
  const update = `/admin/version/${variant.id}/updates/${key}`
  const of = { variant: variant.id, key, language: 'en' }
  const pausing = nextOf(await screenAt(update), 'pause-section')
  await acting.succeed(variant.lead, pauseSection, { ...of, seen: 0, reason: 'Elections.' })
  const paused = await screenAt(pausing)
  expect(wordsOf(paused)).toContain('1 Housing: updates are paused.')
  await acting.succeed(variant.lead, pauseSection, { ...of, seen: 1, ends: true })
  expect(wordsOf(await screenAt(nextOf(paused, 'pause-section')))).toContain('1 Housing: the pause has ended.')
})

test('a section that was removed, and one that was brought back, is named on the next screen', async () => {
  const input = {
    variant: variant.id,
    language: 'en',
    title: 'Our part',
    body: typed('Ours.'),
    parent: null,
    after: null,
  }
  const added = await acting.succeed(variant.lead, addSection, input)
  const of = { variant: variant.id, key: added.key, language: 'en' }
  const place = await screenAt(`/admin/version/${variant.id}/section/${added.key}/place`)
  await acting.succeed(variant.lead, removeSection, { ...of, seen: 1 })
  const removed = await screenAt(nextOf(place, 'remove-section'))
  expect(wordsOf(removed)).toContain('Our part: the section was removed.')
  await acting.succeed(variant.lead, returnSection, { ...of, seen: 2 })
  const returned = wordsOf(await screenAt(nextOf(removed, 'return-section')))
  expect(returned).toMatch(/\d Our part: the section was brought back\./)
})

test('a proposal that was sent says so on its screen until it is answered', async () => {
  const input = {
    variant: variant.id,
    language: 'en',
    title: 'Our line',
    body: typed('Ours.'),
    parent: null,
    after: null,
  }
  const added = await acting.succeed(variant.lead, addSection, input)
  const whole = {
    variant: variant.id,
    key: added.key,
    seen: 1,
    language: 'en',
    message: 'For all.',
    part: { kind: 'whole' },
  }
  const { proposal } = await acting.succeed(variant.lead, proposeSection, whole)
  const words = wordsOf(await screenAt(`/admin/proposal/${proposal}?done=sent`))
  expect(words).toMatch(/Our line: the proposal was sent to the coordinator\./)
})
