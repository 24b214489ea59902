import type { ManifestEntry } from '../release'
import type { VariantSection } from '../resolve'
import { type BaseEntries, baseEntries, UPDATE_PARTS } from '../sectionBaseline'
import { type EntryIn, isSameEntry } from './changedSections'

/** Some sections of a version, and the release of the common framework on which they stand. */
export type StandsOn = { release: string; keys: string[] }

export type Followed = {
  /** The id of the release that the version follows as a whole. */
  follows: string
  /** Sections that still stand on an earlier release, and those on which the country decided in a later one; oldest first. */
  behind: StandsOn[]
  ahead: StandsOn[]
}

type Line = {
  /** The ids of the releases, oldest first: from the one on which the country started to the newest. */
  line: readonly { id: string; manifest: readonly ManifestEntry[] }[]
  own: readonly Pick<VariantSection, 'key' | 'mode' | 'baseline'>[]
  entryIn: EntryIn
}

/**
 * Returns the release that a national version follows: the newest one of whose changes the country has decided more than
 * are still open, or that changed nothing for it. A section stands on the newest release in which it is the same as what
 * the country last decided on. Sections that the country does not use do not count: nothing is asked about them. A new one
 * that it has not taken up waits, and stands on no release.
 */
export function followedRelease({ line, own, entryIn }: Line): Followed {
  const [start] = line
  if (!start) throw new Error('A version follows no release without a line of releases.')
  const places = new Map(line.map(({ id }, index) => [id, index]))
  const stored = new Map(own.map((section) => [section.key, section]))
  const keys = new Set([...line.flatMap(({ manifest }) => manifest.map(({ key }) => key)), ...stored.keys()])
  const standing = [...keys].flatMap((key) => {
    const { mode = 'inherit', baseline = {} } = stored.get(key) ?? {}
    if (mode === 'omit' || mode === 'local') return []
    const base = baseEntries({ baseline, start: start.id, entryIn: (release) => entryIn(release, key) })
    const decided = Math.max(-1, ...Object.values(baseline).map((release) => places.get(release) ?? -1))
    const oldest = Math.min(...UPDATE_PARTS.map((part) => places.get(baseline[part] ?? start.id) ?? 0))
    const same = line.findLastIndex(({ id }) => isSame(base, entryIn(id, key)))
    return [{ key, decided, at: Math.max(same, oldest), isHere: base !== null }]
  })
  const follows = line.findLastIndex((_, index) => {
    const open = standing.filter(({ at }) => at < index).length
    return open === 0 || standing.filter(({ decided }) => decided >= index).length > open
  })
  const grouped = (some: typeof standing): StandsOn[] =>
    line.flatMap(({ id }, index) => {
      const there = some.filter((one) => one.at === index && one.isHere).map(({ key }) => key)
      return there.length > 0 ? [{ release: id, keys: there }] : []
    })
  // Of a section that is the same in later releases, only the one is named on which the country decided.
  const asDecided = standing.map((one) => ({ ...one, at: Math.min(one.at, one.decided) }))
  return {
    follows: line[Math.max(0, follows)]?.id ?? start.id,
    behind: grouped(standing.filter(({ at }) => at < follows)),
    ahead: grouped(asDecided.filter(({ at }) => at > follows)),
  }
}

/**
 * Returns the newest release of a line, oldest first, that has a section as it is in this entry, which is undefined if the
 * section is not there; the first release of the line if none has.
 */
export function newestWithSame<One extends { id: string }>({
  line,
  entry,
  entryIn,
}: {
  line: readonly One[]
  entry: ManifestEntry | undefined
  /** Gives the entry of the section in a release. */
  entryIn: (release: string) => ManifestEntry | undefined
}): One | undefined {
  return line.findLast(({ id }) => isUnchanged(entry, entryIn(id))) ?? line[0]
}

/** Is a section the same in two releases: its text, its settings and its place? Undefined where it is not there. */
export function isUnchanged(was: ManifestEntry | undefined, is: ManifestEntry | undefined): boolean {
  return (['blob', 'parent', 'rank'] as const).every((one) => was?.[one] === is?.[one])
}

function isSame(base: BaseEntries | null, entry: ManifestEntry | undefined): boolean {
  return base && entry ? isSameEntry(base, entry) : !base && !entry
}
