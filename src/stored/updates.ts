import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { type Pause, pauseOf } from '@/domain/pause'
import type { ManifestEntry } from '@/domain/release'
import { untouched, type VariantSection } from '@/domain/resolve'
import { baseFrom } from '@/domain/sectionBaseline'
import {
  asksForDecision,
  type MovedSection,
  movedSections,
  type SectionUpdate,
  type UpdateSides,
  updateOf,
} from '@/domain/updates/updates'
import { loadContents, loadStandingReleases } from './commonBase'
import { today } from './today'
import type { StoredVariantSection, Variant } from './variants'

/** The newest release of the common framework that is in use. */
export type Newest = { id: string; manifest: readonly ManifestEntry[] }

/** A section of which the common text changed, and what waits there. */
export type WaitingUpdate = {
  update: SectionUpdate
  sides: UpdateSides
  own: StoredVariantSection | null
  /** The pause that holds today, of the section or of the whole version: nothing is asked before it ends. */
  paused: Pause | null
}

type Asked = {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline' | 'languages' | 'paused'>
  newest: Newest
  /** The language of the common framework. */
  sourceLanguage: Language
}

/**
 * What the newest release would change in a national version, in the order of that release. Only sections are read whose
 * common text changed. Other requests are answered between two sections.
 */
export async function loadUpdates({
  own,
  ...asked
}: Asked & { own: readonly StoredVariantSection[] }): Promise<WaitingUpdate[]> {
  const { newest, req, variant } = asked
  const { start, entryIn } = await loadStandingReleases({ req, variant, own })
  const moved = movedSections({ start, newest, own, entryIn })
  const stored = new Map(own.map((section) => [section.key, section]))
  const contentOf = await loadContents({ req, entries: moved.map(entriesIn) })
  const waiting: WaitingUpdate[] = []
  for (const one of moved) {
    await letOthersGo()
    const section = stored.get(one.key) ?? null
    const sides = sidesOf(one, { ...asked, own: section, contentOf })
    const paused = pausedNow(variant, section)
    const update = updateOf(sides, paused)
    if (update) waiting.push({ update, sides, own: section, paused })
  }
  return waiting
}

/**
 * How many sections ask for a decision, as `loadUpdates` would list them, for callers that show nothing else. Only common
 * texts that changed are read, and most of them were read before (`loadBlobs`); what the country wrote is not.
 */
export async function countUpdates({
  own,
  ...asked
}: Asked & { own: readonly Pick<VariantSection, 'key' | 'mode' | 'baseline' | 'paused'>[] }): Promise<number> {
  const { newest, req, sourceLanguage, variant } = asked
  const { languages } = variant
  const { start, entryIn } = await loadStandingReleases({ req, variant, own })
  const moved = movedSections({ start, newest, own, entryIn })
  const stored = new Map(own.map((section) => [section.key, section]))
  const contentOf = await loadContents({ req, entries: moved.map(entriesIn) })
  return moved.filter((one) => {
    const sides = { ...commonSides(one, contentOf), languages, sourceLanguage }
    const section = stored.get(one.key) ?? null
    return pausedNow(variant, section) === null && asksForDecision({ ...sides, mode: section?.mode ?? 'inherit' })
  }).length
}

/** What waits in one section, for which the country has stored `own`; null if nothing does. */
export async function loadUpdate({
  key,
  own,
  ...asked
}: Asked & { key: string; own: StoredVariantSection | null }): Promise<WaitingUpdate | null> {
  const { newest, req, variant } = asked
  const { start, entryIn } = await loadStandingReleases({ req, variant, own: own ? [own] : [] })
  const only = (manifest: readonly ManifestEntry[]) => manifest.filter((entry) => entry.key === key)
  const [moved] = movedSections({
    start: { ...start, manifest: only(start.manifest) },
    newest: { ...newest, manifest: only(newest.manifest) },
    own: own ? [own] : [],
    entryIn,
  })
  if (!moved) return null
  const contentOf = await loadContents({ req, entries: [entriesIn(moved)] })
  const sides = sidesOf(moved, { ...asked, own, contentOf })
  const paused = pausedNow(variant, own)
  const update = updateOf(sides, paused)
  return update && { update, sides, own, paused }
}

/** The pause of a section or of its whole version that holds today. */
export function pausedNow(
  variant: Pick<Variant, 'paused'>,
  section: Pick<VariantSection, 'paused'> | null,
): Pause | null {
  return pauseOf({ section: section?.paused ?? null, version: variant.paused, today: today() })
}

/** The entries of both sides: their contents are what is read. */
export function entriesIn({ base, newest }: MovedSection): Record<string, ManifestEntry> {
  return { ...base, ...(newest ? { newest } : {}) }
}

/** The sides of an update. `contentOf` gives the contents of its entries. */
export function sidesOf(
  moved: MovedSection,
  {
    variant,
    sourceLanguage,
    own,
    contentOf,
  }: Pick<Asked, 'sourceLanguage'> & {
    variant: Pick<Variant, 'languages'>
    own: StoredVariantSection | null
    contentOf: Contents
  },
): UpdateSides {
  const { languages } = variant
  return { ...commonSides(moved, contentOf), own: own ?? untouched(moved.key), languages, sourceLanguage }
}

type Contents = Awaited<ReturnType<typeof loadContents>>

/** The common text on which the section stands, and the newest one. */
function commonSides({ base, newest }: MovedSection, contentOf: Contents): Pick<UpdateSides, 'base' | 'newest'> {
  return {
    base: base && baseFrom(base, contentOf),
    newest: newest && { entry: newest, content: contentOf(newest) },
  }
}
