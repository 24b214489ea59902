import { WITHOUT_SPACES } from '../words/tokens'

/** A letter or digit of a script that writes spaces between words. */
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}])`
const ENDS_WITH_LETTER = new RegExp(`${LETTER}\\p{M}*$`, 'u')
const STARTS_WITH_LETTER = new RegExp(`^${LETTER}`, 'u')

/** Whether two words from two texts would run together. */
export function needsSpaceBetween(before: string, after: string): boolean {
  return ENDS_WITH_LETTER.test(before) && STARTS_WITH_LETTER.test(after)
}
