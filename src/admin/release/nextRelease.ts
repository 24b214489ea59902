import type { Standing } from '@/domain/standing'
import { isCompared } from '../framework/isCompared'
import type { WorkingRow, WorkingState, WorkingText } from '../framework/workingRows'
import { type ComparedAbout, comparedAbout } from '../review/comparedAbout'

/** A section that is released; `state` is its change from the release in use, and null if none is in use. */
export type GoingOut = Omit<WorkingRow, 'state'> & { state: Exclude<WorkingState, 'same'> | null }

/** The effects of the next release of the common framework. */
export type NextRelease = {
  going: GoingOut[]
  /** Keys of the sections that it removes for those who use the previous release. */
  removed: string[]
  /** The changes in what pages say about the toolkit. */
  about: ComparedAbout[]
}

/** The differences from the release in use, or only the whole text if nothing is compared (see `isCompared`). */
export function nextRelease({
  text: { rows, removed, about },
  common: { withdrawal },
}: {
  /** The working text compared with the last release with text. */
  text: Pick<WorkingText, 'rows' | 'removed' | 'about'>
  common: Pick<Standing, 'withdrawal'>
}): NextRelease {
  if (!isCompared({ withdrawn: withdrawal !== null }))
    return { going: rows.map((row) => ({ ...row, state: null })), removed: [], about: [] }
  const going = rows.flatMap(({ state, ...row }): GoingOut[] => (state === 'same' ? [] : [{ ...row, state }]))
  return { going, removed, about: comparedAbout(about) }
}
