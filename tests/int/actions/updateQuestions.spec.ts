import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adaptSection } from '@/actions/adaptSection'
import { answerQuestion } from '@/actions/answerQuestion'
import { askAboutUpdate } from '@/actions/askAboutUpdate'
import { decideOnUpdate } from '@/actions/decideUpdate'
import { markAnswerRead } from '@/actions/markAnswerRead'
import { takeBackUpdate } from '@/actions/takeBackUpdate'
import { MOST_QUESTION_CHARACTERS } from '@/domain/updateQuestions'
import { loadUpdateQuestions } from '@/stored/updateQuestions'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Factories, factoriesFor, type Toolkit, type Variant } from '../setup/factories'
import { grownBetween, snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, refusalsOf, typed } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let editor: Person
let toolkit: Toolkit
let variant: Variant
let release: string

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  editor = await given.person({ roles: [{ role: 'national-editor', country: 'ie' }] })
})

afterAll(() => application.stop())

/** Release 2.0 changes the last section, and Ireland has decided nothing. */
beforeEach(async () => {
  toolkit = await given.toolkit({ titles: ['Same', 'Changed'] })
  variant = await given.variant({ toolkit, country: 'ie' })
  release = await given.newerRelease({ toolkit })
})

describe('a question about an update', () => {
  test('is stored with author, role and time, and changes nothing else', async () => {
    const before = await snapshotOf(application.payload)
    await ask('May we keep our deadline?')
    const grown = grownBetween(before, await snapshotOf(application.payload))
    expect(grown).toEqual({ 'update-questions': 1, 'audit-events': 1 })
    const about = { variant: variant.id, country: 'ie', key: keyOf('Changed'), release }
    expect(await questions()).toMatchObject([
      { ...about, text: 'May we keep our deadline?', as: 'national-editor', answer: null, isRead: false },
    ])
  })

  test('leaves no words in the permanent record', async () => {
    await ask('Words that are not for the record')
    const events = await application.payload.find({ collection: 'audit-events', overrideAccess: true, limit: 0 })
    expect(JSON.stringify(events.docs)).not.toContain('not for the record')
  })

  test('does not keep the country from deciding', async () => {
    const question = await ask()
    await decide()
    const answer = await acting.refuse(coordinator, answerQuestion, { question, text: 'Yes.' })
    expect(answer.keys).toEqual(['refusal.question-over'])
  })

  test('can be answered again when the decision was taken back', async () => {
    const question = await ask()
    await decide()
    const [decision] = await acting.stored('update-decisions', { variant: { equals: variant.id } })
    const own = await acting.ownSectionOf(variant.id, keyOf('Changed'))
    const back = { decision: decision?.id, seen: own.rev, language: 'en' }
    await acting.succeed(variant.lead, takeBackUpdate, back)
    await acting.succeed(coordinator, answerQuestion, { question, text: 'Yes.' })
  })

  test('that a decision has ended is not open again when a newer release changes the section', async () => {
    const question = await ask()
    await decide()
    await given.newerRelease({ toolkit: { ...toolkit, sections: await sectionsNow() }, version: '2.1' })
    const answer = await acting.refuse(coordinator, answerQuestion, { question, text: 'Yes.' })
    expect(answer.keys).toEqual(['refusal.question-over'])
  })

  test('is refused while one about the same section and release has no answer', async () => {
    const first = await ask()
    expect((await acting.refuse(variant.lead, askAboutUpdate, about())).keys).toEqual(['refusal.question-open'])
    await acting.succeed(coordinator, answerQuestion, { question: first, text: 'Yes.' })
    await ask('And the summary?')
    expect(await questions()).toHaveLength(2)
  })

  test('is refused where nothing waits, in a section that does not exist, and about an earlier release', async () => {
    const refused = async (more: Fields) => (await acting.refuse(editor, askAboutUpdate, { ...about(), ...more })).keys
    expect(await refused({ key: keyOf('Same') })).toEqual(['refusal.update-nothing'])
    expect(await refused({ key: 'nowhere' })).toEqual(['refusal.update-nothing'])
    await given.newerRelease({ toolkit: { ...toolkit, sections: await sectionsNow() }, version: '2.1' })
    expect(await refused({})).toEqual(['refusal.update-moved-on'])
  })

  test.each([
    ['without words', '', 'missing'],
    ['of blanks', ' \n\t ', 'missing'],
    ['of characters that nobody sees', '\u200b\u2060', 'missing'],
    ['that is too long', 'x'.repeat(MOST_QUESTION_CHARACTERS + 1), 'long'],
  ])('%s is refused, and so is such an answer; the message names the field', async (_, text, fault) => {
    const badFor = (of: 'question' | 'answer') => ({
      ok: false,
      because: [
        fault === 'missing'
          ? { key: `refusal.${of}-missing`, field: 'text' }
          : { key: 'refusal.bad-input', params: { where: 'text' }, field: 'text' },
      ],
    })
    const before = await snapshotOf(application.payload)
    expect(await acting.perform(editor, askAboutUpdate, { ...about(), text })).toEqual(badFor('question'))
    expect(await snapshotOf(application.payload)).toEqual(before)
    const question = await ask()
    expect(await acting.perform(coordinator, answerQuestion, { question, text })).toEqual(badFor('answer'))
    expect(await questions()).toMatchObject([{ answer: null }])
  })

  test('of two people at the same moment is stored once', async () => {
    const both = await Promise.all(
      [editor, variant.lead].map((person) => acting.perform(person, askAboutUpdate, about())),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.flatMap((one) => (one.ok ? [] : refusalsOf(one).keys))).toEqual(['refusal.question-open'])
    expect(await questions()).toHaveLength(1)
  })
})

