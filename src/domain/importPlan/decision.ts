import type { Conflict, ConflictKind, Resolution } from '../merge/merge'

export type Answer = 'ours' | 'theirs' | 'both' | 'own'

/** What somebody says: a side, both, or words of their own. */
export type GivenAnswer = Exclude<Resolution, 'base'>

/** Answers by the id of the question that they were given to. */
export type GivenAnswers = Readonly<Record<string, GivenAnswer>>

/** What an answer can be given to. */
export type Question = {
  /** What it is about, and a hash of what stands on each side (`questionId`). */
  id: string
  answers: readonly Answer[]
}

/**
 * A place that somebody has to decide before the document can be imported; `ours` is the toolkit's text, `theirs` the
 * document's, `base` what the last import brought.
 *
 * Beside what a merge of texts asks (see `ConflictKind`): whole: what the last import brought is not known, and the texts
 * differ · gone: the document does not have the section, and its text has been changed here (or nobody knows) ·
 * left-out: the section was left out here, and the document has changed it · policy, guidance: both changed it ·
 * position: both moved the section, to different places.
 */
export type Decision = Question & {
  kind: ConflictKind | 'whole' | 'gone' | 'left-out' | 'policy' | 'guidance' | 'position'
  /** For `value`: what the value is about (see `Conflict`). */
  about?: string
  base: string
  ours: string
  theirs: string
}

const ANSWERS: Record<ConflictKind, Answer[]> = {
  words: ['ours', 'theirs', 'both', 'own'],
  inserted: ['ours', 'theirs', 'both', 'own'],
  // To keep a text and not to keep it is no answer.
  deleted: ['ours', 'theirs'],
  value: ['ours', 'theirs'],
  place: ['ours', 'theirs'],
}

/** The question about a place that a merge of texts leaves open. `sides` stands for the whole texts (`hashOfSides`). */
export function decisionFrom({ id, kind, about, base, ours, theirs }: Conflict, sides: string): Decision {
  return { id: questionId({ about: id, sides }), kind, about, base, ours, theirs, answers: ANSWERS[kind] }
}

/** Any other question about a section: which of the two sides holds. */
export function decisionOn({
  key,
  sides,
  ...told
}: { key: string; sides: string; base?: string } & Pick<Decision, 'kind' | 'ours' | 'theirs'>): Decision {
  return { base: '', ...told, id: questionId({ about: `${key}/${told.kind}`, sides }), answers: ['ours', 'theirs'] }
}

/**
 * The id of a question: what it is about, which begins with the key of the section, and the hash of what stands on the sides
 * (`hashOfSides`). So an answer is bound to the texts that it was given to: when a section is paired with another text of
 * the document, its questions are others, even where they are about the same place.
 */
export function questionId({ about, sides }: { about: string; sides: string }): string {
  return `${about}@${sides}`
}

/** What was said to exactly this question; what it does not offer is no answer. */
export function answerTo({ id, answers }: Question, given: GivenAnswers): GivenAnswer | undefined {
  const answer = given[id]
  return answers.some((one) => one === (typeof answer === 'object' ? 'own' : answer)) ? answer : undefined
}

/** What nobody has decided yet about these sections. */
export function openAmong(sections: readonly { decisions: Decision[] }[], given: GivenAnswers): Decision[] {
  return sections.flatMap(({ decisions }) => decisions.filter((decision) => answerTo(decision, given) === undefined))
}
