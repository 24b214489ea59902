import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { approveEdition } from '@/actions/approveEdition'
import { askForChanges } from '@/actions/askForChanges'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { importToolkit } from '@/actions/importToolkit'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { submitEdition } from '@/actions/submitEdition'
import { supplementSection } from '@/actions/supplementSection'
import { translateSection } from '@/actions/translateSection'
import { withdrawRelease } from '@/actions/withdrawRelease'
import type { ImportedSection } from '@/domain/importing'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { factoriesFor, type Variant, words } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: ReturnType<typeof factoriesFor>
let variant: Variant
let reviewer: Person
let coordinator: Person
let editor: Person

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  variant = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
  reviewer = await given.reviewer('ie')
  coordinator = await given.coordinator()
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
})

afterAll(() => application.stop())

/** The page on which the lead edits a section. */
async function editingOf(key = ''): Promise<string> {
  const { VariantSectionView } = await import('@/admin/editor/VariantSectionView')
  const screen = { view: VariantSectionView, segments: ['version', variant.id, 'section', key] }
  return wordsOf(await htmlOfScreen(application, { person: variant.lead, ...screen }))
}

/** The review of the edition as a person sees it. */
async function screen(person: Person, edition = variant.edition): Promise<string> {
  const { ReviewView } = await import('@/admin/review/ReviewView')
  return htmlOfScreen(application, { person, view: ReviewView, segments: ['review', edition] })
}

/** Its words. */
async function review(person: Person, edition = variant.edition): Promise<string> {
  return wordsOf(await screen(person, edition))
}

/** The fields that it asks a person to fill in. */
async function fieldsFor(person: Person): Promise<string[]> {
  const html = await screen(person)
  return [...html.matchAll(/<(?:input|textarea)\b[^>]* name="([^"]*)"/g)].map(([, name = '']) => name)
}

test('an explanation and sources without a reason from the list are shown to the reviewer', async () => {
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

  expect(await review(reviewer)).toContain('Nothing is decided.')
  const message = { comment: 'Please name the authority.' }
  await acting.succeed(reviewer, askForChanges, { ...(await acting.seenNow(variant.edition)), ...message })
  expect(await review(reviewer)).toContain('Announced: You asked for changes. The country sees your message')
  expect(await review(coordinator)).toContain('Announced: Somebody else asked for changes after you opened this page.')
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(variant.edition))

  await acting.succeed(reviewer, approveEdition, await acting.seenNow(variant.edition))
  expect(await review(reviewer)).toContain('Announced: You approved this edition. The coordinator can publish it now.')
  expect(await review(editor)).toContain('Announced: Somebody else approved this edition after you opened this page.')
  const question = (await review(coordinator)).split('The question:')[1]
  expect(question).toContain(`${section?.title} ( Changed )`)
})

test('people who may not publish are told who may, and get no fields for a number and notes', async () => {
  expect(await fieldsFor(coordinator)).toEqual(['version', 'notes'])
  for (const person of [variant.lead, reviewer, editor]) {
    expect(await fieldsFor(person)).toEqual([])
    expect(await review(person)).toContain('Check and release Only the coordinator can publish.')
  }
})

