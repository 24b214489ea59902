import type { Reason } from '../section'
import type { UpdateChoice } from './decide'
import type { UpdateStatus } from './sectionUpdate'

/** A choice as it is said. noted: the country does not use the section, and saw that the common text changed. */
export type SaidChoice = UpdateChoice | 'noted'

/**
 * Returns the choice and the reason of a recorded decision as it is said; null if it only took another one back. The reason of
 * a section that is not used says why it is not, and nothing about the change.
 */
export function saidDecision({
  choice,
  reason,
  status,
}: {
  choice: UpdateChoice | 'undone'
  reason: Reason | null
  status: UpdateStatus
}): { choice: SaidChoice; reason: Reason | null } | null {
  if (choice === 'undone') return null
  return status === 'told' ? { choice: 'noted', reason: null } : { choice, reason }
}
