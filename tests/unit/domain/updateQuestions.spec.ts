import { describe, expect, it } from 'vitest'
import {
  answerForbids,
  askedIn,
  askForbids,
  questionState,
  questionsThatAre,
  readForbids,
  type UpdateQuestion,
} from '@/domain/updateQuestions'

const ASKED = '2026-12-01T09:00:00.000Z'
const BEFORE = '2026-11-30T09:00:00.000Z'
const LATER = '2026-12-02T09:00:00.000Z'
const ANSWER = { text: 'Keep yours.', at: '2026-12-01T15:00:00.000Z' }

const question = (given: Partial<UpdateQuestion> = {}): UpdateQuestion => ({
  ...{ id: 'q', key: 'a', release: '2.0', text: 'May we?', at: ASKED, answer: null, isRead: false },
  ...given,
})
const waitingIn = (...keys: string[]) => ({ waits: new Set(keys), decisions: [] })

describe('a question about an update', () => {
  it('is open until it is answered, and then waits to be read', () => {
    expect(questionState(question(), waitingIn('a'))).toBe('open')
    expect(questionState(question({ answer: ANSWER }), waitingIn('a'))).toBe('answered')
    expect(questionState(question({ answer: ANSWER, isRead: true }), waitingIn('a'))).toBe('read')
  })

  it.each([
    ['without an answer', {}],
    ['with an answer that nobody has read', { answer: ANSWER }],
  ])('%s is over when the country has decided on the section since', (_, given) => {
    const decided = { waits: new Set(['a']), decisions: [{ key: 'a', at: LATER }] }
    expect(questionState(question(given), decided)).toBe('over')
  })

  it('stays open when a decision is of another section, or is older than the question', () => {
    const decisions = [
      { key: 'b', at: LATER },
      { key: 'a', at: BEFORE },
    ]
    expect(questionState(question(), { waits: new Set(['a']), decisions })).toBe('open')
  })

  it('is over when nothing waits in the section any more', () => {
    expect(questionState(question(), waitingIn('b'))).toBe('over')
  })

  it('is listed with those of its state, the oldest first', () => {
    const all = [question({ id: 'new', at: LATER }), question({ id: 'old' }), question({ id: 'x', answer: ANSWER })]
    expect(questionsThatAre('open', all, waitingIn('a')).map(({ id }) => id)).toEqual(['old', 'new'])
  })
})

describe('the mark of a section in a list', () => {
  it('is an unread answer before an open question, and nothing for what is read or over', () => {
    const questions = [
      question({ key: 'a' }),
      question({ key: 'a', answer: ANSWER }),
      question({ key: 'a', release: '2.1' }),
      question({ key: 'b' }),
      question({ key: 'c', answer: ANSWER, isRead: true }),
      question({ key: 'gone' }),
    ]
    expect([...askedIn(questions, { ...waitingIn('a', 'b', 'c'), groups: [] })]).toEqual([
      ['a', 'answered'],
      ['b', 'open'],
    ])
  })

  it('of sections that are decided together is on the first of them', () => {
    const given = { ...waitingIn('first', 'second'), groups: [['first', 'second']] }
    expect([...askedIn([question({ key: 'second' })], given)]).toEqual([['first', 'open']])
  })
})

describe('a country can ask', () => {
  const about = { key: 'a', release: '2.0', questions: [] as UpdateQuestion[], ...waitingIn('a') }

  it('where something waits', () => {
    expect(askForbids(about)).toBeNull()
    expect(askForbids({ ...about, ...waitingIn('b') })).toEqual({ key: 'refusal.update-nothing' })
  })

  it('once for each section and release, until there is an answer', () => {
    expect(askForbids({ ...about, questions: [question()] })).toEqual({ key: 'refusal.question-open' })
    expect(askForbids({ ...about, questions: [question({ answer: ANSWER })] })).toBeNull()
    expect(askForbids({ ...about, questions: [question({ release: '1.1' }), question({ key: 'b' })] })).toBeNull()
  })
})

it('a question is answered once, and not after the decision', () => {
  expect(answerForbids(question(), waitingIn('a'))).toBeNull()
  expect(answerForbids(question({ answer: ANSWER }), waitingIn('a'))).toEqual({ key: 'refusal.question-answered' })
  expect(answerForbids(question(), waitingIn('b'))).toEqual({ key: 'refusal.question-over' })
})

it('an answer is marked as read once', () => {
  expect(readForbids(question({ answer: ANSWER }))).toBeNull()
  expect(readForbids(question())).toEqual({ key: 'refusal.question-unanswered' })
  expect(readForbids(question({ answer: ANSWER, isRead: true }))).toEqual({ key: 'refusal.answer-read' })
})