test('withdrawn text is shown to the reviewer again, and its authors cannot approve it', async () => {
  const notes = { version: '1.0', notes: 'What is new in it.' }
  await acting.succeed(coordinator, publishEdition, { ...(await acting.seenNow(variant.edition)), ...notes })
  const first = await review(reviewer, variant.edition)
  expect(first, 'nothing was before it, so nothing is withdrawn').toContain(
    'First release: each section is compared with the common text that it follows. Follows common framework 1.0.',
  )
  expect(first).not.toContain('withdrawn')
  const published = await editingOf(variant.toolkit.sections[1]?.key)
  expect(published).toContain('Readers keep the published text until edition')
  expect(published).toContain('Published English.')
  const line = { toolkit: variant.toolkit.id, country: 'ie' }
  await acting.succeed(coordinator, withdrawRelease, { ...line, seen: 1, reason: 'The addition is wrong.' })
  for (const page of [await tasksOf(variant.lead), await pageOf(variant.lead, variant.id)]) {
    for (const words of ['The published text has been withdrawn', 'The addition is wrong.', 'opens edition 2.'])
      expect(page).toContain(words)
    expect(page).toContain('Now: Withdrawn')
    expect(page).not.toContain('This edition is published. Your')
  }
  const editing = await editingOf(variant.toolkit.sections[1]?.key)
  expect(editing).toContain('The published text has been withdrawn. Your first change opens edition 2.')
  expect(editing).toContain('Withdrawn English.')
  expect(await review(reviewer, variant.edition)).toContain('Now: Withdrawn')

  const key = variant.toolkit.sections[1]?.key
  const more = { variant: variant.id, key, seen: 0, language: 'en', addition: typed('A small note.') }
  await acting.succeed(variant.lead, supplementSection, more)
  const id = await secondOf(variant.id)
  await acting.succeed(variant.lead, submitEdition, await acting.seenNow(id))
  expect(await writersOf(id)).toEqual(new Set([variant.lead.id, editor.id]))
  const page = await review(reviewer, id)
  expect(page).toContain(
    'The published text has been withdrawn: each section is compared with the common text that it follows. Follows common framework 1.0.',
  )
  for (const words of ['A small note.', 'Our addition.', 'Words that explain.']) expect(page).toContain(words)
})

test('the editor is told which words are not a translation, and in which languages an addition is stored', async () => {
  const of = await given.variant({ country: 'it', toolkit: variant.toolkit, languages: ['el', 'en'] })
  const [own, translated] = of.toolkit.sections.map(({ key }) => ({ variant: of.id, key, seen: 0, language: 'el' }))
  const written = { title: 'Τίτλος', body: typed('Κείμενο.') }
  await acting.succeed(of.lead, adaptSection, { ...own, ...written, reason: 'other' })
  await acting.succeed(of.lead, supplementSection, { ...own, seen: 1, addition: typed('Και εδώ.') })
  await acting.succeed(of.lead, translateSection, { ...translated, ...written })
  const { VariantSectionView } = await import('@/admin/editor/VariantSectionView')
  for (const [{ key }, lang, hasOwnWords, hasAdditionElsewhere] of [
    [own ?? {}, 'el', true, false],
    [own ?? {}, 'en', false, true],
    [translated ?? {}, 'el', false, false],
  ] as const) {
    const segments = ['version', of.id, 'section', String(key)]
    const asked = { person: of.lead, view: VariantSectionView, segments, searchParams: { lang } }
    expect(wordsOf(await htmlOfScreen(application, asked))).toContain(
      `Own words: ${hasOwnWords}. Addition elsewhere: ${hasAdditionElsewhere}.`,
    )
  }
})

test('the review and the confirmation of a restore say which words are a translation', async () => {
  const of = await given.variant({ country: 'de', toolkit: variant.toolkit, languages: ['en', 'de'] })
  const [first, second] = of.toolkit.sections.map(({ key }) => ({ variant: of.id, key, seen: 0 }))
  const translated = { ...first, language: 'de', title: 'Titel', body: typed('Der Text.') }
  await acting.succeed(of.lead, translateSection, translated)
  await acting.succeed(of.lead, supplementSection, { ...first, seen: 1, language: 'en', addition: typed('More.') })
  const own = { ...second, language: 'de', title: 'Anderes', body: typed('Eigenes.'), reason: 'other' }
  await acting.succeed(of.lead, adaptSection, own)
  await acting.succeed(of.lead, submitEdition, await acting.seenNow(of.edition))
  const { ReviewView } = await import('@/admin/review/ReviewView')
  const shown = { person: coordinator, view: ReviewView, segments: ['review', of.edition] }
  const inGerman = wordsOf(await htmlOfScreen(application, { ...shown, searchParams: { lang: 'de' } }))
  const says = 'German: the country’s translation of the common text.'
  expect(inGerman.split(says)).toHaveLength(2)
  // The words of the first section are a translation of it; those of the second are the country's own.
  expect(inGerman.split('Der Text.')[0]).toContain(says)
  expect(wordsOf(await htmlOfScreen(application, { ...shown, searchParams: { lang: 'en' } }))).not.toContain(says)

  const { RestoreView } = await import('@/admin/history/RestoreView')
  const restoreOf = async ({ key }: { key?: string }, lang: string) => {
    const segments = ['version', of.id, 'section', String(key), 'restore']
    const asked = { person: of.lead, view: RestoreView, segments, searchParams: { lang } }
    return wordsOf(await htmlOfScreen(application, asked))
  }
  expect(await restoreOf(first ?? {}, 'en')).toContain('Your translation in German.')
  expect(await restoreOf(second ?? {}, 'de')).not.toContain('Your translation')
  await acting.succeed(of.lead, supplementSection, { ...first, seen: 2, language: 'de', addition: typed('Mehr.') })
  expect(await restoreOf(first ?? {}, 'de')).toContain('The text afterwards: your translation, German')
})

