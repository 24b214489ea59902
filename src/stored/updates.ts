import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { type Pause, pauseOf } from '@/domain/pause'
import { type PreparedRelease, preparedIn } from '@/domain/preparedRelease'
import type { ManifestEntry } from '@/domain/release'
import { UNTOUCHED, untouched, type VariantSection } from '@/domain/resolve'
import { baseFrom } from '@/domain/sectionBaseline'
import {
  type BesideSection,
  type BesideSides,
  type CommonChange,
  changedBeside,
  changedSections,
  keysThatAsk,
  type ListedSides,
  type UpdateSides,
  type Waiting,
  waitingIn,
} from '@/domain/updates/updates'
import { commonHeads, loadContents, loadStandingReleases } from './commonBase'
import type { ReleaseHead } from './release'
import { today } from './today'
import type { StoredVariantSection, Variant } from './variants'

/** The newest release of the common framework that is in use. */
export type Newest = { id: string; manifest: readonly ManifestEntry[] }

/** What waits in a section of which the common text changed, or in several that are decided together. */
export type WaitingUpdate = Waiting & {
  /** What the country stored for the section; null if nothing. */
  own: StoredVariantSection | null
  /** The other sections that are decided with it, in the order of the update. */
  others: { key: string; own: StoredVariantSection | null }[]
  /** The pause that holds today, of the section or of the whole version: nothing is asked before it ends. */
  paused: Pause | null
}

type Asked = {
  req: PayloadRequest
  variant: Pick<Variant, 'toolkit' | 'baseline' | 'languages' | 'paused'>
  newest: Newest | PreparedRelease
  /** The language of the common framework. */
  sourceLanguage: Language
}

/**
 * What the newest release would change in a national version, in the order of that release. Only sections are read whose
 * common text changed. Other requests are answered between two sections.
 */
export async function loadUpdates(asked: AskedOfAll): Promise<WaitingUpdate[]> {
  const { sections, others, described } = await loadSides(asked)
  const waiting: WaitingUpdate[] = []
  for (const one of waitingIn(sections, undefined, others)) {
    waiting.push(described(one))
    await letOthersGo()
  }
  return waiting
}

/**
 * What waits in one section; null if nothing does, or if it is decided with another one, under whose key it waits then.
 */
export async function loadUpdate({ key, ...asked }: AskedOfAll & { key: string }): Promise<WaitingUpdate | null> {
  const { sections, others, described } = await loadSides(asked)
  for (const one of waitingIn(sections, key, others)) return described(one)
  return null
}

type AskedOfAll = Asked & { own: readonly StoredVariantSection[] }

async function loadSides({ own, ...asked }: AskedOfAll) {
  const { newest, req, variant } = asked
  const prepared = preparedIn(newest)
  const { start, entryIn } = await loadStandingReleases({ req, variant, own, prepared })
  const moved = changedSections({ start, newest, own, entryIn })
  const heads = await commonHeads({ req, toolkit: variant.toolkit })
  const beside = await loadBeside({ req, variant, newest, own, moved, heads })
  const stored = new Map(own.map((section) => [section.key, section]))
  const storedFor = (key: string): StoredVariantSection | null => stored.get(key) ?? null
  const contentOf = await loadContents({ req, entries: [...moved, ...beside].map(entriesIn), prepared })
  const others = besideSides({ beside, variant, own: stored, sourceLanguage: asked.sourceLanguage, contentOf })
  const sections = moved.map((one) => ({
    sides: sidesOf(one, { ...asked, own: storedFor(one.key), contentOf }),
    paused: pausedNow(variant, storedFor(one.key)),
  }))
  const described = (one: Waiting): WaitingUpdate => {
    const section = storedFor(one.update.key)
    const others = one.update.others.map((key) => ({ key, own: storedFor(key) }))
    return { ...one, own: section, others, paused: pausedNow(variant, section) }
  }
  return { sections, others, described }
}

type Beside = Pick<Asked, 'req' | 'newest'> & {
  variant: Pick<Variant, 'baseline'>
  own: readonly Pick<VariantSection, 'key' | 'mode' | 'baseline'>[]
  moved: readonly CommonChange[]
  /** The publications of the common framework, newest first. */
  heads: readonly ReleaseHead[]
}

