import type { FoundInFile } from './findInFile'

/** Why a section is left as it is until a person decides. */
export const WHY_LEFT = [
  'unknown-revision',
  'cut',
  'before-guess',
  'guess',
  'kept',
  'formats',
  'moved',
  'too-many',
] as const
export type WhyLeft = (typeof WHY_LEFT)[number]

/**
 * Why it is left as it is until a person decides; null if it is not. Words of it can be behind the heading that cuts it, or in a
 * section that was only guessed, and the other way round; and without marks, a heading as high as its title can be the title of a
 * section that nobody knows.
 */
export function whyLeft({
  cutBy,
  guessBehind,
  isGuess,
  how,
  kept,
}: Pick<FoundInFile, 'cutBy' | 'guessBehind' | 'isGuess' | 'how' | 'kept'>): WhyLeft | null {
  if (cutBy !== null) return 'cut'
  if (guessBehind !== null) return 'before-guess'
  if (isGuess) return 'guess'
  return how !== 'mark' && kept.length > 0 ? 'kept' : null
}
