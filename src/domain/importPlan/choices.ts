import type { GivenAnswer } from './decision'
import type { ImportChoices } from './plan'

/** What somebody said, with an answer to one question more; null takes back what was said to it. */
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
 * The same with what one text of the document is: a section of the toolkit, null for a new one; undefined takes back what was
 * said. What was answered about the section that it was taken for, and about the one that it is now, is asked anew. A section
 * is one text of the document at most: the one that was said last.
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
  /** The section that the plan took this text for until now; a new one has a key of its own. */
  before: string | undefined
}): ImportChoices {
  const others = Object.entries(pairs).filter(([one, said]) => Number(one) !== index && (said === null || said !== key))
  const isTouched = (id: string) => [before, key].some((one) => typeof one === 'string' && id.startsWith(`${one}/`))
  return {
    pairs: Object.fromEntries(key === undefined ? others : [...others, [index, key]]),
    resolutions: Object.fromEntries(Object.entries(resolutions).filter(([id]) => !isTouched(id))),
  }
}
