import type { Refusal } from '@/domain/refusal'

/** Carries a refusal out of a transaction, which is rolled back. */
export class Refused extends Error {
  constructor(readonly because: Refusal[]) {
    super(because.map(({ key }) => key).join(', '))
    this.name = 'Refused'
  }
}

/** What is stored now, for a writer who saw an older revision. */
export type SavedRevision = {
  rev: number
  updatedAt: string
  updatedBy: string | null
  /** The stored texts in the language of the write, by field; rich text in the domain's model. */
  texts: Record<string, unknown>
}

/** A write that named an older revision than the stored one. It contains the stored text, so that both can be shown. */
export class StaleWrite extends Error {
  constructor(readonly saved: SavedRevision) {
    super(`Stale write: revision ${saved.rev} is stored`)
    this.name = 'StaleWrite'
  }
}

/** Refuses a writer who did not see the stored revision (0 means that nothing is stored). */
export function assertSeen({ seen, saved }: { seen: number; saved: SavedRevision }): void {
  if (seen !== saved.rev) throw new StaleWrite(saved)
}
