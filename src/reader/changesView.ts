import type { Became } from '@/domain/became'
import {
  type ChangeGroup,
  classOf,
  inGroups,
  notesBetween,
  type ReleasedNote,
  releasesBetween,
} from '@/domain/changeGroups'
import type { ChangeClass } from '@/domain/changeNote'
import type { ComparedSection } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import type { Release } from '@/domain/release'
import type { Mode } from '@/domain/section'
import { type Why, whyOf } from '@/domain/why'
import type { ReleaseHead } from '@/stored/release'
import { type OutlineEntry, outlineOf, type SectionFacts } from './outline'
import type { ReleaseChange } from './releaseChange'
import type { VersionView } from './versionView'

/**
 * The page of all changes compares the words of this many sections: comparing takes time, and anybody can request any
 * two releases.
 */
export const MOST_COMPARED = 100

/** One section that differs between two releases. */
export type ChangedSection = {
  /** Its place and title in the later release, or in the earlier one if it was removed; it has no number then. */
  here: Pick<OutlineEntry, 'slug' | 'number' | 'title'>
  became: Exclude<Became, 'same'>
  mode: Mode
  class: ChangeClass | null
  /** What the coordinator said of it in the releases in between, the newest last. */
  notes: ReleasedNote[]
  /** Why the country differs now. */
  why: Why | null
}

/** Two releases, the sections that differ in the order in which they are read, and what is known about them. */
export type ReleaseSpan = {
  /** The later release. */
  version: VersionView
  earlier: ReleaseHead
  /** The earlier release was not published in the language of the page. */
  isNewLanguage: boolean
  /** The releases after the earlier one, the oldest first. */
  releases: ReleaseHead[]
  groups: { group: ChangeGroup; changes: KeyedChange[] }[]
  /** What changed in another language only; null if nothing did. */
  elsewhere: ChangedElsewhere | null
}

type KeyedChange = { key: string; section: ChangedSection }

/** Sections that differ for readers of another language, and not for those of the page; what matters most first. */
export type ChangedElsewhere = { language: Language; changes: KeyedChange[] }

export type ChangesView = {
  span: ReleaseSpan
  /** What differs in each of the first changed sections (`MOST_COMPARED`), by key; the others have pages of their own. */
  compared: ReadonlyMap<string, ComparedSection>
  /** The releases that can be compared, oldest first. */
  choices: ReleaseHead[]
  changed: number
  same: OutlineEntry[]
}

/** The page of one section: what differs, or only what it is if nothing does. */
export type SectionChangesView = {
  span: ReleaseSpan
  here: Pick<OutlineEntry, 'slug' | 'number' | 'title'>
  changed: { section: ChangedSection; compared: ComparedSection } | null
  /** What changed in it in another language only; null if nothing did. */
  elsewhere: { language: Language; section: ChangedSection } | null
  previous: ChangedSection | undefined
  next: ChangedSection | undefined
  /** Show the places before and after, instead of marks in the text. */
  sentences: boolean
}

type Both<One> = { before: One; after: One }

/** What a pair of releases is, without any text but the titles of the sections. */
export function releaseSpan({
  version,
  earlier,
  heads,
  changes,
  leading,
  releases,
  facts,
}: {
  version: VersionView
  earlier: ReleaseHead
  /** All publications of the line. */
  heads: readonly ReleaseHead[]
  changes: readonly ReleaseChange[]
  /** The same for readers of the language that changes first (`leadingLanguage`); null if that is the one of the page. */
  leading: LeadingChanges | null
  releases: Both<Release>
  facts: ReadonlyMap<string, SectionFacts>
}): ReleaseSpan {
  const { language } = version
  const source = version.toolkit.sourceLanguage
  const [before, after] = [releases.before, releases.after].map(
    (release) => new Map(outlineOf({ release, facts, language, source }).map((one) => [one.key, one])),
  )
  const span = { line: heads, from: earlier, to: version.release }
  const notes = notesBetween(span)
  const changedSection = ({ key, became, section: { entry } }: ReleaseChange) => {
    const here = after?.get(key) ?? before?.get(key)
    if (became === 'same' || !here) return []
    const said = notes.get(key) ?? []
    const isGone = became === 'removed'
    const section: ChangedSection = {
      here: { ...here, number: isGone ? '' : here.number },
      ...{ became, mode: entry.mode, class: classOf(said), notes: said.filter((one) => !one.isWithdrawn) },
      why: isGone ? null : whyOf(entry, { language, source }),
    }
    return [{ key, became, section }]
  }
  const ownKeys = new Set(changes.map(({ key }) => key))
  const elsewhere = (leading?.changes ?? []).filter(({ key }) => !ownKeys.has(key)).flatMap(changedSection)
  return {
    version,
    earlier,
    isNewLanguage: !earlier.languages.includes(language),
    releases: releasesBetween(span),
    groups: inGroups({ changes: changes.flatMap(changedSection), notes }),
    elsewhere:
      leading && elsewhere.length > 0
        ? {
            language: leading.language,
            changes: inGroups({ changes: elsewhere, notes }).flatMap(({ changes: some }) => some),
          }
        : null,
  }
}

/** What became of each section for readers of another language than that of the page. */
export type LeadingChanges = { language: Language; changes: readonly ReleaseChange[] }

/**
 * The language in which a line of releases is written first, if the page is in another one and both releases have it: that
 * of the toolkit or, of a version without it, its first one. Null otherwise.
 */
export function leadingLanguage({ version, earlier }: Pick<ReleaseSpan, 'version' | 'earlier'>): Language | null {
  const { language, release, toolkit } = version
  const isWritten = release.languages.includes(toolkit.sourceLanguage)
  const leading = isWritten ? toolkit.sourceLanguage : release.languages[0]
  return leading && leading !== language && earlier.languages.includes(leading) ? leading : null
}

/** The changed sections in the order in which they are read. */
export function changedIn({ groups }: ReleaseSpan): KeyedChange[] {
  return groups.flatMap(({ changes }) => changes)
}
