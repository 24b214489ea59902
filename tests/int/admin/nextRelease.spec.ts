import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importToolkit } from '@/actions/importToolkit'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveReleaseNotes } from '@/actions/saveReleaseNotes'
import { saveSection } from '@/actions/saveSection'
import { supplementSection } from '@/actions/supplementSection'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, words } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit

const FUTURE = '2999-01-08'

/** Ireland supplements the second section and Cyprus has only common text. Since then the text changed everywhere. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  const titles = ['Contact', 'Housing', 'Health', 'Further reading']
  toolkit = await given.toolkit({ titles })
  const ireland = await given.variant({ country: 'ie', toolkit })
  await given.variant({ country: 'cy', toolkit })
  const own = { variant: ireland.id, key: keyOf('Housing'), seen: 0, language: 'en', addition: typed('Our own.') }
  await acting.succeed(ireland.lead, supplementSection, own)
  await acting.succeed(coordinator, importToolkit, {
    slug: toolkit.slug,
    language: 'en',
    images: [],
    seen: await acting.seenForImport(coordinator, toolkit.slug),
    allowGone: 1,
    sections: [
      { title: 'Contact', body: words('Common text of Contact.') },
      { title: 'Housing', body: words('Common text of Housing, with a room for one person.') },
      { title: 'Later signs', body: words('Signs can appear after a decision.') },
      { title: 'Further reading', body: words('Common text of Further reading.') },
    ].map((section) => ({ source: 'document', depth: 1, ...section })),
  })
})

afterAll(() => application.stop())

function keyOf(title: string): string {
  const section = toolkit.sections.find((one) => one.title === title)
  if (!section) throw new Error(`There is no section ${title}`)
  return section.key
}

const newKey = async () => {
  const found = (await acting.stored('sections', { toolkit: { equals: toolkit.id } })).find(
    ({ title }) => Object(title).en === 'Later signs',
  )
  return String(found?.key)
}

async function notes(person = coordinator, searchParams: Record<string, string> = {}): Promise<string> {
  const { NextReleaseView } = await import('@/admin/release/NextReleaseView')
  return htmlOfScreen(application, {
    person,
    view: NextReleaseView,
    segments: ['framework', toolkit.id, 'release'],
    searchParams,
  })
}

async function summary(person = coordinator): Promise<string> {
  const { ReleaseSummaryView } = await import('@/admin/release/ReleaseSummaryView')
  return htmlOfScreen(application, {
    person,
    view: ReleaseSummaryView,
    segments: ['framework', toolkit.id, 'release', 'summary'],
  })
}

const headings = (html: string) =>
  [...html.matchAll(/<h2 id="h-[^"]*"[^>]*>(.*?)<\/h2>/gs)].map(([, heading = '']) => wordsOf(heading))

async function save(given: { notes?: Fields[]; release?: Fields }): Promise<void> {
  await acting.succeed(coordinator, saveReleaseNotes, { toolkit: toolkit.id, after: 1, ...given })
}

describe('the notes on the next release', () => {
  test('are asked for each changed, new and removed section, with the words that differ and what countries have', async () => {
    const html = await notes()
    expect(headings(html)).toEqual(['2 Housing', '3 Later signs', '3 Health'])
    const said = wordsOf(html)
    expect(said).toContain('3 sections have changed since release 1.0.')
    expect(said).toMatch(/Common text of Housing \[added\] , with a room for one person/)
    expect(said).toContain('Supplemented: Ireland. Common text in 1 country.')
    expect(said).toMatch(/New .*Signs can appear after a decision\..*New for 2 countries\./)
    expect(said).toMatch(/Removed .*Common text of Health\..*Common text in 2 countries\./)
    expect(said).toContain('Sections with a note and a class: 0 of 3.')
    expect(said).not.toContain('Common text of Contact.')
  })

  test('list the most important first once they have a class, and a filter shows those that lack something', async () => {
    const note = { note: 'Check it.', decideBy: FUTURE, about: '', seen: 0 }
    await save({
      notes: [
        { ...note, key: keyOf('Health'), class: 'urgent' },
        { ...note, key: await newKey(), class: 'clarification' },
      ],
    })
    expect(headings(await notes())).toEqual(['3 Health', '3 Later signs', '2 Housing'])
    const open = await notes(coordinator, { show: 'open' })
    expect(headings(open)).toEqual(['2 Housing'])
    expect(wordsOf(open)).toContain('Sections with a note and a class: 2 of 3.')
  })

  test('say if the text changed after a note was written', async () => {
    const housing = keyOf('Housing')
    const sentence = 'The text changed after this note was written.'
    const before = wordsOf(await notes()).split(sentence).length
    await save({
      notes: [{ key: housing, class: 'editorial', note: 'Order.', decideBy: null, about: 'an older text', seen: 0 }],
    })
    expect(wordsOf(await notes()).split(sentence)).toHaveLength(before + 1)
    expect(wordsOf(await summary())).toContain('The text of these sections changed after their note was written.')
  })

  test('can be seen only by those who keep the common framework', async () => {
    const lead = await given.lead('ie')
    for (const html of [await notes(lead), await summary(lead)]) {
      expect(wordsOf(html)).toContain('Only the coordinator can release the common framework.')
      expect(wordsOf(html)).not.toContain('Check it.')
    }
  })
})

describe('the summary of the next release', () => {
  test('says what is missing, and offers no release until it is there', async () => {
    const html = await summary()
    expect(wordsOf(html)).toContain('Write what is new.')
    expect(html).not.toContain('data-input')
  })

  test('shows what goes out by class and day, what each country gets, and the words that are seen first', async () => {
    await save({ release: { summary: 'Signs that appear late.', version: '', seen: 0 } })
    const html = await summary()
    const said = wordsOf(html)
    expect(said).toContain('Release common framework 2.0 now?')
    expect(said).toContain('2 sections are released to 2 countries. 1 section is removed.')
    expect(said).toMatch(/Urgent 3 Health \( Removed \) 8 Jan 2999/)
    expect(said).toMatch(/Clarification 3 Later signs \( New \) 8 Jan 2999/)
    expect(said).toMatch(/Editorial 2 Housing No day/)
    expect(said).toContain('Signs that appear late.')
    expect(said).toContain('You cannot change a release.')
    expect(said).toContain('Updates in each country after release 2.0')
    expect(said).toContain('Theirs kept Decisions on 1.0 still open')
    expect(said).toMatch(/Cyprus 0 0 3 0 0 Ireland 0 1 2 0 0/)
    expect(said).toContain('Release 2.0 to 2 countries')
  })

  test('has a button that publishes exactly what it shows', async () => {
    const html = await summary()
    const input = JSON.parse((/data-input="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"'))
    await acting.succeed(coordinator, releaseMaster, input)
    const release = (await acting.releasesOf(toolkit.id, 'master')).at(-1)
    expect(release).toMatchObject({ version: '2.0', notes: 'Signs that appear late.' })
    expect(release?.changes).toEqual([
      { key: keyOf('Health'), class: 'urgent', note: 'Check it.', decideBy: FUTURE },
      { key: await newKey(), class: 'clarification', note: 'Check it.', decideBy: FUTURE },
      { key: keyOf('Housing'), class: 'editorial', note: 'Order.', decideBy: null },
    ])
  })

  test('after the release says that there is nothing to release, as the notes do', async () => {
    for (const html of [await notes(), await summary()])
      expect(wordsOf(html)).toContain('Nothing has changed since release 2.0.')
  })

  test('begins again with the next change, without the notes of the release before', async () => {
    const { rev } = await acting.sectionOf(toolkit.id, keyOf('Housing'))
    const change = { toolkit: toolkit.id, key: keyOf('Housing'), seen: rev, language: 'en', title: 'A place to live' }
    await acting.succeed(coordinator, saveSection, change)
    const said = wordsOf(await notes())
    expect(said).toContain('1 section has changed since release 2.0.')
    expect(said).not.toContain('Order.')
    expect(said).toContain('2.1')
  })
})

test('the first release needs no notes on its sections, and its summary lists them', async () => {
  const first = await given.toolkit({ released: false })
  const [{ NextReleaseView }, { ReleaseSummaryView }] = await Promise.all([
    import('@/admin/release/NextReleaseView'),
    import('@/admin/release/ReleaseSummaryView'),
  ])
  const segments = ['framework', first.id, 'release']
  const screen = wordsOf(await htmlOfScreen(application, { person: coordinator, view: NextReleaseView, segments }))
  expect(screen).toContain('This is the first release.')
  expect(screen).not.toContain('Note to the countries')
  const release = { summary: 'All of it.', version: '', seen: 0 }
  await acting.succeed(coordinator, saveReleaseNotes, { toolkit: first.id, after: 0, release })
  const said = wordsOf(
    await htmlOfScreen(application, {
      person: coordinator,
      view: ReleaseSummaryView,
      segments: [...segments, 'summary'],
    }),
  )
  expect(said).toContain('Release 1.0')
  for (const { title } of first.sections) expect(said).toContain(title)
})