test('the review shows where own words became the translation, and where a translation became own words', async () => {
  const of = await given.variant({ country: 'es', toolkit: variant.toolkit, languages: ['en', 'es'] })
  const [first, second] = of.toolkit.sections.map(({ key }) => ({ variant: of.id, key, language: 'es' }))
  const text = { title: 'Título', body: typed('El texto.') }
  await acting.succeed(of.lead, adaptSection, { ...first, seen: 0, ...text, reason: 'other' })
  await acting.succeed(of.lead, translateSection, { ...second, seen: 0, ...text })
  await acting.succeed(of.lead, submitEdition, await acting.seenNow(of.edition))
  await acting.succeed(coordinator, approveEdition, await acting.seenNow(of.edition))
  const release = { version: '1.0', notes: 'New.' }
  await acting.succeed(coordinator, publishEdition, { ...(await acting.seenNow(of.edition)), ...release })

  const added = { ...first, seen: 1, language: 'en', addition: typed('More.'), reason: 'other' }
  await acting.succeed(of.lead, supplementSection, added)
  await acting.succeed(of.lead, translateSection, { ...first, seen: 2, ...text, asTranslation: true })
  await acting.succeed(of.lead, adaptSection, { ...second, seen: 1, title: 'Nuestro', reason: 'other' })
  const open = await secondOf(of.id)
  await acting.succeed(of.lead, submitEdition, await acting.seenNow(open))
  const { ReviewView } = await import('@/admin/review/ReviewView')
  const shown = { person: coordinator, view: ReviewView, segments: ['review', open] }
  const page = wordsOf(await htmlOfScreen(application, { ...shown, searchParams: { lang: 'es' } }))
  for (const words of [
    'Only what changed, in Spanish: 2 sections out of 3, with 2 differences in the text',
    'Spanish: the country’s translation of the common text. Before, the country had its own text here.',
    'Spanish: the country’s own text. Before, this was its translation of the common text.',
  ])
    expect(page).toContain(words)
})

test('a review opens in a language in which something changed, and says that it shows what was sent once somebody writes again', async () => {
  const of = await given.variant({ country: 'pt', toolkit: variant.toolkit, languages: ['en', 'es'] })
  const [first, second] = of.toolkit.sections.map(({ key }) => ({ variant: of.id, key, language: 'es', seen: 0 }))
  const text = { title: 'Título', body: typed('El texto.') }
  await acting.succeed(of.lead, translateSection, { ...first, ...text })
  await acting.succeed(of.lead, submitEdition, await acting.seenNow(of.edition))
  const { ReviewView } = await import('@/admin/review/ReviewView')
  const page = async (searchParams: Record<string, string> = {}) => {
    const shown = { person: coordinator, view: ReviewView, segments: ['review', of.edition], searchParams }
    return wordsOf(await htmlOfScreen(application, shown))
  }
  expect(await page()).toContain('Only what changed, in Spanish: 1 section out of 3, with 2 differences in the text')
  expect(await page({ lang: 'en' })).toContain('Nothing changed in this language.')
  const sent = 'This is the text that was sent for review.'
  expect(await page()).not.toContain(sent)
  await acting.succeed(of.lead, adaptSection, { ...second, language: 'en', title: 'Ours', reason: 'other' })
  expect(await page()).toContain(sent)
})