/** How sections changed beside those that wait (`changedBeside`), in all releases in question. */
export async function loadBeside({ req, variant, newest, own, moved, heads }: Beside): Promise<BesideSection[]> {
  if (moved.length === 0 || own.length === 0) return []
  const released = heads.toReversed().flatMap(({ id, kind }) => (kind === 'release' ? [id] : []))
  const line = released.includes(newest.id) ? released : [...released, newest.id]
  const [started, now] = [variant.baseline, newest.id].map((id) => line.indexOf(id))
  const between = line.slice(started, (now ?? 0) + 1)
  const named = new Set([
    ...between,
    newest.id,
    variant.baseline,
    ...own.flatMap(({ baseline }) => Object.values(baseline)),
  ])
  const others = [...named].filter((id) => released.includes(id))
  const known = await loadStandingReleases({ req, variant, own, others, prepared: preparedIn(newest) })
  return changedBeside({ ...known, newest, own, moved, line: line.filter((id) => named.has(id)) })
}

/**
 * How many sections ask for a decision, as `loadUpdates` would list them, for callers that show nothing else. Only common
 * texts that changed are read, and most of them were read before (`loadBlobs`); what the country wrote is not.
 */
export async function countUpdates({
  own,
  ...asked
}: Asked & {
  own: readonly Pick<VariantSection, 'key' | 'mode' | 'translated' | 'baseline' | 'paused'>[]
}): Promise<number> {
  const { newest, req, sourceLanguage, variant } = asked
  const prepared = preparedIn(newest)
  const { start, entryIn } = await loadStandingReleases({ req, variant, own, prepared })
  const moved = changedSections({ start, newest, own, entryIn })
  const stored = new Map(own.map((section) => [section.key, section]))
  const contentOf = await loadContents({ req, entries: moved.map(entriesIn), prepared })
  const listed = listedSides({ moved, variant, own: stored, sourceLanguage, contentOf })
  return keysThatAsk(listed).length
}

type Listing = {
  variant: Pick<Variant, 'languages' | 'paused'>
  own: ReadonlyMap<string, Pick<VariantSection, 'mode' | 'paused'>>
  sourceLanguage: Language
  contentOf: Contents
}

/** The sides of what changed beside the updates, for `waitingIn` and `movedText`. */
export function besideSides({ beside, ...given }: Listing & { beside: readonly BesideSection[] }): BesideSides[] {
  return beside.map((one) => ({ ...listedSide(one, given), isDecided: one.isDecided }))
}

/** The sides of updates without what the country wrote. `own` is what it stored, by key. */
export function listedSides({ moved, ...given }: Listing & { moved: readonly CommonChange[] }): ListedSides[] {
  return moved.map((one) => listedSide(one, given))
}

function listedSide(one: CommonChange, { variant, own, sourceLanguage, contentOf }: Listing): ListedSides {
  const section = own.get(one.key) ?? null
  const isPaused = pausedNow(variant, section) !== null
  const { mode } = section ?? UNTOUCHED
  const { languages } = variant
  return { ...commonSides(one, contentOf), key: one.key, mode, isPaused, languages, sourceLanguage }
}

/** What the country stored for one of the sections of an update; null if nothing. */
export function storedFor({ update, own, others }: WaitingUpdate, key: string): StoredVariantSection | null {
  return key === update.key ? own : (others.find((one) => one.key === key)?.own ?? null)
}

/** What waits, with the releases on which its sections stand, to read what the coordinator said (`notesOnUpdates`). */
export function questionOf(waiting: WaitingUpdate) {
  return { ...waiting.update, baselineOf: (key: string) => storedFor(waiting, key)?.baseline ?? {} }
}

/** The other sections that are decided with one, with the revisions that a decision names; 0 if nothing is stored. */
export function othersSeen({ others }: Pick<WaitingUpdate, 'others'>): { key: string; seen: number }[] {
  return others.map(({ key, own }) => ({ key, seen: own?.rev ?? 0 }))
}

/** The pause of a section or of its whole version that holds today. */
export function pausedNow(
  variant: Pick<Variant, 'paused'>,
  section: Pick<VariantSection, 'paused'> | null,
): Pause | null {
  return pauseOf({ section: section?.paused ?? null, version: variant.paused, today: today() })
}

/** The entries of both sides: their contents are what is read. */
export function entriesIn({ base, newest }: CommonChange): Record<string, ManifestEntry> {
  return { ...base, ...(newest ? { newest } : {}) }
}

/** The sides of an update. `contentOf` gives the contents of its entries. */
export function sidesOf(
  moved: CommonChange,
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
function commonSides({ base, newest }: CommonChange, contentOf: Contents): Pick<UpdateSides, 'base' | 'newest'> {
  return {
    base: base && baseFrom(base, contentOf),
    newest: newest && { entry: newest, content: contentOf(newest) },
  }
}
