import { dice, diceAtMost } from './alignment/dice'
import { parentsByDepth } from './alignment/parentsByDepth'
import { wordBags, wordsOf } from './alignment/words'
import { grouped } from './grouped'
import type { ImportedSection } from './importing'
import { type Outcome, refuse } from './refusal'
import { textOf } from './richText/walk'

/** A section of the toolkit, with its words in the language of the document that comes in. */
export type SectionToMatch = {
  key: string
  slug: string
  title: string
  /** Plain text of summary and body. */
  text: string
  parent: string | null
}

export type SectionMatch = {
  /** The section of the toolkit that this one is; null for a new one. */
  match: string | null
  how: 'hand' | 'slug' | 'title' | 'content' | 'none'
}

/** A renamed section is still the same one if three fifths of its words are (`dice`). */
const SAME_TEXT = 0.6

/** Fewer words than this are found in too many texts (“To be written by the country”): then the title must be alike, too. */
const FEW_WORDS = 8

/**
 * Which sections of a toolkit the sections of a document are: by slug where the document has one, else by title (under
 * the same parent first), else by content. One section matches at most one. A section that was renamed and rewritten at
 * the same time is new, and the old one is gone: nothing is guessed.
 */
export function matchSections({
  existing,
  incoming,
  pairs = {},
}: {
  /** In reading order. */
  existing: readonly SectionToMatch[]
  incoming: readonly ImportedSection[]
  /** What a person said, by the index of the incoming section: the key of the section that it is, null for a new one. */
  pairs?: Readonly<Record<number, string | null>>
}): { matches: SectionMatch[]; gone: string[] } {
  const parents = parentsOf(incoming)
  const parts: Part[] = []
  for (const [index, section] of incoming.entries()) {
    const place = { key: pairs[index], parent: parts[parents[index] ?? -1], text: textOfSection(section) }
    parts.push({ ...section, ...place, match: null, how: 'none' })
  }
  const search: Search = {
    existing,
    parts,
    bagOf: wordBags(),
    free: new Set(existing),
    open: new Set(parts.filter(({ key }) => key !== null)),
  }
  matchByName(search, 'hand', 'key')
  matchByName(search, 'slug', 'slug')
  matchByTitle(search)
  matchByContent(search)
  matchByChildren(search)
  const matches = parts.map(({ match, how }) => ({ match: match?.key ?? null, how }))
  return { matches, gone: [...search.free].map(({ key }) => key) }
}

/**
 * Which section each section of a translation is: words cannot be compared, so it is the one with the same slug, else
 * the one in the same place, where the two trees have the same shape below that parent. Refuses, and names a section
 * without counterpart, where they have not. Sections of the toolkit may be missing where those of the
 * translation are all known by slug.
 */
export function matchByPlace({
  existing,
  incoming,
}: {
  /** In reading order. */
  existing: readonly Omit<SectionToMatch, 'text'>[]
  incoming: readonly ImportedSection[]
}): Outcome<string[]> {
  const bySlug = new Map(existing.map(({ slug, key }) => [slug, key]))
  const keys = incoming.map(({ slug }) => (slug === undefined ? undefined : bySlug.get(slug)))
  const unknown = incoming.find(({ slug }, index) => slug !== undefined && keys[index] === undefined)
  if (unknown?.slug !== undefined)
    return refuse('import.no-section-of-slug', { title: unknown.title, slug: unknown.slug })
  const parents = parentsOf(incoming)
  const taken = new Set(keys)
  // Parents come before their children, so that a parent's counterpart is known when its children are looked at.
  for (const index of keys.includes(undefined) ? [-1, ...incoming.keys()] : []) {
    const parentKey = index < 0 ? null : keys[index]
    const theirs = [...incoming.keys()].filter((child) => parents[child] === index && !keys[child])
    const ours = existing.filter(({ key, parent }) => parent === parentKey && !taken.has(key))
    const [expected, found] = [ours.length, theirs.length]
    const [extra, lacking] = [incoming[theirs[expected] ?? -1], ours[found]]
    if (extra) return refuse('import.no-counterpart', { title: extra.title, expected, found })
    if (lacking) return refuse('import.not-in-document', { title: lacking.title, expected, found })
    for (const [place, child] of theirs.entries()) keys[child] = ours[place]?.key
  }
  return { ok: true, result: keys.map((key) => key ?? '') }
}

/** The plain text of a section: what it is compared by. */
export function textOfSection({ summary = '', body }: Pick<ImportedSection, 'summary' | 'body'>): string {
  return `${summary}\n${textOf(body)}`.trim()
}

