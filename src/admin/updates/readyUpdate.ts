import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { Language } from '@/domain/language'
import { decideWaiting, goesWithoutOthers, leftTranslations, type MovedWith } from '@/domain/updates/updates'
import { othersSeen } from '@/stored/updates'
import { type AcceptedChange, acceptedChange } from './acceptedChange'
import type { UpdateRow } from './updateRows'
import type { VersionUpdates } from './versionUpdates'

/** A section that can take the new common text as it is. */
export type ReadyUpdate = {
  row: UpdateRow
  changes: AcceptedChange[]
  /** Sections into which its text goes, and that are not among these: it is not accepted without them. */
  without: MovedWith[]
  /** The languages in which readers still get the country's translation as it is. */
  left: Language[]
  /** The revision of the section that the page shows; 0 if the country has stored nothing. */
  seen: number
  /** The other sections that are decided with it, with their revisions. */
  others: { key: string; seen: number }[]
}

/** These rows with what each changes for readers. Other requests are answered between two of them. */
export async function readyUpdates({
  rows,
  updates: { newest, waiting },
}: {
  rows: readonly UpdateRow[]
  updates: Pick<VersionUpdates, 'newest' | 'waiting'>
}): Promise<ReadyUpdate[]> {
  const ready: ReadyUpdate[] = []
  const withoutOthers = goesWithoutOthers(
    waiting.map(({ update }) => update),
    new Set(rows.map(({ key }) => key)),
  )
  for (const row of rows) {
    const found = waiting.find(({ update }) => update.key === row.key)
    if (!found) continue
    const changes = acceptedChange({ sides: found.sides, release: newest.id })
    const accepted = decideWaiting({ waiting: found, decision: { choice: 'accept' }, release: newest.id })
    const left = accepted.ok ? leftTranslations(accepted.result) : []
    const without = withoutOthers(found.update)
    ready.push({ row, changes, without, left, seen: found.own?.rev ?? 0, others: othersSeen(found) })
    await letOthersGo()
  }
  return ready
}
