import { generateNKeysBetween } from 'fractional-indexing'
import { isSameJson } from './canonicalJson'
import type { ImportedSection } from './importing'
import type { Language } from './language'
import { matchByPlace, matchSections, type SectionMatch } from './matchSections'
import type { Refusal } from './refusal'
import { inReadingOrder } from './release'
import { type RichText, textOf } from './richText'
import { isSameText } from './sameText'
import type { SectionContent } from './section'
import { slugOf } from './slug'

/** A section of the toolkit as it is, as far as the plan needs it. */
export type ExistingSection = {
  slug: string
  parent: string | null
  rank: string
  retired: boolean
  content: SectionContent
}

/** What the import does with one section of the document. */
export type PlannedSection = {
  incoming: ImportedSection
  /** The key of the section that it is matched with, or `newKey` for one that never was there. */
  key: string
  isNew: boolean
  /** It was gone and is back: new to the readers, with the key, the address and the history that it had. */
  returns: boolean
  slug: string
  parent: string | null
  rank: string
  status: 'new' | 'changed' | 'same'
  moved: boolean
  /** How it was recognised, for the preview. */
  how: 'slug' | 'title' | 'content' | 'place' | 'none'
  /** The title that it has now, where that differs. */
  titleBefore?: string
}

export type ImportPlan = {
  sections: PlannedSection[]
  /** Sections of the toolkit that the document does not have: they are left out of the next release. */
  gone: { key: string; title: string }[]
  problems: Refusal[]
}

/**
 * What importing a document into a toolkit would do, before anything is written: every section of the document is new,
 * changed, moved or the same, and every section of the toolkit that it does not have is gone. In another language than
 * the toolkit's own, sections are matched by their place, and none comes or goes.
 */
export function planImport({
  existing,
  incoming,
  language,
  sourceLanguage,
  newKey,
}: {
  existing: ExistingSection[]
  incoming: ImportedSection[]
  language: Language
  sourceLanguage: Language
  newKey: () => string
}): ImportPlan {
  return language === sourceLanguage
    ? planInOwnLanguage({ existing, incoming, language, newKey })
    : planTranslation({ existing, incoming, language, sourceLanguage })
}

function planInOwnLanguage({
  existing,
  incoming,
  language,
  newKey,
}: {
  existing: ExistingSection[]
  incoming: ImportedSection[]
  language: Language
  newKey: () => string
}): ImportPlan {
  const active = ordered(existing.filter(({ retired }) => !retired))
  const { matches: present, gone } = matchSections({ existing: toMatch(active, language), incoming })
  const matches = withReturning({ matches: present, incoming, existing, language })
  const byKey = new Map(existing.map((section) => [section.content.key, section]))
  const keys = matches.map(({ match }) => match ?? newKey())
  const parents = parentsOf(incoming, keys)
  const moved = matches.map((match) => match.moved)
  const ranks = ranksOf({ keys, parents, moved, byKey })
  const taken = new Set(existing.map(({ slug }) => slug))
  const sections = incoming.map((section, index): PlannedSection => {
    const key = keys[index] ?? ''
    const known = byKey.get(key)
    const match = matches[index]
    const slug = known?.slug ?? slugOf(section.slug ?? section.title, taken)
    taken.add(slug)
    const titleBefore = known?.content.title[language]
    const isThere = known !== undefined && !known.retired
    return {
      incoming: section,
      key,
      isNew: known === undefined,
      returns: known?.retired === true,
      slug,
      parent: parents[index] ?? null,
      rank: ranks[index] ?? 'a0',
      status: !isThere ? 'new' : isChanged({ known, section, language }) ? 'changed' : 'same',
      moved: isThere && (match?.moved ?? false),
      how: match?.how ?? 'none',
      ...(titleBefore !== undefined && titleBefore !== section.title ? { titleBefore } : {}),
    }
  })
  return {
    sections,
    gone: gone.map((key) => ({ key, title: byKey.get(key)?.content.title[language] ?? key })),
    problems: [],
  }
}

function planTranslation({
  existing,
  incoming,
  language,
  sourceLanguage,
}: {
  existing: ExistingSection[]
  incoming: ImportedSection[]
  language: Language
  sourceLanguage: Language
}): ImportPlan {
  const active = ordered(existing.filter(({ retired }) => !retired))
  if (active.length === 0) {
    return {
      sections: [],
      gone: [],
      problems: [{ key: 'refusal.import-language-first', params: { language: sourceLanguage } }],
    }
  }
  const outcome = matchByPlace({ existing: toMatch(active, sourceLanguage), incoming })
  if (!outcome.ok) return { sections: [], gone: [], problems: outcome.because }
  const byKey = new Map(active.map((section) => [section.content.key, section]))
  const sections = incoming.flatMap((section, index): PlannedSection[] => {
    const known = byKey.get(outcome.result[index] ?? '')
    if (!known) return []
    const { slug, parent, rank, content } = known
    const status = isChanged({ known, section, language }) ? 'changed' : 'same'
    const asBefore = { isNew: false, returns: false, moved: false, how: 'place' } as const
    return [{ incoming: section, key: content.key, slug, parent, rank, status, ...asBefore }]
  })
  return { sections, gone: [], problems: [] }
}

