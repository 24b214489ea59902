import { createLocalReq } from 'payload'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf } from '@/access/actorOf'
import { approveEdition } from '@/actions/approveEdition'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { submitEdition } from '@/actions/submitEdition'
import { translateSection } from '@/actions/translateSection'
import { loadVersionState } from '@/admin/reading/versionState'
import { NationalPanel } from '@/admin/tasks/NationalPanel'
import { loadNationalWork } from '@/admin/tasks/nationalWork'
import type { ChangeClass, ChangeNote } from '@/domain/changeNote'
import { translatorFor } from '@/messages/translate'
import { loadVariant } from '@/stored/variants'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, SERVER_URL, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let coordinator: Person
let reviewer: Person
let toolkit: Toolkit
let variant: Variant

const TITLE = '2 translations are behind the common text, 1 of them on an urgent change.'
const LISTED = /Urgent 2 Safe place Greek , 2 paragraphs Clarification 1 First talk Greek , 2 paragraphs/

/** Cyprus has translated three sections, and accepted the changes of two of them: a clarification and an urgent one. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  await given.country('cy', { languages: ['en', 'el'] })
  reviewer = await given.reviewer('cy')
  toolkit = await given.toolkit({ titles: ['First talk', 'Safe place', 'Money'] })
  variant = await given.variant({ country: 'cy', toolkit, languages: ['en', 'el'] })
  for (const { title } of toolkit.sections) {
    const words = { title: `Τίτλος ${title}`, body: typed('Το πρώτο κείμενο.') }
    await acting.succeed(variant.lead, translateSection, { ...at(title), language: 'el', seen: 0, ...words })
  }
  await change('First talk', 'Say clearly who you are.')
  await change('Safe place', 'Find a safe place within one day.')
  const release = await releaseNow('2.0', { 'First talk': 'clarification', 'Safe place': 'urgent' })
  for (const title of ['First talk', 'Safe place'])
    await acting.succeed(variant.lead, decideOnUpdate, { ...at(title), seen: 1, release, choice: 'accept' })
})

afterAll(() => application.stop())

test('who sends a version for review is told beside the button which translations are behind, with the class of the change', async () => {
  const said = await nextSteps()
  expect(said).toContain(TITLE)
  expect(said).toMatch(LISTED)
  expect(said).not.toContain('Money')
  expect(said.indexOf(TITLE)).toBeLessThan(said.indexOf('Send for review'))
})

test('the overview says beside an accepted change in which languages the country does not have it yet', async () => {
  const { OverviewView: view } = await import('@/admin/overview/OverviewView')
  const searchParams = { toolkit: toolkit.slug }
  const words = wordsOf(
    await htmlOfScreen(application, { person: coordinator, view, segments: ['overview'], searchParams }),
  )
  expect(words.match(/Accepted , \d First talk, Cyprus Not yet in Greek/g)).toHaveLength(1)
  expect(words.match(/Not yet in Greek/g)).toHaveLength(2)
})

test('reviewer and coordinator read it in the review and before the publication, and nothing is blocked', async () => {
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
  expect(await nextSteps(), 'it was sent').not.toContain(TITLE)
  for (const person of [reviewer, coordinator]) {
    const html = await review(person)
    expect(wordsOf(html)).toContain(TITLE)
    expect(wordsOf(html)).toMatch(LISTED)
    expect(html).toContain(`href="/admin/version/${variant.id}/section/${keyOf('Safe place')}?lang=el"`)
  }
  await acting.succeed(reviewer, approveEdition, await acting.seenNow(variant.edition))
  const confirmation = wordsOf(await review(coordinator)).split('The question:')[1]
  expect(confirmation).toContain(TITLE)
  expect(confirmation).toMatch(LISTED)
})

test('readers are told after the publication, in the section and in no other one', async () => {
  const input = { ...(await acting.seenNow(variant.edition)), version: '1.0', notes: 'First.' }
  await acting.succeed(coordinator, publishEdition, input)
  const { answer } = await import('@/reader/answer')
  const open = async (section: string) => {
    const address = new URL(`/cy/el/${toolkit.slug}/${section}`, SERVER_URL)
    return wordsOf(await (await answer(new Request(address))).text())
  }
  expect(await open('safe-place')).toContain('λείπει μια επείγουσα αλλαγή')
  expect(await open('first-talk')).toContain('από τότε το κοινό κείμενο έχει αλλάξει')
  expect(await open('money')).toContain('Όπως στο κοινό πλαίσιο 2.0.')
})

test('the editor says the class, the day and the note of the change that a translation does not have yet', async () => {
  const { VariantSectionView: view } = await import('@/admin/editor/VariantSectionView')
  const segments = ['version', variant.id, 'section', keyOf('Safe place')]
  const html = await htmlOfScreen(application, { person: variant.lead, view, segments, searchParams: { lang: 'el' } })
  const said = wordsOf(html.slice(html.indexOf('lag-title')))
  expect(said).toMatch(/Urgent Day set by the coordinator: 4 January 2027 Note on 2.0: Note on Safe place\./)
})

test('the tasks name what is behind before what is not translated, the urgent section first, and lead to the list', async () => {
  const req = await createLocalReq({ user: await acting.userOf(variant.lead) }, application.payload)
  const [actor, found] = [await actorOf(req), await loadVariant({ req, id: variant.id })]
  const state = found && (await loadVersionState({ req, variant: found }))
  if (!actor || !state) throw new Error('This person may not read it')
  const work = await loadNationalWork({ req, state, country: 'Cyprus', actor, language: 'en' })
  expect(work.tasks.find(({ kind }) => kind === 'behind')).toMatchObject({
    ...{ language: 'el', class: 'urgent', decideBy: '2027-01-04' },
    sections: [{ text: '2 Safe place' }, { text: '1 First talk' }],
  })
  const all = { ...work, isReviewedAnew: false, takenBack: undefined }
  const html = renderToStaticMarkup(
    createElement(NationalPanel, { work: all, language: 'en', say: translatorFor('en') }),
  )
  expect(html).toContain(`/admin/version/${variant.id}?show=behind#sections`)
  expect(wordsOf(html)).toMatch(/Urgent Translation behind .*Day set by the coordinator: 4 January 2027/)
})

function keyOf(title: string): string {
  return toolkit.sections.find((section) => section.title === title)?.key ?? expect.fail(title)
}

function at(title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en', others: [] }
}

async function change(title: string, text: string): Promise<void> {
  const { rev } = await acting.sectionOf(toolkit.id, keyOf(title))
  const input = { toolkit: toolkit.id, key: keyOf(title), seen: Number(rev), language: 'en', body: typed(text) }
  await acting.succeed(coordinator, saveSection, input)
}

/** A release of the common framework, in which the coordinator says how much these changes matter. */
async function releaseNow(version: string, classes: Record<string, ChangeClass>): Promise<string> {
  const released = await acting.succeed(
    coordinator,
    releaseMaster,
    await acting.toRelease({ toolkit: toolkit.id, version }),
  )
  const changes = Object.entries(classes).map(([title, of]): ChangeNote => {
    return { key: keyOf(title), class: of, note: `Note on ${title}.`, decideBy: of === 'urgent' ? '2027-01-04' : null }
  })
  const { db } = application.payload
  await db.connection.collection('releases').updateOne({ slug: toolkit.slug, version }, { $set: { changes } })
  return released.id
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