describe('an answer', () => {
  test('is stored beside the question, which stays as it was asked', async () => {
    const question = await ask('May we keep our deadline?')
    await acting.succeed(coordinator, answerQuestion, { question, text: 'Yes, with a reason.' })
    expect(await questions()).toMatchObject([
      { id: question, text: 'May we keep our deadline?', answer: { text: 'Yes, with a reason.', as: 'coordinator' } },
    ])
  })

  test('of two coordinators at the same moment is stored once, and the other is told', async () => {
    const question = await ask()
    const other = await given.person({ roles: [{ role: 'coordinator' }] })
    const both = await Promise.all(
      [coordinator, other].map((person, at) =>
        acting.perform(person, answerQuestion, { question, text: `Answer ${at}` }),
      ),
    )
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.flatMap((one) => (one.ok ? [] : refusalsOf(one).keys))).toEqual(['refusal.question-answered'])
    expect(await acting.stored('update-questions', { question: { equals: question } })).toHaveLength(1)
  })

  test('is marked as read once, by somebody in the country', async () => {
    const question = await ask()
    const read = { question }
    expect((await acting.refuse(editor, markAnswerRead, read)).keys).toEqual(['refusal.question-unanswered'])
    await acting.succeed(coordinator, answerQuestion, { question, text: 'Yes.' })
    await acting.succeed(variant.lead, markAnswerRead, read)
    expect(await questions()).toMatchObject([{ isRead: true }])
    expect((await acting.refuse(editor, markAnswerRead, read)).keys).toEqual(['refusal.answer-read'])
  })
})

test.each(['0123456789abcdef01234567', 'no id at all', '{"$gt":""}'])(
  'a question that does not exist (%s) is neither answered nor read',
  async (question) => {
    const answer = await acting.refuse(coordinator, answerQuestion, { question, text: 'Yes.' })
    expect(answer.keys).toEqual(['refusal.question-unknown'])
    expect((await acting.refuse(coordinator, markAnswerRead, { question })).keys).toEqual(['refusal.question-unknown'])
  },
)

test('questions are for the country that asked, and for those who see all countries', async () => {
  await ask()
  await given.country('cy')
  expect(await questions(await given.lead('cy'))).toEqual([])
  expect(await questions(await given.person({ roles: [{ role: 'translator', country: 'ie' }] }))).toHaveLength(1)
  expect(await questions(await given.person({ roles: [{ role: 'observer' }] }))).toHaveLength(1)
})

test('a section that the country has adapted is asked about in the same way', async () => {
  const place = { variant: variant.id, key: keyOf('Changed'), language: 'en', seen: 0 }
  await acting.succeed(variant.lead, adaptSection, { ...place, body: typed('Ours.'), reason: 'other' })
  await ask()
  expect(await questions()).toHaveLength(1)
})

const about = () => ({ variant: variant.id, key: keyOf('Changed'), release, text: 'May we keep ours?' })

async function ask(text = 'May we keep ours?'): Promise<string> {
  return (await acting.succeed(editor, askAboutUpdate, { ...about(), text })).question
}

async function decide(): Promise<void> {
  const input = { variant: variant.id, key: keyOf('Changed'), release, seen: 0, language: 'en', choice: 'accept' }
  await acting.succeed(variant.lead, decideOnUpdate, input)
}

async function questions(person: Person = editor) {
  const user = await acting.userOf(person)
  const req = await createLocalReq({ user }, application.payload)
  return loadUpdateQuestions({ req, variants: [variant.id] })
}

async function sectionsNow() {
  const stored = await acting.stored('sections', { toolkit: { equals: toolkit.id } })
  return toolkit.sections.map((one) => ({
    ...one,
    rev: Number(stored.find(({ key }) => key === one.key)?.rev),
  }))
}

function keyOf(title: string): string {
  const at = ['Same', 'Changed'].indexOf(title)
  return String(toolkit.sections[at]?.key)
}
