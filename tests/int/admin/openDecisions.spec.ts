import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveEdition } from '@/actions/approveEdition'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import type { ChangeNote } from '@/domain/changeNote'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let reviewer: Person
let toolkit: Toolkit
let variant: Variant
let release: string

const SENTENCE = 'The first talk takes place in a room in which nobody else can listen.'
const OPEN = '3 decisions on common framework 2.0 are open, 2 of them urgent.'
const MISSING = 'so the text may be missing from the national version until it decides on this update: 2 Safe place'

/**
 * Release 2.0 moves a sentence from the first section to the second and changes two more. Ireland has accepted the first, and had sent
 * its version before.
 */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  reviewer = await given.reviewer('ie')
  toolkit = await given.toolkit({ titles: ['First talk', 'Safe place', 'Money', 'Interpreter'] })
  await change('First talk', `Say who you are. ${SENTENCE}`)
  const first = await releaseNow('1.1')
  variant = await given.variant({ country: 'ie', toolkit })
  expect(Object((await acting.stored('variants', { id: { equals: variant.id } }))[0]).baseline).toBe(first)
  await change('First talk', 'Say who you are.')
  await change('Safe place', `Common text of Safe place. ${SENTENCE}`)
  await change('Money', 'Other words about money.')
  await change('Interpreter', 'Other words about interpreters.')
  release = await releaseNow('2.0')
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
  await note('First talk', 'Safe place', 'Interpreter')
  const accepted = { variant: variant.id, key: keyOf('First talk'), seen: 0, others: [], release, language: 'en' }
  await acting.succeed(variant.lead, decideOnUpdate, { ...accepted, choice: 'accept' })
})

afterAll(() => application.stop())

test('the review of a text that was changed since it was sent does not say that it follows what the country decided on later', async () => {
  const said = wordsOf(await review(coordinator))
  expect(said).toContain('First release: each section is compared with the common text that it follows.')
  expect(said).not.toMatch(/Follows common framework|stands? on/)
})

test('who sends a version for review is told beside the button which decisions are open and what the version may lack', async () => {
  const said = await nextSteps()
  expect(said).toContain(OPEN)
  expect(said).toContain(MISSING)
  expect(said.indexOf(OPEN)).toBeLessThan(said.indexOf('Send for review'))
})

test('reviewer and coordinator read it in the review and before the publication, and nothing is blocked', async () => {
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
  expect(await nextSteps(), 'it was sent').not.toContain(OPEN)
  for (const person of [reviewer, coordinator]) {
    const html = await review(person)
    expect(wordsOf(html)).toContain(OPEN)
    expect(wordsOf(html)).toContain(MISSING)
    expect(html).toContain(`href="/admin/version/${variant.id}/updates/${keyOf('Safe place')}"`)
  }
  await acting.succeed(reviewer, approveEdition, await acting.seenNow(variant.edition))
  const confirmation = wordsOf(await review(coordinator)).split('The question:')[1]
  expect(confirmation).toContain(OPEN)
  expect(confirmation).toContain(MISSING)
})

test('the review of what is published does not say what is open since', async () => {
  const input = { ...(await acting.seenNow(variant.edition)), version: '1.0', notes: 'First.' }
  await acting.succeed(coordinator, publishEdition, input)
  expect(wordsOf(await review(coordinator))).not.toMatch(/are open|may be missing/)
})

function keyOf(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? expect.fail(title)
}

async function change(title: string, text: string): Promise<void> {
  const { rev } = await acting.sectionOf(toolkit.id, keyOf(title))
  const input = { toolkit: toolkit.id, key: keyOf(title), seen: Number(rev), language: 'en', body: typed(text) }
  await acting.succeed(coordinator, saveSection, input)
}

async function releaseNow(version: string): Promise<string> {
  return (await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: toolkit.id, version }))).id
}

/** The coordinator calls these changes of release 2.0 urgent. */
async function note(...titles: string[]): Promise<void> {
  const changes = titles.map((title): ChangeNote => {
    return { key: keyOf(title), class: 'urgent', note: 'At once.', decideBy: null }
  })
  const { db } = application.payload
  await db.connection.collection('releases').updateOne({ slug: toolkit.slug, version: '2.0' }, { $set: { changes } })
}

/** The words of the panel from which a version is sent. */
async function nextSteps(): Promise<string> {
  const { VersionView: view } = await import('@/admin/version/VersionView')
  const html = await htmlOfScreen(application, { person: variant.lead, view, segments: ['version', variant.id] })
  return wordsOf(html.slice(html.indexOf('id="next"'), html.indexOf('id="sections"')))
}

async function review(person: Person): Promise<string> {
  const { ReviewView: view } = await import('@/admin/review/ReviewView')
  return htmlOfScreen(application, { person, view, segments: ['review', variant.edition] })
}
