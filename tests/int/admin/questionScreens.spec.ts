import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { answerQuestion } from '@/actions/answerQuestion'
import { askAboutUpdate } from '@/actions/askAboutUpdate'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { markAnswerRead } from '@/actions/markAnswerRead'
import { type Acting, actingOn, typed } from '../actions/acting'
import { type Application, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Variant } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let ireland: Variant
let malta: Variant
let release: string

/** Release 2.0 changes the last section, which Ireland has adapted and Malta never touched. */
beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  const toolkit = await given.toolkit({ titles: ['Same', 'Deadline'] })
  ireland = await given.variant({ toolkit, country: 'ie' })
  malta = await given.variant({ toolkit, country: 'mt' })
  const adapted = { body: typed('Thirty working days.'), reason: 'national-law' }
  await acting.succeed(ireland.lead, adaptSection, { ...place(ireland), seen: 0, language: 'en', ...adapted })
  release = await given.newerRelease({ toolkit })
})

afterAll(() => application.stop())

test('the screen of an update lets those who decide ask, and says that no real case belongs there', async () => {
  const html = await update(ireland.lead)
  const said = wordsOf(html)
  expect(said).toContain('Ask the coordinator')
  expect(said).toContain('Do not enter names or details of real cases.')
  expect(said).toContain('nothing is blocked')
  expect(html).toContain('href="#ask"')
  expect(html).toContain('data-action="ask-about-update"')
  for (const person of [coordinator, await given.person({ roles: [{ role: 'translator', country: 'ie' }] })])
    expect(await update(person)).not.toContain('ask-about-update')
})

describe('a question that is open', () => {
  let question: string

  beforeAll(async () => {
    question = await ask(ireland, 'May we keep working days?')
  })

  test('is what the coordinator sees first in the overview', async () => {
    const { OverviewView } = await import('@/admin/overview/OverviewView')
    const html = await htmlOfScreen(application, { person: coordinator, view: OverviewView, segments: ['overview'] })
    expect(wordsOf(html)).toMatch(
      /Look here first Asked for help Ireland asks about: 2 Deadline National lead, [^,]+, on release 2\.0 May we keep working days\? Read the question/,
    )
    expect(html).toContain(`href="${address(ireland)}#questions"`)
  })

  test('is a task of the coordinator and of nobody else', async () => {
    const said = wordsOf(await tasks(coordinator))
    expect(said).toMatch(
      /Questions from countries Asked for help Ireland asks about: 2 Deadline May we keep working days\? Read and answer/,
    )
    for (const person of [ireland.lead, malta.lead, await given.reviewer('ie')])
      expect(wordsOf(await tasks(person))).not.toContain('Questions from countries')
  })

  test('is on the screen of the update in the place of the form, and the decision can still be recorded', async () => {
    const html = await update(ireland.lead)
    expect(wordsOf(html)).toMatch(/Question to the coordinator Asked for help .* May we keep working days\?/)
    expect(html).not.toContain('data-action="ask-about-update"')
    expect(html).not.toContain('data-action="answer-question"')
    expect(html).toContain('href="#questions"')
    expect(wordsOf(html)).toContain('Record the decision')
  })

  test('is answered by the coordinator on the same screen', async () => {
    const html = await update(coordinator)
    expect(wordsOf(html)).toContain('May we keep working days?')
    expect(html).toContain('data-action="answer-question"')
    expect(wordsOf(html)).toContain('Do not enter names or details of real cases.')
  })

  test('is answered without deciding by the way: only in the place of the country, after they chose to, is there a form', async () => {
    const page = await update(coordinator)
    expect(wordsOf(page)).toContain('Nothing in the country’s text changes until it decides.')
    expect(wordsOf(page)).not.toContain('Record the decision')
    const [, link = ''] = /href="([^"]*in-place[^"]*)"/.exec(page) ?? []
    expect(link).toBe(`${address(ireland)}?in-place=1#decision`)
    const inPlace = await update(coordinator, ireland, { 'in-place': '1' })
    expect(wordsOf(inPlace)).toContain('Record the decision')
    expect(inPlace).not.toContain('in-place')
    expect(await update(await given.reviewer('ie'))).not.toContain('in-place')
  })

  test('marks its row in the list of updates', async () => {
    expect(wordsOf(await updates(ireland.lead))).toMatch(/Asked for help .*2 Deadline/)
    expect(wordsOf(await updates(malta.lead))).not.toContain('Asked for help')
  })

  describe('and then answered', () => {
    beforeAll(async () => {
      await acting.succeed(coordinator, answerQuestion, { question, text: 'Yes. Say that they are working days.' })
    })

    test('is a task of the country, before its decisions, and marks the row', async () => {
      const said = wordsOf(await tasks(ireland.lead))
      expect(said).toMatch(/Answer to read .*2 Deadline .*Read the answer/)
      expect(wordsOf(await updates(ireland.lead))).toMatch(/Answer to read .*2 Deadline .*Read the answer/)
    })

    test('is no longer a task of the coordinator', async () => {
      expect(wordsOf(await tasks(coordinator))).not.toContain('Questions from countries')
    })

    test('shows the answer on the screen of the update, where the country marks it as read or asks again', async () => {
      const html = await update(ireland.lead)
      expect(wordsOf(html)).toMatch(/Answer to read .*Answer Coordinator, .* Yes\. Say that they are working days\./)
      expect(html).toContain('data-action="mark-answer-read"')
      expect(html).toContain('data-action="ask-about-update"')
      const ofCoordinator = await update(coordinator)
      expect(wordsOf(ofCoordinator)).toMatch(/Answered, not yet marked as read .*May we keep working days/)
      expect(ofCoordinator).not.toContain('data-action="mark-answer-read"')
    })

    test('is no task once somebody in the country has marked it as read; the words stay', async () => {
      await acting.succeed(ireland.lead, markAnswerRead, { question })
      expect(wordsOf(await tasks(ireland.lead))).not.toContain('Answer to read')
      expect(wordsOf(await updates(ireland.lead))).not.toContain('Answer to read')
      expect(wordsOf(await update(ireland.lead))).toMatch(/Answer read .*Say that they are working days/)
    })
  })
})

