import type { Refusal } from '../refusal'
import type { EditionState } from '../workflow'

/**
 * Returns why a decision cannot be taken back as a whole; null if it can. It can until the edition is sent in which it
 * was made, and while nobody has changed the section since.
 */
export function takeBackForbids({
  revAfter,
  edition,
  stored: { rev, at },
}: {
  /** The revision of the section that the decision stored. */
  revAfter: number
  /** The newest edition; null if there is none. */
  edition: { state: EditionState; openedAt: string } | null
  /** The stored revision of the section, and when it was stored. */
  stored: { rev: number; at: string }
}): Refusal | null {
  const isOpen = edition?.state === 'draft' || edition?.state === 'changes-requested'
  if (!isOpen) return { key: 'refusal.update-sent' }
  if (rev !== revAfter) return { key: 'refusal.update-text-changed' }
  // Not the time of the decision: one that opens an edition begins before it.
  return at < edition.openedAt ? { key: 'refusal.update-sent' } : null
}
