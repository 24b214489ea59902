import { endsAsSentence } from '../words/sentences'
import type { Conflict, ConflictKind, Resolution } from './merged'

/** What a person can answer to a conflict: one side, both, or their own words. */
export type Answer = 'ours' | 'theirs' | 'both' | 'own'

/** What a person answered. The base is no answer: nobody is offered it. */
export type GivenAnswer = Exclude<Resolution, 'base'>
/** Answers by the id of their conflict or question. */
export type GivenAnswers = Readonly<Record<string, GivenAnswer>>

const ANSWERS: Record<ConflictKind, readonly Answer[]> = {
  words: ['ours', 'theirs', 'both', 'own'],
  inserted: ['ours', 'theirs', 'both', 'own'],
  // A text cannot be both kept and deleted.
  deleted: ['ours', 'theirs'],
  value: ['ours', 'theirs'],
  place: ['ours', 'theirs'],
}

/** Of a step, a contact or a row there can be two. */
const ANSWERS_ON_DETAILS: readonly Answer[] = ['ours', 'theirs', 'both']

/** Returns the answers that a conflict offers. Two texts can only stand one after the other if each is a whole sentence. */
export function answersTo({
  about,
  kind,
  ours,
  theirs,
}: Pick<Conflict, 'about' | 'kind' | 'ours' | 'theirs'>): Answer[] {
  if (about === 'details') return [...ANSWERS_ON_DETAILS]
  const areSentences = [ours, theirs].every(endsAsSentence)
  return ANSWERS[kind].filter((one) => one !== 'both' || kind !== 'words' || areSentences)
}

/** Is it one of these answers? */
export function isAmong(answers: readonly Answer[], given: GivenAnswer): boolean {
  return answers.some((one) => one === (typeof given === 'object' ? 'own' : given))
}
