import type { SectionKind } from '../nationalSave'
import type { Mode, OwnField } from '../section'

/**
 * The country's choice for a section after words of a file are taken over: a common text with other words is adapted from then
 * on. Null for a section that was supplemented: its common words stay as they are until a person chooses otherwise.
 */
export function takenMode({
  kind,
  before,
  changed,
}: {
  kind: SectionKind
  before: Mode
  changed: readonly OwnField[]
}): Mode | null {
  if (kind !== 'common' || changed.every((field) => field === 'addition')) return before
  return before === 'supplement' ? null : 'adapt'
}
