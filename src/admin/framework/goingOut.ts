import type { Standing } from '@/domain/standing'
import type { WorkingRow, WorkingState, WorkingText } from './workingRows'

/** A section that goes out; `state` says what is new in it against the release in use, and is null where none is. */
export type GoingOut = Omit<WorkingRow, 'state'> & { state: Exclude<WorkingState, 'same'> | null }

/**
 * The sections that the next release of the common framework puts out: what differs from the release in use. While that is
 * withdrawn nothing is in use, and the whole text goes out, whatever the withdrawn text was.
 */
export function goingOut({
  text: { rows },
  common: { withdrawal },
}: {
  /** The working text against the last release with text. */
  text: Pick<WorkingText, 'rows'>
  common: Pick<Standing, 'withdrawal'>
}): GoingOut[] {
  return rows.flatMap(({ state, ...row }): GoingOut[] => {
    if (withdrawal) return [{ ...row, state: null }]
    return state === 'same' ? [] : [{ ...row, state }]
  })
}
