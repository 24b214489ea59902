import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { declineProposal } from '@/actions/declineProposal'
import { proposeSection } from '@/actions/proposeSection'
import { releaseMaster } from '@/actions/releaseMaster'
import { saveSection } from '@/actions/saveSection'
import { supplementSection } from '@/actions/supplementSection'
import { takeOverProposal } from '@/actions/takeOverProposal'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Fields, type Person, SERVER_URL, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { type AskedScreen, htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let toolkit: Toolkit
let variant: Variant
let addition: string
let declined: string

/** Ireland proposes an addition, and a text that the coordinator declines. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  toolkit = await given.toolkit({ titles: ['Housing', 'Contact'] })
  variant = await given.variant({ toolkit, country: 'ie' })
  await acting.succeed(variant.lead, supplementSection, { ...at('Housing'), seen: 0, addition: typed('Ring 1800.') })
  const why = { reason: 'national-law', explanation: 'Irish law asks for it.' }
  await acting.succeed(variant.lead, adaptSection, { ...at('Contact'), seen: 0, title: 'First contact', ...why })
  addition = await propose('Housing', 'All countries have such a line.')
  declined = await propose('Contact', 'Clearer words.')
  await acting.succeed(coordinator, declineProposal, { proposal: declined, seen: 1, answer: 'Only Ireland says so.' })
})

afterAll(() => application.stop())

describe('the screen of a proposal', () => {
  test('shows the coordinator the message, the difference to the working text, and both answers', async () => {
    const words = await wordsOfProposal(coordinator, addition)
    expect(words).toContain('Proposal of Ireland: 1 Housing')
    expect(words).toContain('All countries have such a line.')
    expect(words).toContain('The working text of the common framework, with the proposal taken over')
    expect(words).toContain('Editor: Common text of Housing. / Ring 1800.')
    expect(words).toContain('Decline with this reason')
    expect(words).not.toContain('Withdraw the proposal')
  })

  test('shows where new paragraphs go if another place is in the address', async () => {
    const words = await wordsOfProposal(coordinator, addition, { place: 'beginning' })
    expect(words).toContain('Editor: Ring 1800. / Common text of Housing.')
  })

  test('lets the country withdraw it, and offers it no answer', async () => {
    const words = await wordsOfProposal(variant.lead, addition)
    expect(words).toContain('You can withdraw the proposal until the coordinator answers.')
    expect(words).not.toContain('Decline with this reason')
    expect(words).not.toContain('Editor:')
  })

  test('says why it was declined, and offers nothing more', async () => {
    const words = await wordsOfProposal(variant.lead, declined)
    expect(words).toContain('Declined')
    expect(words).toContain('Only Ireland says so.')
    expect(words).not.toContain('Withdraw the proposal')
  })

  test('is not there for another country', async () => {
    const words = await wordsOfProposal(await given.lead('cy'), addition)
    expect(words).not.toContain('All countries have such a line.')
  })
})

describe('the screen on which a country proposes', () => {
  test('offers what it wrote, and names what is proposed already', async () => {
    const { ProposeView } = await import('@/admin/proposals/ProposeView')
    const segments = ['version', variant.id, 'section', keyOf('Housing'), 'propose']
    const words = wordsOf(await htmlOfScreen(application, { person: variant.lead, view: ProposeView, segments }))
    expect(words).toContain('Already proposed and not answered yet: addition')
    expect(words).toContain('All of our text in this section')
    expect(words).toContain('Send the proposal')
  })
})

describe('the heading of the screen on which a country proposes', () => {
  test('names the release that has the common text of the section, and none where its parts come from several', async () => {
    const own = await given.toolkit({ titles: ['Mixed'] })
    const country = await given.variant({ toolkit: own, country: 'cy' })
    const [key = ''] = own.sections.map((one) => one.key)
    const where = { variant: country.id, key, language: 'en' }
    const why = { reason: 'national-law', explanation: 'Why.' }
    await acting.succeed(country.lead, adaptSection, { ...where, seen: 0, body: typed('Own words.'), ...why })
    const heading = async () => {
      const { ProposeView } = await import('@/admin/proposals/ProposeView')
      const segments = ['version', country.id, 'section', key, 'propose']
      return wordsOf(await htmlOfScreen(application, { person: country.lead, view: ProposeView, segments }))
    }
    expect(await heading()).toContain('Our text, compared with common framework 1.0')
    const texts = { title: 'A newer title', body: typed('Newer words.') }
    await acting.succeed(coordinator, saveSection, { toolkit: own.id, key, seen: 1, language: 'en', ...texts })
    const input = await acting.toRelease({ toolkit: own.id, version: '2.0' })
    const { id: newest } = await acting.succeed(coordinator, releaseMaster, input)
    const decide = (choice: string, parts: string[], seen: number) =>
      acting.succeed(country.lead, decideOnUpdate, { ...where, seen, release: newest, choice, parts })
    await decide('accept', ['title'], 1)
    expect(await heading()).toContain('its parts come from several releases of the common framework')
    expect(await heading()).not.toContain('compared with common framework 1.0')
    await decide('keep', ['body'], 2)
    expect(await heading()).toContain('Our text, compared with common framework 2.0')
  })
})

describe('a proposal of text with reasons for single changes', () => {
  test('shows each reason with its references at its change, and says when the text was taken out again', async () => {
    const own = await given.toolkit({ titles: ['Reasons', 'Beside'] })
    const country = await given.variant({ toolkit: own, country: 'fr' })
    const [key = '', beside = ''] = own.sections.map((one) => one.key)
    const where = { variant: country.id, key, language: 'en' }
    const stored = await acting.sectionOf(own.id, key)
    const [block = ''] = fromLexical(Object(stored.body).en).map(({ id }) => id)
    const reason = {
      at: { field: 'body', block, is: 'changed', language: 'en', words: '' },
      ...{ reason: 'national-law', explanation: { en: 'Our act says so.' } },
      references: [{ text: 'Act 3', url: 'https://law.example/3' }],
    }
    const body = withFirstWords(Object(stored.body).en, 'Common text of Reasons, and more.')
    const why = { reason: 'national-law', explanation: 'Why.' }
    await acting.succeed(country.lead, adaptSection, { ...where, seen: 0, body, ...why, changeReasons: [reason] })
    const input = { ...where, seen: 1, part: { kind: 'whole' }, message: 'Please.' }
    const { proposal } = await acting.succeed(country.lead, proposeSection, input)
    const { ProposalView } = await import('@/admin/proposals/ProposalView')
    const asked = { person: coordinator, view: ProposalView, segments: ['proposal', proposal] }
    const html = await htmlOfScreen(application, asked)
    const label = html.match(/class="block-label"[\s\S]*?class="diff-block|class="block-label"[\s\S]*$/)?.[0] ?? ''
    expect(wordsOf(label)).toContain('Our act says so.')
    expect(label).toContain('href="https://law.example/3"')
    await acting.succeed(coordinator, takeOverProposal, { proposal, seenProposal: 1, seen: 1, language: 'en' })
    const save = (of: string, seen: number, text: string) =>
      acting.succeed(coordinator, saveSection, { toolkit: own.id, key: of, seen, language: 'en', body: typed(text) })
    await save(key, 2, 'Common text of Reasons.')
    await save(beside, 1, 'Other words.')
    const words = async (person: Person) => wordsOf(await htmlOfScreen(application, { ...asked, person }))
    expect(await words(country.lead)).toContain('but the working text does not contain it any more.')
    const { NextReleaseView } = await import('@/admin/release/NextReleaseView')
    const notes = { person: coordinator, view: NextReleaseView, segments: ['framework', own.id, 'release'] }
    expect(wordsOf(await htmlOfScreen(application, notes))).toContain('not in the working text any more')
    await acting.succeed(coordinator, releaseMaster, await acting.toRelease({ toolkit: own.id, version: '2.0' }))
    const read = await words(country.lead)
    expect(read).toContain('Taken out again')
    expect(read).toContain('does not contain it. The country can propose it again.')
    expect(read).not.toContain('It is in release')
    expect(read).toContain('Propose it again')
    expect(await words(coordinator)).toContain('does not contain it.')
  })
})

describe('a proposal that was made from an earlier text of the common framework', () => {
  test('shows what taking it over stores, and says that it has the changes of both', async () => {
    const own = await given.toolkit({ titles: ['Since'] })
    const country = await given.variant({ toolkit: own, country: 'fr' })
    const [key = ''] = own.sections.map((one) => one.key)
    const where = { variant: country.id, key, language: 'en' }
    const { body: common } = await acting.sectionOf(own.id, key)
    const stored = Object(common).en
    const why = { reason: 'national-law', explanation: 'Why.' }
    const texts = { title: 'Since then', body: withLast(stored, 'Words of France.') }
    await acting.succeed(country.lead, adaptSection, { ...where, seen: 0, ...texts, ...why })
    const input = { ...where, seen: 1, part: { kind: 'whole' }, message: 'Please.' }
    const { proposal } = await acting.succeed(country.lead, proposeSection, input)
    expect(await wordsOfProposal(coordinator, proposal)).not.toContain('an earlier text')
    const save = async (seen: number, text: string, more: Fields = {}) =>
      acting.succeed(coordinator, saveSection, {
        ...{ toolkit: own.id, key, seen, language: 'en', body: withFirstWords(stored, text) },
        ...more,
      })
    await save(1, 'Words since.')
    const words = await wordsOfProposal(coordinator, proposal)
    expect(words).toContain('This proposal was made from an earlier text of the common framework.')
    expect(words).not.toContain('Where both changed the same place')
    expect(words).toContain('Editor: Words since. / Words of France.')
    await save(2, 'Words since.', { title: 'Since always' })
    expect(await wordsOfProposal(coordinator, proposal)).toContain(
      'Where both changed the same place, the result is as France has it.',
    )
    await acting.succeed(coordinator, takeOverProposal, { proposal, seenProposal: 1, seen: 3, language: 'en' })
    const { body, title } = await acting.sectionOf(own.id, key)
    expect(title).toEqual({ en: 'Since then' })
    expect(fromLexical(Object(body).en).map((one) => textOf([one]).trim())).toEqual([
      'Words since.',
      'Words of France.',
    ])
  })
})

describe('lists', () => {
  test('have open proposals for the coordinator, and answers for the country', async () => {
    const { TasksView } = await import('@/admin/tasks/TasksView')
    const tasksOf = async (person: Person) => wordsOf(await htmlOfScreen(application, { person, view: TasksView }))
    const coordinators = await tasksOf(coordinator)
    expect(coordinators).toContain('Ireland proposes: Housing')
    expect(coordinators).not.toContain('First contact')
    const leads = await tasksOf(variant.lead)
    expect(leads).toContain('Only Ireland says so.')
    expect(leads).toContain('Not answered yet')
  })
})

describe('after it is taken over', () => {
  test('the notes for the next release, the history and the changes of the release name the country', async () => {
    const { NextReleaseView } = await import('@/admin/release/NextReleaseView')
    const { CommonHistoryView } = await import('@/admin/history/CommonHistoryView')
    const seen = { proposal: addition, seenProposal: 1, seen: 1, language: 'en' }
    await acting.succeed(coordinator, takeOverProposal, seen)
    const shown = async (view: AskedScreen['view'], segments: string[]) =>
      wordsOf(await htmlOfScreen(application, { person: coordinator, view, segments }))
    expect(await shown(NextReleaseView, ['framework', toolkit.id, 'release'])).toContain('Proposed by Ireland')
    const history = ['framework', toolkit.id, 'section', keyOf('Housing'), 'history']
    expect(await shown(CommonHistoryView, history)).toContain('Proposed by Ireland: Text')
    const input = await acting.toRelease({ toolkit: toolkit.id, version: '2.0' })
    await acting.succeed(coordinator, releaseMaster, input)
    expect(await wordsOfProposal(variant.lead, addition)).toContain('It is in release 2.0 of the common framework.')
    const { answer } = await import('@/reader/answer')
    const page = await answer(new Request(new URL(`/common/en/${toolkit.slug}/v/2.0/changes/1.0`, SERVER_URL)))
    expect([page.status, wordsOf(await page.text())]).toEqual([200, expect.stringContaining('Proposed by Ireland')])
  })
})

/** The editor's text with another paragraph at its end. */
function withLast(stored: Fields, words: string): Fields {
  const copy = structuredClone(stored)
  Object(copy.root).children.push(...Object(typed(words).root).children)
  return copy
}

/** The editor's text with other words in its first paragraph. */
function withFirstWords(stored: Fields, words: string): Fields {
  const copy = structuredClone(stored)
  const [first] = Object(copy.root).children
  first.children = [{ ...first.children[0], text: words }]
  return copy
}

function at(title: string) {
  return { variant: variant.id, key: keyOf(title), language: 'en' }
}

function keyOf(title: string): string {
  const section = toolkit.sections.find((one) => one.title === title)
  if (!section) throw new Error(`There is no section ${title}`)
  return section.key
}

async function propose(title: string, message: string): Promise<string> {
  const input = { ...at(title), seen: 1, part: { kind: 'whole' }, message }
  return (await acting.succeed(variant.lead, proposeSection, input)).proposal
}

async function wordsOfProposal(person: Person, id: string, searchParams: Record<string, string> = {}): Promise<string> {
  const { ProposalView } = await import('@/admin/proposals/ProposalView')
  const asked = { person, view: ProposalView, segments: ['proposal', id], searchParams }
  return wordsOf(await htmlOfScreen(application, asked))
}
