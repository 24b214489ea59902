import { grouped } from './grouped'
import type { ByLanguage, Language } from './language'
import type { Mode, Reason, SectionContent, TextField } from './section'

/** Whose text a field of a release is. `missing`: nobody has written it in this language. */
export type Origin = 'common' | 'national' | 'translation' | 'missing'

/** For each field and language of a section, whose text it is. */
export type Provenance = Partial<Record<TextField, Partial<Record<Language, Origin>>>>

/** One section in a release: where it stands, what the country does with it, and the content that it is pinned to. */
export type ManifestEntry = {
  key: string
  /** For addresses; unique in the toolkit and kept for ever. */
  slug: string
  parent: string | null
  /** Fractional rank among the sections of one parent; compared as a string. */
  rank: string
  mode: Mode
  /** sha256 of the resolved content. For `omit` it is the content of the common framework that is left out. */
  blob: string
  /** sha256 of the common framework's content that this stands on; absent for a national addition and in the master. */
  baseBlob?: string
  provenance: Provenance
  reason?: Reason
  /** In one or two sentences, for readers. */
  explanation?: ByLanguage<string>
  sources?: string
}

/** A section with its place and its content. */
export type PlacedSection = { entry: ManifestEntry; content: SectionContent }

/** What the pages of a release say of the toolkit and of the country, as it was on the day of the release. */
export type About = {
  /** The toolkit's place in addresses. */
  slug: string
  title: ByLanguage<string>
  description: ByLanguage<string>
  /** Made up to show the product: every page says so. */
  sample: boolean
  sourceLanguage: Language
  /** The country's name; empty for the common framework, which has none but ours. */
  country: ByLanguage<string>
}

/** A picture that a release shows. The bytes are those of a file that never changes. */
export type ReleasePicture = {
  filename: string
  mimeType: string
  /** In pixels; absent for a file that nobody could measure. */
  size?: { width: number; height: number }
  /** What it shows, for texts that do not say so themselves. */
  alt: ByLanguage<string>
}

/** The country code of releases of the common framework. */
export const MASTER = 'master'

/**
 * A numbered, immutable publication of the common framework or of a national version. Inserting it is the commit
 * point of publishing: it exists wholly or not at all.
 */
export type Release = {
  id: string
  toolkit: string
  /** Country code, or `master`. */
  country: string
  /** 1, 2, 3 … without gaps, for each toolkit and country. */
  seq: number
  /** What people call it: `2.1`. */
  version: string
  kind: 'release' | 'withdrawal'
  languages: Language[]
  publishedAt: string
  /** Why there is a new release, in the words of who published it. */
  notes: string
  manifest: ManifestEntry[]
  /** sha256 of the canonical JSON of the manifest. */
  manifestHash: string
  /** The release of the common framework that a national version is based on. */
  baseline?: { release: string; version: string; seq: number }
  /** The round of work that a national release came of. */
  edition?: string
  about: About
  /** By id, every picture that its texts name. */
  pictures: Record<string, ReleasePicture>
}

/** A section with its number in the tree, in reading order. */
export type NumberedEntry<Entry> = { entry: Entry; number: string; depth: number }

type Placed = { key: string; parent: string | null; rank: string; mode?: Mode }

/**
 * Sections in reading order with numbers made from the tree (1, 1.1, 1.2, 2 …): numbers are never stored. A section
 * whose parent is not there, or stands below itself, is at the top, so that nothing is lost. Sections of equal rank are
 * ordered by key.
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
  // After the top everything has been seen but the sections of a circle.
  visit([...top.toSorted(byRank), ...entries.toSorted(byRank)], '', 1)
  return result
}

function byRank(a: Placed, b: Placed): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.key < b.key ? -1 : 1
}
