import type { GivenAnswer } from '../merge/merge'
import type { ImportChoices } from './plan'

/** Returns the choices with one more answer; null removes the answer to that question. */
export function withAnswer({
  choices,
  id,
  answer,
}: {
  choices: ImportChoices
  id: string
  answer: GivenAnswer | null
}): ImportChoices {
  const { [id]: _, ...others } = choices.resolutions
  return { ...choices, resolutions: answer === null ? others : { ...others, [id]: answer } }
}

/**
 * Returns the choices with a match for one text of the document: a section of the toolkit, null for a new one,
 * undefined to remove the choice. Answers about the section that it was matched with, and about the new match, are
 * removed. A section matches at most one text of the document: the last one chosen.
 */
export function withPair({
  choices: { pairs, resolutions },
  index,
  key,
  before,
}: {
  choices: ImportChoices
  index: number
  key: string | null | undefined
  /** The section that the plan had matched with this text; a new section has its own key. */
  before: string | undefined
}): ImportChoices {
  const others = Object.entries(pairs).filter(([one, said]) => Number(one) !== index && (said === null || said !== key))
  const isTouched = (id: string) => [before, key].some((one) => typeof one === 'string' && id.startsWith(`${one}/`))
  return {
    pairs: Object.fromEntries(key === undefined ? others : [...others, [index, key]]),
    resolutions: Object.fromEntries(Object.entries(resolutions).filter(([id]) => !isTouched(id))),
  }
}
