import type { Reason } from '../section'
import type { UpdateChoice } from './decide'
import type { UpdateStatus } from './sectionUpdate'

/**
 * A choice as it is said. noted: the country does not use the section, and saw that the common text changed. settled: nobody
 * chose, because the common text says what the country had proposed.
 */
export type SaidChoice = UpdateChoice | 'noted' | 'settled'

/**
 * Returns the choice and the reason of a recorded decision as it is said; null if it only took another one back. The reason of
 * a section that is not used says why it is not, and nothing about the change.
 */
export function saidDecision({
  choice,
  reason,
  status,
  byProposal,
}: {
  choice: UpdateChoice | 'undone'
  reason: Reason | null
  status: UpdateStatus
  /** The country's own proposal from which it follows; null if it follows from none. */
  byProposal: string | null
}): { choice: SaidChoice; reason: Reason | null } | null {
  if (choice === 'undone') return null
  if (byProposal !== null) return { choice: 'settled', reason: null }
  return status === 'told' ? { choice: 'noted', reason: null } : { choice, reason }
}