test("a section shows replacing words as readers get them, and the country's additions to them", async () => {
  const of = await given.variant({ country: 'gr', toolkit: variant.toolkit, languages: ['el'] })
  const key = of.toolkit.sections[0]?.key
  const written = { variant: of.id, key, seen: 0, language: 'el', addition: typed('Και στην Ελλάδα.') }
  await acting.succeed(of.lead, supplementSection, written)
  const { VariantSectionView } = await import('@/admin/editor/VariantSectionView')
  const segments = ['version', of.id, 'section', String(key)]
  const asked = { view: VariantSectionView, segments, searchParams: { lang: 'el', view: 'reader' } }
  const page = wordsOf(await htmlOfScreen(application, { person: of.lead, ...asked }))
  for (const words of ['Not yet in Greek: text in English', 'Common text of Before you start.', 'Και στην Ελλάδα.'])
    expect(page).toContain(words)
})

test('a section that still stands where an earlier release has it is not shown as moved', async () => {
  const toolkit = await given.toolkit({ titles: ['First', 'Second', 'Third', 'Fourth'] })
  const of = await given.variant({ country: 'cy', toolkit })
  const sections = ['Second', 'First', 'Third', 'Fourth'].map((title, at): ImportedSection => {
    return { source: 'a', depth: 1, title, body: words(at < 2 ? `Common text of ${title}.` : `New text of ${title}.`) }
  })
  const { slug } = toolkit
  const seen = await acting.seenForImport(coordinator, slug)
  const again = { slug, title: `Toolkit ${slug}`, language: 'en', images: [], seen, sections }
  await acting.succeed(coordinator, importToolkit, again)
  const newest = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
  const { id: release } = await acting.succeed(coordinator, releaseMaster, newest)
  for (const { key, title } of toolkit.sections.slice(2)) {
    const decided = { variant: of.id, key, seen: 0, others: [], release, language: 'en', choice: 'accept' }
    await acting.succeed(of.lead, decideOnUpdate, decided).catch(() => expect.fail(title))
  }
  await acting.succeed(of.lead, submitEdition, await acting.seenNow(of.edition))
  const said = await review(coordinator, of.edition)
  expect(said).toMatch(/Follows common framework 2\.0\. \d sections? still stands? on 1\.0\./)
  expect(said).toContain('Only what changed: 0 sections out of 4')
})

