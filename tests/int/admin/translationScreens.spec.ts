import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '@/access/actorOf'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { translateSection } from '@/actions/translateSection'
import { loadVersionState } from '@/admin/reading/versionState'
import { NationalPanel } from '@/admin/tasks/NationalPanel'
import { loadNationalWork } from '@/admin/tasks/nationalWork'
import { block, text } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { translatorFor } from '@/messages/translate'
import { loadVariant } from '@/stored/variants'
import { type Acting, actingOn } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { type AnyViewProps, htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let coordinator: Person
let translator: Person
let reviewer: Person
let toolkit: Toolkit
let variant: Variant

/** Cyprus has translated two sections, and accepted an update of the first: its title and one of two paragraphs. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  const given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({ titles: ['Hearing', 'Interpreting'] })
  await given.country('cy', { languages: ['en', 'el'] })
  translator = await given.person({ roles: [{ role: 'translator', country: 'cy' }] })
  reviewer = await given.person({ roles: [{ role: 'reviewer', country: 'cy' }] })
  await write(coordinator, { seen: 1, body: lines('Heard within 14 days.', 'The record is read out.') })
  await release(coordinator, '1.1')
  variant = await given.variant({ toolkit, country: 'cy', languages: ['en', 'el'] })
  const greek = { title: 'Ακρόαση', body: lines('Ακρόαση εντός 14 ημερών.', 'Το πρακτικό διαβάζεται.') }
  for (const { key } of toolkit.sections)
    await acting.succeed(translator, translateSection, { ...at(key), seen: 0, ...greek })
  await write(coordinator, {
    seen: 2,
    title: 'The hearing',
    body: lines('Heard within 10 days.', 'The record is read out.'),
  })
  const decision = {
    ...at(first()),
    language: 'en',
    release: await release(coordinator, '2.0'),
    choice: 'accept',
    seen: 1,
  }
  await acting.succeed(variant.lead, decideOnUpdate, decision)
})

afterAll(() => application.stop())

describe('a translation that is behind the common text', () => {
  test('is named in the list of sections, which can show those alone', async () => {
    const words = await screenOf(translator, [], { show: 'behind' })
    expect(words).toContain('Translation behind 1')
    expect(words).toContain('Behind: 2 paragraphs : 1 The hearing')
    expect(words).not.toContain('Interpreting')
    const all = await screenOf(translator)
    expect(all.match(/Up to date/g)).toHaveLength(1)
    expect(all.match(/Behind: 2 paragraphs/g)).toHaveLength(1)
  })

  test('is a task for those who translate', async () => {
    const html = await htmlOfScreen(application, { person: translator, view: tasksOf })
    expect(wordsOf(html)).toContain('Greek: 1 section is behind the common text')
    expect(html).toContain(`/admin/version/${variant.id}?show=behind#sections`)
  })

  test('shows above the text what changed in each place beside its translation, with the decision', async () => {
    const words = await screenOf(translator, ['section', first()], { lang: 'el' })
    expect(words.indexOf('2 paragraphs of the translation are behind')).toBeLessThan(words.indexOf('The editor'))
    expect(words).toContain('Changed in the common text (Title)')
    expect(words).toContain('Ακρόαση εντός 14 ημερών.')
    expect(words).not.toContain('Το πρακτικό διαβάζεται.')
    expect(words.match(/Still right/g)).toHaveLength(2)
    expect(words.match(/Go to this place in the text/g)).toHaveLength(2)
    expect(words).toContain('Common text (English)')
    expect(words).toMatch(/14 .*10/)
  })

  test('shows people who do not translate the places without the decision', async () => {
    const words = await screenOf(reviewer, ['section', first()], { lang: 'el' })
    expect(words).toContain('2 paragraphs of the translation are behind')
    expect(words).not.toContain('Still right')
  })

  test('is not shown in another language, as readers see it, or in a section that is up to date', async () => {
    const [, second] = toolkit.sections
    for (const [key, query] of [
      [first(), { lang: 'en' }],
      [first(), { lang: 'el', view: 'reader' }],
      [second?.key ?? '', { lang: 'el' }],
    ] as const)
      expect(await screenOf(translator, ['section', key], query)).not.toContain('behind the common text')
  })

  test('of a new paragraph leads to its place first, and asks once more before it counts as not needed', async () => {
    const [, second] = toolkit.sections
    const key = second?.key ?? ''
    const seen = Number((await acting.sectionOf(toolkit.id, key)).rev)
    await write(coordinator, {
      key,
      seen,
      body: lines('Common text of Interpreting.', 'Nobody pays for an interpreter.'),
    })
    const newest = await release(coordinator, '3.0')
    const decision = { ...at(key), language: 'en', release: newest, choice: 'accept', seen: 1 }
    await acting.succeed(variant.lead, decideOnUpdate, decision)
    const words = await screenOf(translator, ['section', key], { lang: 'el' })
    expect(words).toContain('New in the common text')
    const answers = [
      'Go to the place where it belongs',
      'Not needed in Greek',
      'does not contain this paragraph',
      'Leave it out',
    ]
    const places = answers.map((answer) => words.indexOf(answer))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(words).not.toContain('Still right')
  })
})

/** The tasks in the version, without the frame of the start page. */
async function tasksOf({ req }: AnyViewProps) {
  const say = translatorFor('en')
  const actor = await actorOf(req)
  const found = await loadVariant({ req, id: variant.id })
  const state = found && (await loadVersionState({ req, variant: found }))
  if (!actor || !state) throw new Error('This person may not read it')
  const work = await loadNationalWork({ req, state, country: 'Cyprus', actor, language: 'en' })
  const all = { ...work, isReviewedAnew: false, takenBack: undefined }
  return createElement(NationalPanel, { work: all, language: 'en', say })
}

function first(): string {
  return toolkit.sections[0]?.key ?? ''
}

function at(key: string) {
  return { variant: variant.id, key, language: 'el' }
}

function lines(...words: string[]) {
  return toLexical(words.map((line) => block('paragraph', { runs: [text(line)] })))
}

async function write(coordinator: Person, given: object): Promise<void> {
  await acting.succeed(coordinator, saveSection, { toolkit: toolkit.id, key: first(), language: 'en', ...given })
}

async function release(coordinator: Person, version: string): Promise<string> {
  const input = await acting.toRelease({ toolkit: toolkit.id, version })
  return (await acting.succeed(coordinator, releaseMaster, input)).id
}

async function screenOf(person: Person, rest: string[] = [], searchParams: Record<string, string> = {}) {
  const view =
    rest.length > 0
      ? (await import('@/admin/editor/VariantSectionView')).VariantSectionView
      : (await import('@/admin/version/VersionView')).VersionView
  const segments = ['version', variant.id, ...rest]
  return wordsOf(await htmlOfScreen(application, { person, view, segments, searchParams }))
}
