import { createElement, Fragment, type ReactNode } from 'react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { approveEdition } from '@/actions/approveEdition'
import { publishEdition } from '@/actions/publishEdition'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

// The frame is Payload's: what our screens say stands within it. The question before a release stands in the page at once.
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh() {}, push() {} }) }))
vi.mock('@/admin/frame/AdminFrame', () => ({
  AdminFrame: ({ children }: { children: ReactNode }) => createElement('main', null, children),
}))
vi.mock('@/admin/review/ReleaseForm.client', () => ({
  ReleaseForm: ({ summary, children }: { summary: ReactNode; children: ReactNode }) =>
    createElement(Fragment, null, children, createElement('h3', null, 'The question:'), summary),
}))

let application: Application
let acting: Acting
let variant: Variant
let reviewer: Person
let coordinator: Person
let editor: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  variant = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
  reviewer = await given.reviewer('ie')
  coordinator = await given.coordinator()
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
})

afterAll(() => application.stop())

/** The review of the edition as a person gets it. */
async function screen(person: Person, edition = variant.edition): Promise<string> {
  const { ReviewView } = await import('@/admin/review/ReviewView')
  return htmlOfScreen(application, { person, view: ReviewView, segments: ['review', edition] })
}

/** What it says. */
async function review(person: Person, edition = variant.edition): Promise<string> {
  return wordsOf(await screen(person, edition))
}

/** The fields that it asks a person to fill in. */
async function fieldsFor(person: Person): Promise<string[]> {
  const html = await screen(person)
  return [...html.matchAll(/<(?:input|textarea)\b[^>]* name="([^"]*)"/g)].map(([, name = '']) => name)
}

test('an explanation and sources without a reason from the list are shown to whoever approves them', async () => {
  const [section] = variant.toolkit.sections
  const said = { addition: typed('Our addition.'), explanation: 'Words that explain.', sources: 'Act 7 of 2026' }
  const written = { variant: variant.id, key: section?.key, seen: 0, language: 'en', ...said }
  await acting.succeed(editor, supplementSection, written)
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))
  const page = await review(reviewer)
  for (const words of ['Our addition.', 'Words that explain.', 'Act 7 of 2026']) expect(page).toContain(words)

  expect(await fieldsFor(reviewer)).toEqual(['comment'])
  expect(await fieldsFor(editor), 'who may not decide has nothing to fill in').toEqual([])
  const seen = await review(editor)
  expect(seen).toContain('Only a reviewer or the coordinator can ask for changes.')
  expect(seen).toContain('Only a reviewer or the coordinator can approve.')

  await acting.succeed(reviewer, approveEdition, await acting.seenNow(variant.edition))
  const question = (await review(coordinator)).split('The question:')[1]
  expect(question).toContain(`${section?.title} ( Changed )`)
})

test('who may not publish is told who may, in place of a number and notes to fill in', async () => {
  expect(await fieldsFor(coordinator)).toEqual(['version', 'notes'])
  for (const person of [variant.lead, reviewer, editor]) {
    expect(await fieldsFor(person)).toEqual([])
    expect(await review(person)).toContain('Check and release Only the coordinator can publish or withdraw.')
  }
})

test('what was withdrawn is shown anew to whoever approves it, and not approved by those who wrote it', async () => {
  const notes = { version: '1.0', notes: 'What is new in it.' }
  await acting.succeed(coordinator, publishEdition, { ...(await acting.seenNow(variant.edition)), ...notes })
  const line = { toolkit: variant.toolkit.id, country: 'ie' }
  await acting.succeed(coordinator, withdrawRelease, { ...line, seen: 1, reason: 'The addition is wrong.' })

  const key = variant.toolkit.sections[1]?.key
  const more = { variant: variant.id, key, seen: 0, language: 'en', addition: typed('A small note.') }
  await acting.succeed(variant.lead, supplementSection, more)
  const [next] = await acting.stored('editions', {
    and: [{ variant: { equals: variant.id } }, { number: { equals: 2 } }],
  })
  expect(new Set(Object(next).contributors)).toEqual(new Set([variant.lead.id, editor.id]))
  const id = String(next?.id)
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
  const page = await review(reviewer, id)
  expect(page).toContain('What readers had is withdrawn: compared with common framework 1.0.')
  for (const words of ['A small note.', 'Our addition.', 'Words that explain.']) expect(page).toContain(words)
})
