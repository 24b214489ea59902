import { afterAll, beforeAll, expect, test } from 'vitest'
import { retireCommonSection } from '@/actions/retireCommonSection'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, words } from '../setup/factories'
import { type AnyViewProps, htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let toolkit: Toolkit
let coordinator: Person
let partner: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  const section = (title: string, depth: number) => ({ source: '', depth, title, body: words(`About ${title}.`) })
  toolkit = await given.toolkit({ sections: [section('First', 1), section('Within', 2), section('Last', 1)] })
  coordinator = await given.coordinator()
  partner = await given.lead('ie')
})

afterAll(() => application.stop())

const keyOf = (title: string): string => toolkit.sections.find((one) => one.title === title)?.key ?? ''

async function screen(
  load: () => Promise<(view: AnyViewProps) => Promise<React.ReactNode>>,
  segments: string[],
  { person = coordinator, searchParams = {} }: { person?: Person; searchParams?: Record<string, string> } = {},
): Promise<string> {
  const view = await load()
  return htmlOfScreen(application, { person, view, segments: ['framework', toolkit.id, ...segments], searchParams })
}

const list = (more = {}) =>
  screen(async () => (await import('@/admin/framework/FrameworkView')).FrameworkView, [], more)
const adding = (more = {}) =>
  screen(async () => (await import('@/admin/places/AddCommonView')).AddCommonView, ['add'], more)
const removed = (more = {}) =>
  screen(async () => (await import('@/admin/places/RemovedCommonView')).RemovedCommonView, ['removed'], more)
const place = (title: string, more = {}) =>
  screen(
    async () => (await import('@/admin/places/CommonPlaceView')).CommonPlaceView,
    ['section', keyOf(title) || title, 'place'],
    more,
  )

test('the list leads the coordinator to the place of each section, and says which keys move one', async () => {
  const html = await list()
  for (const { key } of toolkit.sections)
    expect(html).toContain(`href="/admin/framework/${toolkit.id}/section/${key}/place?lang=en"`)
  expect(html).toContain(`href="/admin/framework/${toolkit.id}/add"`)
  expect(wordsOf(html)).toContain('press Alt and Shift together with an arrow key')
  const changed = await list({ searchParams: { show: 'changed' } })
  expect(wordsOf(changed)).not.toContain('press Alt and Shift')
  const read = await list({ person: partner })
  expect(read).not.toContain('/place?lang=')
  expect(wordsOf(read)).not.toContain('press Alt and Shift')
})

test('a section is moved one step or to any place, and nothing is offered that would be refused', async () => {
  const html = await place('First')
  expect(wordsOf(html)).toContain('1 First ( this section )')
  expect(wordsOf(html)).toContain('It is the first section here.')
  expect(wordsOf(html)).toContain('It is already at the top level.')
  const places = html.slice(html.indexOf('place-parent'), html.indexOf('place-after'))
  expect(places).toContain(`value="${keyOf('Last')}"`)
  expect(places).not.toContain(`value="${keyOf('First')}"`)
  expect(places).not.toContain(`value="${keyOf('Within')}"`)
})

test('the screen asks what becomes of the sections below, only where there are some', async () => {
  const html = wordsOf(await place('First'))
  expect(html).toContain('Another section stands under it. Say what becomes of it: 1.1 Within')
  expect(html).toContain('Remove it alone: those under it come to its place')
  expect(html).toContain('Remove it and the one under it')
  expect(wordsOf(await place('Last'))).not.toContain('stands under it')
})

test('a new section is asked for its title and its place', async () => {
  const html = await adding({ searchParams: { after: keyOf('Within') } })
  expect(wordsOf(html)).toContain('Title in English')
  expect(html).toContain(`<option value="${keyOf('First')}" selected="">1 First</option>`)
  expect(html).toContain(`<option value="${keyOf('Within')}" selected="">After 1.1 Within</option>`)
})

test('these screens are only for those who keep the common framework', async () => {
  for (const html of [await adding({ person: partner }), await place('First', { person: partner })])
    expect(wordsOf(html)).toContain('You do not have access')
  expect(wordsOf(await place('unknown'))).toContain('Page not found')
})

test('removed sections are listed with their words and the way back, alone or with those below', async () => {
  expect(wordsOf(await removed())).toContain('No section has been removed.')
  const [first, within] = ['First', 'Within'].map((title) => toolkit.sections.find((one) => one.title === title))
  await acting.succeed(coordinator, retireCommonSection, {
    ...{ toolkit: toolkit.id, key: first?.key, seen: first?.rev, language: 'en' },
    others: [{ key: within?.key, seen: within?.rev }],
  })
  const html = wordsOf(await removed())
  expect(html).toContain('About First.')
  expect(html).toContain('Bring back with the one under it')
  expect(wordsOf(await removed({ person: partner }))).not.toContain('Bring back with')
  const { MasterSectionView } = await import('@/admin/editor/MasterSectionView')
  const segments = ['section', keyOf('First')]
  const section = await screen(async () => MasterSectionView, segments)
  expect(section).toContain(`href="/admin/framework/${toolkit.id}/removed"`)
  expect(section).not.toContain('/place?lang=')
  expect(wordsOf(await place('First'))).toContain('Page not found')
})
