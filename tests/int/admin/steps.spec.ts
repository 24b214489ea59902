import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { restoreSection } from '@/actions/restoreSection'
import { submitEdition } from '@/actions/submitEdition'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, startApplication } from '../setup/application'
import { type Factories, factoriesFor } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
})

afterAll(() => application.stop())

test('a version that was sent for review says so, and offers no button to send it again', async () => {
  const { VersionView } = await import('@/admin/version/VersionView')
  const { id, edition, lead } = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
  const shown = () => htmlOfScreen(application, { person: lead, view: VersionView, segments: ['version', id] })
  expect(wordsOf(await shown())).toContain('Send for review')
  await acting.succeed(lead, submitEdition, { edition, seen: 1 })
  const html = await shown()
  const step = html.slice(html.indexOf('id="next"'))
  expect(wordsOf(step)).toContain('Sent for review')
  expect(wordsOf(step)).toContain('Open the review')
  expect(wordsOf(step)).not.toMatch(/Send for review|already been sent/)
})

test('a draft whose text is that of the release in use is not offered to be sent, and the screen says why', async () => {
  const { VersionView } = await import('@/admin/version/VersionView')
  const { variant } = await given.edition({ country: 'ie', state: 'published' })
  const at = { variant: variant.id, key: variant.toolkit.sections[1]?.key, language: 'en' }
  const shown = async () => {
    const html = await htmlOfScreen(application, {
      person: variant.lead,
      view: VersionView,
      segments: ['version', variant.id],
    })
    return wordsOf(html.slice(html.indexOf('id="next"')))
  }
  await acting.succeed(variant.lead, adaptSection, { ...at, seen: 0, body: typed('Again.'), reason: 'other' })
  expect(await shown()).not.toContain('Nothing has changed')
  await acting.succeed(variant.lead, restoreSection, { ...at, seen: 1 })
  expect(await shown()).toContain('Nothing has changed since release 1.0.')
})

test('the page of reviews counts those that wait for a decision, as the menu does', async () => {
  const { ReviewsView } = await import('@/admin/review/ReviewsView')
  await given.edition({ country: 'es', state: 'submitted' })
  const person = await given.reviewer('es')
  const shown = async () =>
    wordsOf(await htmlOfScreen(application, { person, view: ReviewsView, segments: ['reviews'] }))
  const counted = (words: string) => words.match(/\d+ editions? (?:is|are) in review/)?.[0] ?? expect.fail(words)
  const before = await shown()
  expect(before).not.toContain('Changes requested')
  await given.edition({ country: 'es', state: 'changes-requested' })
  const after = await shown()
  expect(after).toContain('Changes requested')
  expect(counted(after)).toBe(counted(before))
})

test('a person without tasks is told so once', async () => {
  const { TasksView } = await import('@/admin/tasks/TasksView')
  const observer = await given.person({ roles: [{ role: 'observer', country: 'ie' }] })
  const words = wordsOf(await htmlOfScreen(application, { person: observer, view: TasksView }))
  expect(words.split('You have no tasks.')).toHaveLength(2)
})

test('a person with tasks in several countries finds them in the order of the countries’ names', async () => {
  const { TasksView } = await import('@/admin/tasks/TasksView')
  const toolkit = await given.toolkit()
  for (const country of ['cy', 'ch']) await given.variant({ country, toolkit })
  const roles = ['ch', 'cy'].map((country) => ({ role: 'national-lead' as const, country }))
  const html = await htmlOfScreen(application, { person: await given.person({ roles }), view: TasksView })
  expect(wordsOf(html).match(/Cyprus|Switzerland/g)).toEqual(expect.arrayContaining(['Cyprus', 'Switzerland']))
  expect(html.indexOf('Cyprus')).toBeLessThan(html.indexOf('Switzerland'))
})

test('the list of common frameworks counts the sections that the page of each one shows, for every person', async () => {
  const { FrameworksView } = await import('@/admin/framework/FrameworksView')
  const made = await given.toolkit({ released: false })
  const lead = await given.lead('ie')
  for (const person of [await given.coordinator(), lead]) {
    const find = vi.spyOn(application.payload.db, 'find')
    const html = await htmlOfScreen(application, { person, view: FrameworksView, segments: ['framework'] })
    const isRead = find.mock.calls.some(([{ collection }]) => collection === 'sections')
    expect(isRead, 'only people who see the changes need the sections').toBe(person !== lead)
    find.mockRestore()
    const entry = html.split('<li').find((one) => one.includes(made.id)) ?? ''
    expect(wordsOf(entry)).toContain(`${made.sections.length} sections.`)
  }
})