/** A section of the document, and which one it was found to be. */
type Part = ImportedSection & {
  /** What a person said (`pairs`). */
  key: string | null | undefined
  parent: Part | undefined
  text: string
  match: SectionToMatch | null
  how: SectionMatch['how']
}

type Search = {
  existing: readonly SectionToMatch[]
  parts: readonly Part[]
  bagOf: (text: string) => Int32Array
  /** What is not matched yet, of the toolkit and of the document. */
  free: Set<SectionToMatch>
  open: Set<Part>
}

/** Matches the two, unless one of them is matched already. */
function settle({ free, open }: Search, part: Part, how: Part['how'], section: SectionToMatch | undefined): void {
  if (!section || !free.has(section) || !open.has(part)) return
  part.match = section
  part.how = how
  free.delete(section)
  open.delete(part)
}

/** By a name that each section of the toolkit has alone. */
function matchByName(search: Search, how: Part['how'], name: 'key' | 'slug'): void {
  const named = new Map([...search.free].map((section) => [section[name], section]))
  for (const part of search.open) settle(search, part, how, named.get(part[name] ?? ''))
}

function matchByTitle(search: Search): void {
  const { free, open, bagOf } = search
  const byTitle = grouped(free, ({ title }) => plainTitle(title))
  for (const mayBeElsewhere of [false, true]) {
    for (const part of open) {
      const parent = part.parent ? part.parent.match?.key : null
      const candidates = (byTitle.get(plainTitle(part.title)) ?? []).filter(
        (candidate) => free.has(candidate) && (mayBeElsewhere || candidate.parent === parent),
      )
      const score = ({ text }: SectionToMatch) => dice(bagOf(part.text), bagOf(text))
      const scored = candidates.map((section) => ({ section, score: candidates.length > 1 ? score(section) : 1 }))
      settle(search, part, 'title', scored.toSorted(byScore)[0]?.section)
    }
  }
}

/** The most alike pairs first, over the whole document: else a section could take the counterpart of a later one. */
function matchByContent(search: Search): void {
  const { bagOf, free, open } = search
  const bagsOf = ({ title, text }: SectionToMatch | Part): Bags => ({ title: bagOf(title), text: bagOf(text) })
  const ours = [...free].map((section) => ({ section, bags: bagsOf(section) }))
  const pairs = (ours.length === 0 ? [] : [...open]).flatMap((part) => {
    const theirs = bagsOf(part)
    return ours.flatMap(({ section, bags }) => {
      const score = likeness(bags, theirs)
      return score >= SAME_TEXT ? [{ part, section, score }] : []
    })
  })
  for (const { part, section } of pairs.toSorted(byScore)) settle(search, part, 'content', section)
}

type Bags = { title: Int32Array; text: Int32Array }

/** By the texts; where one of them is short, by the titles and by all words together, whichever are less alike. */
function likeness(one: Bags, other: Bags): number {
  const alike = (a: Int32Array, b: Int32Array): number => (diceAtMost(a.length, b.length) < SAME_TEXT ? 0 : dice(a, b))
  if (Math.min(one.text.length, other.text.length) >= FEW_WORDS) return alike(one.text, other.text)
  const all = ({ title, text }: Bags): Int32Array => Int32Array.from([...title, ...text]).sort()
  const titles = alike(one.title, other.title)
  return titles < SAME_TEXT ? 0 : Math.min(titles, alike(all(one), all(other)))
}

/**
 * A chapter that is little more than its title has no content to know it by: renamed, it is the one that most of its
 * sections stood in before. From the inside out, so that a part is known by its chapters.
 */
function matchByChildren(search: Search): void {
  const { existing, parts, bagOf, free, open } = search
  const isShort = ({ text }: SectionToMatch | Part): boolean => bagOf(text).length < FEW_WORDS
  const childrenOf = grouped(parts, ({ parent }) => parent)
  const childrenBefore = grouped(existing, ({ parent }) => parent)
  for (const part of [...open].filter(isShort).reverse()) {
    const parents = (childrenOf.get(part) ?? []).map(({ match }) => match?.parent)
    const section = [...free].filter(isShort).find(({ key }) => {
      const stayed = parents.filter((parent) => parent === key).length
      return 2 * stayed > Math.max(parents.length, childrenBefore.get(key)?.length ?? 0)
    })
    settle(search, part, 'content', section)
  }
}

/** Case, punctuation and spaces make no other title; a title of signs only is its signs. */
function plainTitle(title: string): string {
  return wordsOf(title).join(' ') || title
}

function parentsOf(incoming: readonly ImportedSection[]): number[] {
  return parentsByDepth(incoming.map(({ depth }) => depth))
}

function byScore(one: { score: number }, other: { score: number }): number {
  return other.score - one.score
}
