import type { PayloadRequest } from 'payload'
import type { WaitingSection } from '@/domain/countryStanding'
import type { Mode } from '@/domain/section'
import { type EntryIn, keysOf, type SectionUpdate, standingEntries, statusDuring } from '@/domain/updates/updates'
import { loadStandingReleases } from './commonBase'
import { loadUpdateDecisions, type RecordedDecision } from './updateDecisions'
import { type Newest, pausedNow } from './updates'
import { type ListedVariantSection, loadListedVariantSections, type Variant } from './variants'

/** A version and what its country stored, without texts. */
export type ListedVersion = {
  variant: Variant
  own: readonly ListedVariantSection[]
  start: { id: string; manifest: Newest['manifest'] }
  entryIn: EntryIn
}

/** A version with all that its country decided about updates, newest first. */
export type DecidedVersion = ListedVersion & { decisions: readonly RecordedDecision[] }

/** Loads these versions, in their order. */
export async function loadDecidedVersions({
  req,
  variants,
}: {
  req: PayloadRequest
  variants: readonly Variant[]
}): Promise<DecidedVersion[]> {
  const ids = variants.map(({ id }) => id)
  const [listed, decisions] = await Promise.all([
    loadListedVariantSections({ req, variants: ids }),
    loadUpdateDecisions({ req, variants: ids }),
  ])
  const versions: DecidedVersion[] = []
  for (const variant of variants) {
    const own = listed.get(variant.id) ?? []
    const known = await loadStandingReleases({ req, variant, own })
    versions.push({ variant, own, ...known, decisions: decisions.filter((one) => one.variant === variant.id) })
  }
  return versions
}

/** What the country does with each section of its version, as stored: no text is read to see whether it differs. */
export function modesIn({ entryIn, own, start }: Omit<ListedVersion, 'variant'>): Map<string, Mode> {
  const stored = new Map(own.map(({ key, mode }) => [key, mode]))
  const modes = new Map<string, Mode>()
  for (const { key } of standingEntries({ start, own, entryIn })) modes.set(key, stored.get(key) ?? 'inherit')
  for (const { key, mode } of own) if (!modes.has(key) && mode !== 'inherit' && mode !== 'omit') modes.set(key, 'local')
  return modes
}

/** What waits in each section of some updates, by its key, during the pause that holds there. */
export function waitingSections(
  updates: readonly SectionUpdate[],
  { variant, own }: Pick<ListedVersion, 'variant' | 'own'>,
): Map<string, Omit<WaitingSection, 'class' | 'decideBy'>> {
  const stored = new Map(own.map((section) => [section.key, section]))
  return new Map(
    updates.flatMap((update) =>
      keysOf(update).map((key) => {
        const paused = pausedNow(variant, stored.get(key) ?? null)
        const status = statusDuring(paused, update.status)
        const decidedWith = key === update.key ? null : update.key
        return [key, { key, status, decidedWith, pausedUntil: paused?.until ?? null }]
      }),
    ),
  )
}
