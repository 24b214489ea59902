import type { ManifestEntry } from '../release'
import type { VariantSection } from '../resolve'
import { type BaseEntries, baseEntries, UPDATE_PARTS } from '../sectionBaseline'

/** A section of which the newest release has another text or place than a version stands on; null on a side without it. */
export type CommonChange = { key: string; base: BaseEntries | null; newest: ManifestEntry | null }

/** Gives the entry of a section in a release of the common framework; undefined if that does not have it. */
export type EntryIn = (release: string, key: string) => ManifestEntry | undefined

type Version = {
  /** The id of the release on which the country started, and its sections. */
  start: { id: string; manifest: readonly ManifestEntry[] }
  /** What the country has stored; only sections that it decided on name a release. */
  own: readonly Pick<VariantSection, 'key' | 'baseline'>[]
  entryIn: EntryIn
}

/**
 * Returns the sections that the newest release changed since the version last decided on them, without reading a text:
 * the newest ones in the order of its manifest, then those that it no longer has. The work grows with the number of
 * sections, and not with the size of their texts.
 */
export function changedSections({
  start,
  newest,
  own,
  entryIn,
}: Version & { newest: { id: string; manifest: readonly ManifestEntry[] } }): CommonChange[] {
  const baselines = new Map(own.map(({ key, baseline }) => [key, baseline]))
  const there = new Set(newest.manifest.map(({ key }) => key))
  const others = [...start.manifest.map(({ key }) => key), ...baselines.keys()].filter((key) => !there.has(key))
  const changeOf = (key: string, entry: ManifestEntry | null): CommonChange[] => {
    const baseline = baselines.get(key) ?? {}
    const base = baseEntries({ baseline, start: start.id, entryIn: (release) => entryIn(release, key) })
    if (!base && !entry) return []
    return base && entry && isSameEntry(base, entry) ? [] : [{ key, base, newest: entry }]
  }
  return [
    ...newest.manifest.flatMap((entry) => changeOf(entry.key, entry)),
    ...[...new Set(others)].flatMap((key) => changeOf(key, null)),
  ]
}

/** A section as it changed beside those that wait. `isDecided`: the country decided on the change. */
export type BesideSection = CommonChange & { isDecided: boolean }

/**
 * Returns how sections changed beside those in which something waits: what moved from there, or to there, is not forgotten with a decision. `line`
 * are the releases of the common framework, the first one first. A section counts as it was in each release since the country started,
 * up to the one on which the country decided; one of which readers do not get the common text also as it was in each later release, up to
 * the newest one. None where nothing moved.
 */
export function changedBeside({
  start,
  newest,
  own,
  entryIn,
  moved,
  line,
}: Omit<Version, 'own'> & {
  newest: { id: string; manifest: readonly ManifestEntry[] }
  own: readonly Pick<VariantSection, 'key' | 'mode' | 'baseline'>[]
  moved: readonly Pick<CommonChange, 'key'>[]
  line: readonly string[]
}): BesideSection[] {
  if (moved.length === 0) return []
  const placeOf = (release: string) => line.indexOf(release)
  const there = new Map(newest.manifest.map((entry) => [entry.key, entry]))
  return own.flatMap(({ key, mode, baseline: { body: decided = start.id } }) => {
    const entryOf = (release: string) => (release === newest.id ? there.get(key) : entryIn(release, key))
    const changed = (releases: readonly string[], { to, isDecided }: { to: string; isDecided: boolean }) => {
      const entry = entryOf(to)
      const bases = releases.map((id) => baseEntries({ baseline: {}, start: id, entryIn: entryOf }))
      const once = [...new Map(bases.map((base) => [base?.body.blob, base])).values()]
      return once.flatMap((base) =>
        base?.body.blob === entry?.blob ? [] : [{ key, base, newest: entry ?? null, isDecided }],
      )
    }
    const before = line.slice(placeOf(start.id), placeOf(decided))
    const since =
      mode === 'inherit' || mode === 'supplement' ? [] : line.slice(placeOf(decided) + 1, placeOf(newest.id))
    return [
      ...changed(before, { to: decided, isDecided: true }),
      ...changed(since, { to: newest.id, isDecided: false }),
    ]
  })
}

/** Is a section in a release the same as what a country stands on: its text, its settings and its place? */
export function isSameEntry(base: BaseEntries, newest: ManifestEntry): boolean {
  const { parent, rank } = base.place
  return parent === newest.parent && rank === newest.rank && UPDATE_PARTS.every((one) => base[one].blob === newest.blob)
}

/** Returns the entries of the common text on which each section of a version stands, in no certain order. */
export function standingEntries({ start, own, entryIn }: Version): { key: string; entries: BaseEntries }[] {
  const baselines = new Map(own.map(({ key, baseline }) => [key, baseline]))
  const keys = new Set([...start.manifest.map(({ key }) => key), ...baselines.keys()])
  return [...keys].flatMap((key) => {
    const baseline = baselines.get(key) ?? {}
    const entries = baseEntries({ baseline, start: start.id, entryIn: (release) => entryIn(release, key) })
    return entries ? [{ key, entries }] : []
  })
}