test('a question in a section that was only Ready is a task once it is answered, and gone with the decision', async () => {
  const question = await ask(malta, 'Does this hold for minors too?')
  await acting.succeed(coordinator, answerQuestion, { question, text: 'It does.' })
  expect(wordsOf(await tasks(malta.lead))).toMatch(/Answer to read .*Read the answer/)
  const decision = { ...place(malta), seen: 0, release, language: 'en', choice: 'accept' }
  await acting.succeed(malta.lead, decideOnUpdate, decision)
  expect(wordsOf(await tasks(malta.lead))).not.toContain('Answer to read')
  expect(wordsOf(await update(malta.lead, malta))).toMatch(/1 earlier question .*It does\./)
})

const place = (variant: Variant) => ({ variant: variant.id, key: String(variant.toolkit.sections.at(-1)?.key) })
const address = (variant: Variant) => `/admin/version/${variant.id}/updates/${place(variant).key}`

async function ask(variant: Variant, text: string): Promise<string> {
  return (await acting.succeed(variant.lead, askAboutUpdate, { ...place(variant), release, text })).question
}

async function update(person: Person, variant = ireland, searchParams = {}): Promise<string> {
  const { UpdateView } = await import('@/admin/updates/UpdateView')
  const segments = ['version', variant.id, 'updates', place(variant).key]
  return htmlOfScreen(application, { person, view: UpdateView, segments, searchParams })
}

async function updates(person: Person): Promise<string> {
  const { UpdatesView } = await import('@/admin/updates/UpdatesView')
  const variant = person === malta.lead ? malta : ireland
  return htmlOfScreen(application, { person, view: UpdatesView, segments: ['version', variant.id, 'updates'] })
}

async function tasks(person: Person): Promise<string> {
  const { TasksView } = await import('@/admin/tasks/TasksView')
  return htmlOfScreen(application, { person, view: TasksView })
}
