import type { Language } from './language'
import { MASTER } from './release'

/**
 * Returns the language of what was said of a release, if the page is in another one: the coordinator writes in the language of the
 * common framework. Undefined for the releases of a country too, which says nowhere in which of its languages it writes.
 */
export function notesLanguage({
  country,
  source,
  page,
}: {
  /** A country's code or `master`. */
  country: string
  /** The language of the common framework. */
  source: Language
  page: Language
}): Language | undefined {
  return country === MASTER && source !== page ? source : undefined
}
