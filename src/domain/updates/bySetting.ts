import type { ChangeNote } from '../changeNote'
import type { Pause } from '../pause'
import type { SectionUpdate } from './sectionUpdate'
import { hasNationalWords, type UpdateSides } from './sides'

/**
 * May an update come in because a country wants editorial changes without being asked? Only if the country never touched
 * the section, no pause holds, and the coordinator called every change editorial that waits there.
 */
export function comesInBySetting({
  update: { became, status },
  sides,
  notes,
  paused,
}: {
  update: SectionUpdate
  sides: UpdateSides
  /** What was said about the section in all releases that wait. */
  notes: readonly ChangeNote[]
  paused: Pause | null
}): boolean {
  const isUntouched = sides.own.mode === 'inherit' && sides.own.rank === null && !hasNationalWords(sides)
  const isEditorial = notes.length > 0 && notes.every((note) => note.class === 'editorial')
  return became === 'changed' && status === 'ready' && isUntouched && isEditorial && paused === null
}
