import type { ChangeNote } from './changeNote'
import { grouped } from './grouped'
import type { ByLanguage, Language } from './language'
import type { TranslatedFrom } from './madeFrom'
import type { ChangeReason, Mode, Reason, SectionContent, TextField } from './section'

/** Where the text of a field of a release comes from. `missing`: nobody has written it in this language. */
export type Origin = 'common' | 'national' | 'translation' | 'missing'

/** The origin of the text of a section, for each field and language. */
export type Provenance = Partial<Record<TextField, Partial<Record<Language, Origin>>>>

/** One section in a release: its place, its mode, and the content that it is pinned to. */
export type ManifestEntry = {
  key: string
  /** For addresses; unique in the toolkit and kept for ever. */
  slug: string
  parent: string | null
  /** Fractional rank among the sections of one parent; compared as a string. */
  rank: string
  mode: Mode
  /** sha256 of the resolved content; for `omit`, of the common content that is left out. */
  blob: string
  /** sha256 of the common content that this one is based on; absent for a national addition and in the master. */
  baseBlob?: string
  provenance: Provenance
  /**
   * Of translations that were made from other releases of the common framework than those on which the section stands: from which
   * ones. Absent if there are none, and in releases before this was published (`Baseline.saysOrigins`).
   */
  translatedFrom?: TranslatedFrom
  reason?: Reason
  /** In one or two sentences, for readers. */
  explanation?: ByLanguage<string>
  sources?: string
  /** Absent if there are none, and in releases before single changes could have a reason. */
  changeReasons?: readonly ChangeReason[]
}

/** A section with its place and its content. */
export type PlacedSection = { entry: ManifestEntry; content: SectionContent }

/** What the pages of a release show about the toolkit and the country, as of the day of the release. */
export type About = {
  /** The toolkit's part of an address. */
  slug: string
  title: ByLanguage<string>
  description: ByLanguage<string>
  /** The content is made up to show the product, and every page says so. */
  sample: boolean
  sourceLanguage: Language
  /** The country's name; empty for the common framework, which is named in the messages. */
  country: ByLanguage<string>
}

/** A picture that a release shows. The bytes of its file never change. */
export type ReleasePicture = {
  filename: string
  mimeType: string
  /** In pixels; absent if it could not be measured. */
  size?: { width: number; height: number }
  /** Its description, for texts that do not give one. */
  alt: ByLanguage<string>
}

/** Sections that stand on another release of the common framework than the one that the version follows as a whole. */
export type StandsElsewhere = { version: string; seq: number; keys: string[] }

/** The release of the common framework that a national version follows. */
export type Baseline = {
  release: string
  version: string
  seq: number
  /** Oldest first. Absent if there are none, and in releases before a country could decide section by section. */
  others?: StandsElsewhere[]
  /** Does the manifest say from which text its translations were made? Absent in releases before it did. */
  saysOrigins?: true
}

/** The country code of releases of the common framework. */
export const MASTER = 'master'

/**
 * A numbered, immutable publication of the common framework or of a national version. Inserting it is the commit point
 * of publishing: it exists wholly or not at all.
 */
export type Release = {
  id: string
  toolkit: string
  /** Country code, or `master`. */
  country: string
  /** 1, 2, 3 … without gaps, for each toolkit and country. */
  seq: number
  /** The number that people use, for example `2.1`. */
  version: string
  kind: 'release' | 'withdrawal'
  languages: Language[]
  publishedAt: string
  /** The reason for the new release, written by the person who published it. */
  notes: string
  /** Only of the common framework: what is said of each section that changed. Empty in releases before this existed. */
  changes: ChangeNote[]
  manifest: ManifestEntry[]
  /** sha256 of the canonical JSON of the manifest. */
  manifestHash: string
  /** Only of a national version. */
  baseline?: Baseline
  /** The edition (round of work) that led to a national release. */
  edition?: string
  about: About
  /** All pictures in its texts, by id. */
  pictures: Record<string, ReleasePicture>
}

/** Returns the release of the common framework on which one section of a national version stands. */
export function standsOn(baseline: Baseline, key: string): Pick<Baseline, 'version' | 'seq'> {
  return baseline.others?.find(({ keys }) => keys.includes(key)) ?? baseline
}

/** A section with its number and depth in the tree. */
export type NumberedEntry<Entry> = { entry: Entry; number: string; depth: number }

type Placed = { key: string; parent: string | null; rank: string; mode?: Mode }

/**
 * Returns the sections in reading order, numbered by the tree (1, 1.1, 1.2, 2 …): numbers are never stored. A section
 * whose parent is missing is at the top, and a circle of parents is opened at one of its sections, so that nothing is
 * lost. Sections of equal rank are ordered by key.
 */
export function inReadingOrder<Entry extends Placed>(entries: readonly Entry[]): NumberedEntry<Entry>[] {
  const keys = new Set(entries.map((entry) => entry.key))
  const children = grouped(entries, ({ parent }) => (parent !== null && keys.has(parent) ? parent : null))
  const result: NumberedEntry<Entry>[] = []
  const seen = new Set<string>()
  const visit = (siblings: readonly Entry[], prefix: string, depth: number): void => {
    let place = 0
    for (const entry of siblings) {
      if (seen.has(entry.key)) continue
      seen.add(entry.key)
      place++
      const number = `${prefix}${place}`
      result.push({ entry, number, depth })
      visit((children.get(entry.key) ?? []).toSorted(byRank), `${number}.`, depth + 1)
    }
  }
  const top = children.get(null) ?? []
  // After the top level, only the sections of a circle, or below one, are left.
  visit([...top.toSorted(byRank), ...entries.toSorted(byRank)], '', 1)
  return result
}

function byRank(a: Placed, b: Placed): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.key < b.key ? -1 : 1
}
