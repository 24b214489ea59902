import { WITHOUT_SPACES } from '../words/tokens'

/** A letter or figure of a script that parts its words by spaces. */
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}])`
const ENDS_WITH_LETTER = new RegExp(`${LETTER}\\p{M}*$`, 'u')
const STARTS_WITH_LETTER = new RegExp(`^${LETTER}`, 'u')

/** Whether two words would run together that come from two texts. */
export function needsSpaceBetween(before: string, after: string): boolean {
  return ENDS_WITH_LETTER.test(before) && STARTS_WITH_LETTER.test(after)
}
