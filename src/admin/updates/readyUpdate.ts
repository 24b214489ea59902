import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { goesWithoutOthers, leftTranslations, type MovedWith, readLanguages } from '@/domain/updates/updates'
import { othersSeen, type WaitingUpdate } from '@/stored/updates'
import { previewOf, readersChange, readNowOf, type UpdatePreview } from './updatePreview'
import type { UpdateRow } from './updateRows'
import type { VersionUpdates } from './versionUpdates'

/** What readers of one language would read differently. */
export type ReadChange = { language: Language; change: SectionChange }

/** A section that can take the new common text as it is. */
export type ReadyUpdate = {
  row: UpdateRow
  /** In each language in which something changes for readers: what they get now beside what the decision would store. */
  changes: ReadChange[]
  /** Sections into which its text goes, and that are not among these: it is not accepted without them. */
  without: MovedWith[]
  /** The languages in which readers still get the country's translation as it is. */
  left: Language[]
  /** The revision of the section that the page shows; 0 if the country has stored nothing. */
  seen: number
  /** The other sections that are decided with it, with their revisions. */
  others: { key: string; seen: number }[]
}

/** Is it accepted with the others? Not without those into which its text goes, nor where the person began a decision of its own. */
export function isAcceptedWithOthers({ row, without }: Pick<ReadyUpdate, 'row' | 'without'>): boolean {
  return without.length === 0 && row.typedAt === null
}

/** These rows with what each changes for readers. Other requests are answered between two of them. */
export async function readyUpdates({
  rows,
  waiting,
}: {
  rows: readonly UpdateRow[]
  waiting: VersionUpdates['waiting']
}): Promise<ReadyUpdate[]> {
  const ready: ReadyUpdate[] = []
  const withoutOthers = goesWithoutOthers(
    waiting.map(({ update }) => update),
    new Set(rows.flatMap(({ key, typedAt }) => (typedAt === null ? key : []))),
  )
  for (const row of rows) {
    const found = waiting.find(({ update }) => update.key === row.key)
    if (!found) continue
    const accepted = previewOf({ waiting: found, decision: { choice: 'accept' } })
    ready.push({
      row,
      changes: changesFor(found, accepted),
      without: withoutOthers(found.update),
      left: accepted.ok ? leftTranslations(accepted.decided) : [],
      seen: found.own?.rev ?? 0,
      others: othersSeen(found),
    })
    await letOthersGo()
  }
  return ready
}

function changesFor({ sides }: WaitingUpdate, preview: UpdatePreview): ReadChange[] {
  if (!preview.ok) return []
  const before = readNowOf(sides)
  return readLanguages(sides).flatMap((language) => {
    const change = readersChange({ before, after: preview.content, language })
    return change && change.counts.changes > 0 ? [{ language, change }] : []
  })
}
