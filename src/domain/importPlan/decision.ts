import {
  type Answer,
  answersTo,
  type Conflict,
  type ConflictKind,
  type GivenAnswer,
  type GivenAnswers,
  isAmong,
} from '../merge/merge'

/** Something that a person can answer. */
export type Question = {
  /** Its subject, and a hash of its sides (`questionId`). */
  id: string
  answers: readonly Answer[]
}

/**
 * A place that a person must decide before the document can be imported. `ours` is the text of the toolkit, `theirs`
 * that of the document, `base` that of the last import.
 *
 * Kinds beside those of a merge of texts (`ConflictKind`): whole: the last import is not known, and the texts differ ·
 * gone: the document lacks the section, and its text was changed here, or nobody knows, or many sections would go ·
 * left-out: the section was left out here, and the document changed it · policy, guidance: both changed it · position:
 * both moved the section, to different places.
 */
export type Decision = Question & {
  kind: ConflictKind | 'whole' | 'gone' | 'left-out' | 'policy' | 'guidance' | 'position'
  /** For `value`: what the value is about (see `Conflict`). */
  about?: string
  base: string
  ours: string
  theirs: string
}

/** Returns the question about a conflict of a merge. `sides` is the hash of the whole texts (`hashOfSides`). */
export function decisionFrom(conflict: Conflict, sides: string): Decision {
  const { id, kind, about, base, ours, theirs } = conflict
  return { id: questionId({ about: id, sides }), kind, about, base, ours, theirs, answers: answersTo(conflict) }
}

/** Returns any other question about a section: which of the two sides to use. */
export function decisionOn({
  key,
  sides,
  ...told
}: { key: string; sides: string; base?: string } & Pick<Decision, 'kind' | 'ours' | 'theirs'>): Decision {
  return { base: '', ...told, id: questionId({ about: `${key}/${told.kind}`, sides }), answers: ['ours', 'theirs'] }
}

/**
 * Returns the id of a question: its subject, which begins with the key of the section, and the hash of its sides
 * (`hashOfSides`). So an answer counts only for the texts that it was given to: if a section is paired with another
 * text of the document, its questions get other ids, even for the same place.
 */
export function questionId({ about, sides }: { about: string; sides: string }): string {
  return `${about}@${sides}`
}

/** Returns the answer to exactly this question; undefined if there is none, or if the question does not offer it. */
export function answerTo({ id, answers }: Question, given: GivenAnswers): GivenAnswer | undefined {
  const answer = given[id]
  return answer !== undefined && isAmong(answers, answer) ? answer : undefined
}

/** Lists the decisions about these sections that have no answer yet. */
export function openAmong(sections: readonly { decisions: Decision[] }[], given: GivenAnswers): Decision[] {
  return sections.flatMap(({ decisions }) => decisions.filter((decision) => answerTo(decision, given) === undefined))
}
