import type { Conflict, ConflictKind, Resolutions } from '../merge/merged'

export type Answer = 'ours' | 'theirs' | 'both' | 'own'

/**
 * A place that somebody has to decide before the document can be imported; `ours` is the toolkit's text, `theirs` the
 * document's, `base` what the last import brought. Resolutions name it by its id.
 *
 * Beside what a merge of texts asks (see `ConflictKind`): whole: what the last import brought is not known, and the texts
 * differ · gone: the document does not have the section, and its text has been changed here (or nobody knows) ·
 * left-out: the section was left out here, and the document has changed it · policy, guidance: both changed it ·
 * position: both moved the section, to different places.
 */
export type Decision = {
  id: string
  kind: ConflictKind | 'whole' | 'gone' | 'left-out' | 'policy' | 'guidance' | 'position'
  /** For `value`: what the value is about (see `Conflict`). */
  about?: string
  base: string
  ours: string
  theirs: string
  answers: Answer[]
}

const ANSWERS: Record<ConflictKind, Answer[]> = {
  words: ['ours', 'theirs', 'both', 'own'],
  inserted: ['ours', 'theirs', 'both', 'own'],
  // To keep a text and not to keep it is no answer.
  deleted: ['ours', 'theirs'],
  value: ['ours', 'theirs'],
  place: ['ours', 'theirs'],
}

export function decisionFrom({ id, kind, about, base, ours, theirs }: Conflict): Decision {
  return { id, kind, ...(about === undefined ? {} : { about }), base, ours, theirs, answers: ANSWERS[kind] }
}

/** The id of the decision about a whole section: `ours` leaves it as it is here, `theirs` takes what the document has. */
export function wholeSection(key: string): string {
  return `${key}/section`
}

export function openAmong({ decisions, resolutions }: { decisions: Decision[]; resolutions: Resolutions }): Decision[] {
  return decisions.filter(({ id }) => resolutions[id] === undefined)
}
