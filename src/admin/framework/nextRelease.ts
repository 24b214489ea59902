import type { Standing } from '@/domain/standing'
import { type ComparedAbout, comparedAbout } from '../review/comparedAbout'
import { isCompared } from './isCompared'
import type { WorkingRow, WorkingState, WorkingText } from './workingRows'

/** A section that goes out; `state` says what is new in it against the release in use, and is null where none is. */
export type GoingOut = Omit<WorkingRow, 'state'> & { state: Exclude<WorkingState, 'same'> | null }

/** What the next release of the common framework does. */
export type NextRelease = {
  going: GoingOut[]
  /** Keys of the sections that it takes from those who use the release before. */
  removed: string[]
  /** What pages say otherwise of the toolkit. */
  about: ComparedAbout[]
}

/** What differs from the release in use, or the whole text and nothing else where nothing is compared (see `isCompared`). */
export function nextRelease({
  text: { rows, removed, about },
  common: { withdrawal },
}: {
  /** The working text against the last release with text. */
  text: Pick<WorkingText, 'rows' | 'removed' | 'about'>
  common: Pick<Standing, 'withdrawal'>
}): NextRelease {
  if (!isCompared({ withdrawn: withdrawal !== null }))
    return { going: rows.map((row) => ({ ...row, state: null })), removed: [], about: [] }
  const going = rows.flatMap(({ state, ...row }): GoingOut[] => (state === 'same' ? [] : [{ ...row, state }]))
  return { going, removed, about: comparedAbout(about) }
}