/**
 * What is not among the sections that are there may be one that was gone: a key and an address stand for one section
 * for ever, so it gets its own back. It has no place to have moved from.
 */
function withReturning({
  matches,
  incoming,
  existing,
  language,
}: {
  matches: SectionMatch[]
  incoming: ImportedSection[]
  existing: ExistingSection[]
  language: Language
}): SectionMatch[] {
  const gone = ordered(existing.filter(({ retired }) => retired))
  const unknown = incoming.filter((_, index) => matches[index]?.match === null)
  const found = matchSections({ existing: toMatch(gone, language), incoming: unknown }).matches
  let next = 0
  return matches.map((match) => (match.match === null ? { ...match, ...found[next++], moved: false } : match))
}

function ordered(existing: ExistingSection[]): ExistingSection[] {
  const placed = existing.map((section) => ({ ...section, key: section.content.key }))
  return inReadingOrder(placed).map(({ entry }) => entry)
}

function toMatch(existing: ExistingSection[], language: Language) {
  return existing.map(({ slug, parent, content }, position) => ({
    key: content.key,
    slug,
    title: content.title[language] ?? '',
    text: [content.summary[language] ?? '', textOf(content.body[language] ?? [])].join('\n').trim(),
    parent,
    position,
  }))
}

/** A section's parent is the nearest one before it with a smaller depth. */
function parentsOf(incoming: ImportedSection[], keys: string[]): (string | null)[] {
  const open: { depth: number; key: string }[] = []
  return incoming.map(({ depth }, index) => {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1)?.key ?? null
    open.push({ depth, key: keys[index] ?? '' })
    return parent
  })
}

/** Ranks in the order of the document; sections that have not moved keep their rank. */
function ranksOf({
  keys,
  parents,
  moved,
  byKey,
}: {
  keys: string[]
  parents: (string | null)[]
  moved: boolean[]
  byKey: Map<string, ExistingSection>
}): string[] {
  const ranks: string[] = keys.map(() => '')
  for (const parent of new Set(parents)) {
    const places = keys.flatMap((_, index) => (parents[index] === parent ? [index] : []))
    const old = places.map((index) => {
      const known = byKey.get(keys[index] ?? '')
      return known && !known.retired && known.parent === parent && !moved[index] ? known.rank : null
    })
    // All of them, unless two have one rank.
    const kept = longestRising(old)
    fill({ places, old, kept, ranks })
  }
  return ranks
}

function fill({
  places,
  old,
  kept,
  ranks,
}: {
  places: number[]
  old: (string | null)[]
  kept: Set<number>
  ranks: string[]
}): void {
  let from = 0
  let lower: string | null = null
  for (let at = 0; at <= places.length; at++) {
    if (at < places.length && !kept.has(at)) continue
    const upper = at < places.length ? (old[at] ?? null) : null
    const between = generateNKeysBetween(lower, upper, at - from)
    between.forEach((rank, offset) => {
      const place = places[from + offset]
      if (place !== undefined) ranks[place] = rank
    })
    const place = places[at]
    if (place !== undefined && upper !== null) ranks[place] = upper
    lower = upper
    from = at + 1
  }
}

/** Positions of a longest strictly rising subsequence (quadratic: a parent has few children). */
function longestRising(values: (string | null)[]): Set<number> {
  const best = values.map((): { length: number; before: number } => ({ length: 0, before: -1 }))
  let end = -1
  values.forEach((value, index) => {
    if (value === null) return
    const here = best[index]
    if (!here) return
    here.length = 1
    for (let j = 0; j < index; j++) {
      const earlier = values[j]
      const length = best[j]?.length ?? 0
      if (typeof earlier === 'string' && earlier < value && length + 1 > here.length) {
        here.length = length + 1
        here.before = j
      }
    }
    if (end < 0 || here.length > (best[end]?.length ?? 0)) end = index
  })
  const kept = new Set<number>()
  for (let at = end; at >= 0; at = best[at]?.before ?? -1) kept.add(at)
  return kept
}

function isChanged({
  known,
  section,
  language,
}: {
  known: ExistingSection
  section: ImportedSection
  language: Language
}): boolean {
  const { content } = known
  if (content.title[language] !== section.title) return true
  if (section.summary !== undefined && (content.summary[language] ?? '') !== section.summary) return true
  if (section.guidance !== undefined && (content.guidance[language] ?? '') !== section.guidance) return true
  if (section.policy !== undefined && content.policy !== section.policy) return true
  if (section.audiences !== undefined && !isSameJson(content.audiences, section.audiences)) return true
  if (section.stages !== undefined && !isSameJson(content.stages, section.stages)) return true
  return !isSameText(withoutFiles(content.body[language] ?? []), withoutFiles(section.body))
}

/** A document names its pictures itself: which file it is does not tell whether the text changed. */
function withoutFiles(body: RichText): RichText {
  return body.map(({ attrs, children, ...block }) => {
    const { media: _, ...others } = attrs
    return { ...block, attrs: others, children: withoutFiles(children) }
  })
}
