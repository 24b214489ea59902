import type { ByLanguage, Language } from '@/domain/language'
import { inReadingOrder, type ManifestEntry, type Release } from '@/domain/release'
import { type Said, saidIn } from '@/domain/said'
import type { Mode, Stage } from '@/domain/section'

/** The few facts about a section that lists of sections show. */
export type SectionFacts = { title: ByLanguage<string>; stages: Stage[] }

/** One line of the contents. */
export type OutlineEntry = {
  key: string
  slug: string
  number: string
  depth: number
  mode: Mode
  title: Said<string>
  stages: Stage[]
}

/** The sections of a release in reading order, with numbers and with titles in the language (or marked as another). */
export function outlineOf({
  release,
  facts,
  language,
  source,
}: {
  release: Release
  /** By the hash of the section's content. */
  facts: ReadonlyMap<string, SectionFacts>
  language: Language
  source: Language
}): OutlineEntry[] {
  return inReadingOrder(release.manifest).map(({ entry, number, depth }) => {
    const known = facts.get(entry.blob)
    const isUnread = entry.provenance.title?.[language] === 'missing'
    const title = known && saidIn(known.title, { language, source, isUnread })
    return {
      key: entry.key,
      slug: entry.slug,
      number,
      depth,
      mode: entry.mode,
      title: title ?? { value: entry.slug, language, standsIn: false },
      stages: known?.stages ?? [],
    }
  })
}

/** A part of the contents: a top section with everything below it, or consecutive top sections without any. */
export type Part = { head?: OutlineEntry; entries: OutlineEntry[] }

/** The contents divided into parts, each headed by its top section. Top sections without others below are grouped. */
export function partsOf(outline: readonly OutlineEntry[]): Part[] {
  const parts: Part[] = []
  outline.forEach((entry, index) => {
    const last = parts.at(-1)
    if (entry.depth > 1) last?.entries.push(entry)
    else if ((outline[index + 1]?.depth ?? 1) > 1) parts.push({ head: entry, entries: [] })
    else if (last && !last.head) last.entries.push(entry)
    else parts.push({ entries: [entry] })
  })
  return parts
}

/**
 * What a newer common framework does to the sections that a national release is based on: the keys that it changes.
 * These are what the country must decide on, which is any other content, including guidance and other languages (see
 * `whatBecame` for what readers notice).
 */
export function keysChangedInCommon({ release, common }: { release: Release; common: Release }): Set<string> {
  const newer = new Map(common.manifest.map((entry) => [entry.key, entry]))
  const known = new Set(release.manifest.map((entry) => entry.key))
  const changed = (entry: ManifestEntry) =>
    entry.baseBlob !== undefined && newer.get(entry.key)?.blob !== entry.baseBlob
  return new Set([
    ...release.manifest.filter(changed).map((entry) => entry.key),
    ...common.manifest.filter((entry) => !known.has(entry.key)).map((entry) => entry.key),
  ])
}