describe('an edition that is open when a release is withdrawn', () => {
  const addition = (words: string) => ({ language: 'en', addition: typed(words) })

  test('is approved again if it was approved before, but never by the authors of the withdrawn text', async () => {
    const { open, publish, withdraw, writer, of } = await secondEdition('cy')
    await acting.succeed(writer, approveEdition, await acting.seenNow(open))
    expect(await pageOf(of.lead, of.id)).not.toContain('must be reviewed again')
    expect(await pageOf(coordinator, of.id)).toContain(
      'Edition 2 is approved. After a withdrawal it must be reviewed again.',
    )
    await withdraw('It was a mistake.')
    expect(await acting.editionOf(open)).toMatchObject({ state: 'submitted', approvedHash: null })
    expect(await writersOf(open)).toEqual(new Set([of.lead.id, writer.id]))
    expect((await acting.refuse(coordinator, publishEdition, await publish('1.1'))).keys).toEqual([
      'refusal.state-publish-submitted',
    ])
    const again = await review(writer, open)
    expect(again).toContain('To be reviewed: the published text was withdrawn')
    for (const words of ['First addition.', 'Second addition.']) expect(again).toContain(words)
    expect((await acting.refuse(writer, approveEdition, await acting.seenNow(open))).keys).toEqual(['refusal.own-text'])
    await acting.succeed(coordinator, approveEdition, await acting.seenNow(open))
    await acting.succeed(coordinator, publishEdition, await publish('1.1'))
  })

  test('cannot be approved by them if it was only sent', async () => {
    const { of, open, withdraw, writer } = await secondEdition('mt')
    expect(await pageOf(coordinator, of.id)).not.toContain('must be reviewed')
    const seen = await acting.seenNow(open)
    const again = 'To be reviewed: the published text was withdrawn'
    const inVersion = 'Edition 2 must be reviewed. It is no longer compared with the withdrawn text.'
    expect(await tasksOf(coordinator)).not.toContain(again)
    expect(await tasksOf(of.lead)).not.toContain(inVersion)
    await withdraw('It was a mistake.')
    for (const words of [again, 'It was a mistake.']) expect(await tasksOf(coordinator)).toContain(words)
    for (const words of [inVersion, 'It was a mistake.']) {
      expect(await tasksOf(of.lead)).toContain(words)
      expect(await pageOf(of.lead, of.id)).toContain(words)
    }
    expect(await pageOf(of.lead, of.id)).toContain('Since release 1.0 (withdrawn)')
    expect((await acting.refuse(writer, approveEdition, seen)).keys).toEqual(['refusal.stale'])
    expect((await acting.refuse(writer, approveEdition, await acting.seenNow(open))).keys).toEqual(['refusal.own-text'])
    expect(await acting.editionOf(open)).toMatchObject({ state: 'submitted', round: 2 })
    for (const words of [again, 'It was a mistake.']) expect(await review(writer, open)).toContain(words)

    const key = of.toolkit.sections[1]?.key
    const more = { variant: of.id, key, seen: 1, ...addition('Written since.') }
    await acting.succeed(of.lead, supplementSection, more)
    await acting.succeed(of.lead, submitEdition, await acting.seenNow(open))
    const tasks = await tasksOf(of.lead)
    expect(tasks, 'it is reviewed because it was sent').not.toContain(inVersion)
  })

  test('can be approved again by the same reviewer, who took part in neither', async () => {
    const { open, withdraw } = await secondEdition('fr')
    await acting.succeed(coordinator, approveEdition, { ...(await acting.seenNow(open)), comment: 'Good.' })
    const kept = (sent: string, of = coordinator) => `Kept at decision:${of.id}:${open}, sent: ${sent}.`
    expect(await review(coordinator, open), 'a stored message is not shown as unsent').toContain(kept('Good.'))
    await withdraw('It was a mistake.')
    await acting.succeed(coordinator, approveEdition, { ...(await acting.seenNow(open)), comment: 'Still good.' })
    expect(await acting.editionOf(open)).toMatchObject({ state: 'approved', round: 2 })
    expect(await review(coordinator, open)).toContain(kept('Good.; Still good.'))
    const other = await given.reviewer('fr')
    expect(await review(other, open), 'only the messages of the same person count').toContain(kept('', other))
  })

  /** Release 1.0 of a country, written by a person who also reviews, and the next edition, sent by its lead. */
  async function secondEdition(country: string) {
    const of = await given.variant({ country, toolkit: variant.toolkit })
    const writer = await given.person({
      roles: [
        { role: 'national-editor', country },
        { role: 'reviewer', country },
      ],
    })
    const [first, second] = of.toolkit.sections.map(({ key }) => ({ variant: of.id, key, seen: 0 }))
    await acting.succeed(writer, supplementSection, { ...first, ...addition('First addition.') })
    await acting.succeed(of.lead, submitEdition, await acting.seenNow(of.edition))
    await acting.succeed(coordinator, approveEdition, await acting.seenNow(of.edition))
    const notes = { notes: 'What is new in it.' }
    const seenFirst = await acting.seenNow(of.edition)
    await acting.succeed(coordinator, publishEdition, { ...seenFirst, version: '1.0', ...notes })
    await acting.succeed(of.lead, supplementSection, { ...second, ...addition('Second addition.') })
    const open = await secondOf(of.id)
    await acting.succeed(of.lead, submitEdition, await acting.seenNow(open))
    return {
      of,
      writer,
      open,
      publish: async (version: string) => ({ ...(await acting.seenNow(open)), version, ...notes }),
      withdraw: (reason: string) =>
        acting.succeed(coordinator, withdrawRelease, { toolkit: of.toolkit.id, country, seen: 1, reason }),
    }
  }
})

async function secondOf(version: string): Promise<string> {
  const [second] = await acting.stored('editions', {
    and: [{ variant: { equals: version } }, { number: { equals: 2 } }],
  })
  return String(second?.id)
}

async function writersOf(edition: string): Promise<Set<unknown>> {
  return new Set(Object(await acting.editionOf(edition)).contributors)
}

/** The tasks of a person. */
async function tasksOf(person: Person): Promise<string> {
  const { TasksView } = await import('@/admin/tasks/TasksView')
  return wordsOf(await htmlOfScreen(application, { person, view: TasksView }))
}

/** The words of the page of a national version for a person. */
async function pageOf(person: Person, id: string): Promise<string> {
  const { VersionView } = await import('@/admin/version/VersionView')
  return wordsOf(await htmlOfScreen(application, { person, view: VersionView, segments: ['version', id] }))
}
