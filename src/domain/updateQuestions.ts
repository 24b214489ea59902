import type { Refusal } from './refusal'

/** What is stored: a question, its answer, and that somebody in the country read the answer. */
export const QUESTION_STEPS = ['question', 'answer', 'read'] as const
export type QuestionStep = (typeof QUESTION_STEPS)[number]

/** A question of a country to the coordinator about the update of one section, with what happened to it since. */
export type UpdateQuestion = {
  id: string
  /** The key under which the update waited when it was asked. */
  key: string
  /** The release of the common framework that it is about. */
  release: string
  text: string
  /** ISO 8601. */
  at: string
  answer: { text: string; at: string } | null
  /** Has somebody in the country read the answer? */
  isRead: boolean
}

/**
 * `open`: the coordinator has to answer. `answered`: somebody in the country has to read the answer. `over`: the country
 * has decided since it asked, or nothing waits in the section any more.
 */
export type QuestionState = 'open' | 'answered' | 'read' | 'over'

type Decided = {
  /** The decisions that hold, of the section or of more; those that no person made answer no question. */
  decisions: readonly { key: string; at: string; bySetting?: boolean; byProposal?: string | null }[]
  /** The keys of all sections in which something waits. */
  waits: ReadonlySet<string>
}

/** The most characters of a question, and of an answer. */
export const MOST_QUESTION_CHARACTERS = 5000

/** Returns what has to happen with a question. A decision that was taken back opens it again. */
export function questionState(
  { key, at, answer, isRead }: Pick<UpdateQuestion, 'key' | 'at' | 'answer' | 'isRead'>,
  { decisions, waits }: Decided,
): QuestionState {
  const isDecided = decisions.some((one) => one.key === key && one.at > at && !one.bySetting && !one.byProposal)
  if (!waits.has(key) || isDecided) return 'over'
  if (answer === null) return 'open'
  return isRead ? 'read' : 'answered'
}

/** Returns those of the questions with this state, the oldest first. */
export function questionsThatAre<Question extends UpdateQuestion>(
  state: QuestionState,
  questions: readonly Question[],
  decided: Decided,
): Question[] {
  return questions
    .filter((one) => questionState(one, decided) === state)
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

/**
 * Returns by section what a list says about its questions: an answer that nobody has read comes before a question that is
 * open. `groups` are the sections that are decided together; what is said of one is said of the first.
 */
export function askedIn(
  questions: readonly UpdateQuestion[],
  { groups, ...decided }: Decided & { groups: readonly (readonly string[])[] },
): Map<string, 'open' | 'answered'> {
  const found = new Map<string, 'open' | 'answered'>()
  for (const question of questions) {
    const state = questionState(question, decided)
    if (state !== 'open' && state !== 'answered') continue
    const key = groups.find((group) => group.includes(question.key))?.[0] ?? question.key
    if (found.get(key) !== 'answered') found.set(key, state)
  }
  return found
}

/** Returns why a question about the update of a section by a release cannot be asked now; null if it can. */
export function askForbids({
  key,
  release,
  questions,
  ...decided
}: Decided & Pick<UpdateQuestion, 'key' | 'release'> & { questions: readonly UpdateQuestion[] }): Refusal | null {
  if (!decided.waits.has(key)) return { key: 'refusal.update-nothing' }
  const open = questions.some(
    (one) => one.key === key && one.release === release && questionState(one, decided) === 'open',
  )
  return open ? { key: 'refusal.question-open' } : null
}

/** Returns why a question cannot be answered now; null if it can. */
export function answerForbids(question: UpdateQuestion, decided: Decided): Refusal | null {
  if (question.answer) return { key: 'refusal.question-answered' }
  return questionState(question, decided) === 'over' ? { key: 'refusal.question-over' } : null
}

/** Returns why the answer to a question cannot be marked as read now; null if it can. */
export function readForbids({ answer, isRead }: Pick<UpdateQuestion, 'answer' | 'isRead'>): Refusal | null {
  if (!answer) return { key: 'refusal.question-unanswered' }
  return isRead ? { key: 'refusal.answer-read' } : null
}
