import type { ManifestEntry, PlacedSection } from './release'
import { type SectionContent, withRules } from './section'

/** The parts of a section that a country decides on when the common framework changes them. */
export const UPDATE_PARTS = ['title', 'summary', 'body', 'audiences', 'stages', 'policy', 'place'] as const
export type UpdatePart = (typeof UPDATE_PARTS)[number]

/**
 * For each part of a section, the release of the common framework (its id) that the country last decided on. A part that
 * is missing stands on the release on which the country started.
 */
export type SectionBaseline = Partial<Record<UpdatePart, string>>

/** Returns the baseline of a section of which these parts stand on one release. */
export function onRelease(release: string, parts: readonly UpdatePart[] = UPDATE_PARTS): SectionBaseline {
  return Object.fromEntries(parts.map((part) => [part, release]))
}

/** The entry of each part of a section in the release on which that part stands. */
export type BaseEntries = Record<UpdatePart, ManifestEntry>

type Standing = {
  baseline: SectionBaseline
  /** The release on which the country started. */
  start: string
}

/**
 * Returns the entries of the common text on which a section of a national version stands; null if the release of its
 * place does not have the section: the country let it go, or has not taken it up yet. `entryIn` gives the entry of the
 * section in a release, undefined if the release does not have it: then the part is as where the section has its place.
 */
export function baseEntries({
  baseline,
  start,
  entryIn,
}: Standing & { entryIn: (release: string) => ManifestEntry | undefined }): BaseEntries | null {
  const place = entryIn(baseline.place ?? start)
  if (!place) return null
  const partIn = (part: UpdatePart): ManifestEntry => entryIn(baseline[part] ?? start) ?? place
  return {
    title: partIn('title'),
    summary: partIn('summary'),
    body: partIn('body'),
    audiences: partIn('audiences'),
    stages: partIn('stages'),
    policy: partIn('policy'),
    place,
  }
}

/** Do all parts of the text have the same content? */
export function isOneContent(entries: BaseEntries): boolean {
  return UPDATE_PARTS.every((part) => entries[part].blob === entries.place.blob)
}

/**
 * Returns the common text on which a section stands. `contentOf` gives the content of an entry. If its parts come from
 * several releases the `blob` of the section is empty, and storage adds the hash of the content.
 */
export function baseFrom(entries: BaseEntries, contentOf: (entry: ManifestEntry) => SectionContent): PlacedSection {
  const { place } = entries
  const whole = contentOf(place)
  if (isOneContent(entries)) return { entry: place, content: whole }
  return { entry: { ...place, blob: '' }, content: composed(whole, (part) => contentOf(entries[part])) }
}

/** Returns the content of which `contentIn` gives each part; all else is as in `whole`. */
export function composed(
  whole: SectionContent,
  contentIn: (part: Exclude<UpdatePart, 'place'>) => SectionContent,
): SectionContent {
  // The guidance and the rules say what a country does with the section, so they belong to the policy.
  const { policy, guidance, rules } = contentIn('policy')
  const others = {
    ...whole,
    title: contentIn('title').title,
    summary: contentIn('summary').summary,
    body: contentIn('body').body,
    audiences: contentIn('audiences').audiences,
    stages: contentIn('stages').stages,
    ...{ policy, guidance },
  }
  return withRules(others, rules)
}

/**
 * Returns the sections with parents that exist: where the country has not taken up the parent yet, or let it go, the
 * section stands under the nearest section above it that the country has. `parentOf` gives the parent of a section in the
 * release of a place.
 */
export function underPresentParents<Entry extends { key: string; parent: string | null }>({
  entries,
  isThere,
  parentOf,
}: {
  entries: readonly Entry[]
  isThere: (key: string) => boolean
  parentOf: (entry: Entry, key: string) => string | null
}): Entry[] {
  return entries.map((entry) => {
    const passed = new Set([entry.key])
    let parent = entry.parent
    while (parent !== null && !isThere(parent)) {
      parent = passed.has(parent) ? null : parentOf(entry, parent)
      if (parent !== null) passed.add(parent)
    }
    return parent === entry.parent ? entry : { ...entry, parent }
  })
}
