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
  /** Place in reading order; only the order counts. */
  position: number
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
  existing: readonly SectionToMatch[]
  incoming: readonly ImportedSection[]
  /** What a person said, by the index of the incoming section: the key of the section that it is, null for a new one. */
  pairs?: Readonly<Record<number, string | null>>
}): { matches: SectionMatch[]; gone: string[] } {
  const search: Search = {
    existing,
    incoming,
    texts: incoming.map(textOfSection),
    parents: parentsOf(incoming),
    bagOf: wordBags(),
    free: new Set(existing),
    open: new Set([...incoming.keys()].filter((index) => pairs[index] !== null)),
    found: new Map(),
  }
  matchByName(search, 'hand', { of: ({ key }) => key, wanted: (index) => pairs[index] })
  matchByName(search, 'slug', { of: ({ slug }) => slug, wanted: (index) => incoming[index]?.slug })
  matchByTitle(search)
  matchByContent(search)
  matchByChildren(search)
  const matches = incoming.map((_, index): SectionMatch => {
    const match = search.found.get(index)
    return match ? { match: match.section.key, how: match.how } : { match: null, how: 'none' }
  })
  return { matches, gone: [...search.free].toSorted(byPosition).map(({ key }) => key) }
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
  existing: readonly SectionToMatch[]
  incoming: readonly ImportedSection[]
}): Outcome<string[]> {
  const keys: (string | undefined)[] = incoming.map(
    ({ slug }) => existing.find((section) => slug !== undefined && section.slug === slug)?.key,
  )
  const unknown = incoming.find(({ slug }, index) => slug !== undefined && keys[index] === undefined)
  if (unknown?.slug !== undefined)
    return refuse('import.no-section-of-slug', { title: unknown.title, slug: unknown.slug })
  const parents = parentsOf(incoming)
  const taken = new Set(keys)
  if (!keys.includes(undefined)) return { ok: true, result: incoming.map((_, index) => keys[index] ?? '') }
  // Parents come before their children, so that a parent's counterpart is known when its children are looked at.
  for (let index = -1; index < incoming.length; index++) {
    const parentKey = index < 0 ? null : keys[index]
    const theirs = incoming.flatMap((_, child) => (parents[child] === index && !keys[child] ? [child] : []))
    const ours = existing.filter(({ key, parent }) => parent === parentKey && !taken.has(key)).toSorted(byPosition)
    if (theirs.length > ours.length) {
      const extra = incoming[theirs[ours.length] ?? 0]
      return refuse('import.no-counterpart', { title: extra?.title ?? '', expected: ours.length, found: theirs.length })
    }
    if (theirs.length < ours.length) {
      const title = ours[theirs.length]?.title ?? ''
      return refuse('import.not-in-document', { title, expected: ours.length, found: theirs.length })
    }
    theirs.forEach((child, place) => {
      keys[child] = ours[place]?.key
    })
  }
  return { ok: true, result: keys.map((key) => key ?? '') }
}

/** The plain text of a section: what it is compared by. */
export function textOfSection({ summary = '', body }: Pick<ImportedSection, 'summary' | 'body'>): string {
  return `${summary}\n${textOf(body)}`.trim()
}

type Search = {
  existing: readonly SectionToMatch[]
  incoming: readonly ImportedSection[]
  /** The plain text of each incoming section, and the index of its parent. */
  texts: readonly string[]
  parents: readonly number[]
  bagOf: (text: string) => Int32Array
  /** The sections of the toolkit that are not matched yet, and the indexes of the incoming ones. */
  free: Set<SectionToMatch>
  open: Set<number>
  found: Map<number, { section: SectionToMatch; how: SectionMatch['how'] }>
}

function settle(
  { free, open, found }: Search,
  index: number,
  match: { section: SectionToMatch; how: SectionMatch['how'] },
) {
  found.set(index, match)
  free.delete(match.section)
  open.delete(index)
}

/** By a name that each section of the toolkit has alone. */
function matchByName(
  search: Search,
  how: SectionMatch['how'],
  names: { of: (section: SectionToMatch) => string; wanted: (index: number) => string | null | undefined },
): void {
  const named = new Map([...search.free].map((section) => [names.of(section), section]))
  for (const index of search.open) {
    const section = named.get(names.wanted(index) ?? '')
    if (section && search.free.has(section)) settle(search, index, { section, how })
  }
}

function matchByTitle(search: Search): void {
  const { incoming, parents, free, open, found } = search
  const byTitle = grouped(free, ({ title }) => plainTitle(title))
  for (const mayBeElsewhere of [false, true]) {
    for (const index of open) {
      const above = parents[index] ?? -1
      const parent = above < 0 ? null : found.get(above)?.section.key
      const candidates = (byTitle.get(plainTitle(incoming[index]?.title ?? '')) ?? []).filter(
        (candidate) => free.has(candidate) && (mayBeElsewhere || candidate.parent === parent),
      )
      const section = mostAlike(search, index, candidates)
      if (section) settle(search, index, { section, how: 'title' })
    }
  }
}

function mostAlike({ texts, bagOf }: Search, index: number, candidates: SectionToMatch[]): SectionToMatch | undefined {
  if (candidates.length < 2) return candidates[0]
  const words = bagOf(texts[index] ?? '')
  const scored = candidates.map((section) => ({ section, score: dice(words, bagOf(section.text)) }))
  return scored.toSorted(byScore)[0]?.section
}

/** The most alike pairs first, over the whole document: else a section could take the counterpart of a later one. */
function matchByContent(search: Search): void {
  const { incoming, texts, bagOf, free, open } = search
  if (free.size === 0) return
  const bagsOf = (title: string, text: string): Bags => ({
    title: bagOf(title),
    text: bagOf(text),
    both: bagOf(`${title} ${text}`),
  })
  const ours = [...free].map((section) => ({ section, bags: bagsOf(section.title, section.text) }))
  const pairs = [...open].flatMap((index) => {
    const theirs = bagsOf(incoming[index]?.title ?? '', texts[index] ?? '')
    return ours.flatMap(({ section, bags }) => {
      const score = likeness(bags, theirs)
      return score >= SAME_TEXT ? [{ index, section, score }] : []
    })
  })
  for (const { index, section } of pairs.toSorted(byScore)) {
    if (open.has(index) && free.has(section)) settle(search, index, { section, how: 'content' })
  }
}

type Bags = Record<'title' | 'text' | 'both', Int32Array>

function likeness(one: Bags, other: Bags): number {
  const alike = (name: keyof Bags): number =>
    diceAtMost(one[name].length, other[name].length) < SAME_TEXT ? 0 : dice(one[name], other[name])
  const isShort = Math.min(one.text.length, other.text.length) < FEW_WORDS
  return isShort ? Math.min(alike('title'), alike('both')) : alike('text')
}

/**
 * A chapter that is little more than its title has no content to know it by: renamed, it is the one that most of its
 * sections stood in before. From the inside out, so that a part is known by its chapters.
 */
function matchByChildren(search: Search): void {
  const { existing, incoming, texts, parents, bagOf, free, open, found } = search
  const isShort = (text: string): boolean => bagOf(text).length < FEW_WORDS
  const childrenOf = grouped(incoming.keys(), (child) => parents[child] ?? -1)
  const childrenBefore = grouped(existing, ({ parent }) => parent)
  for (const index of [...open].reverse()) {
    if (!isShort(texts[index] ?? '')) continue
    const children = (childrenOf.get(index) ?? []).map((child) => found.get(child)?.section.parent)
    const section = [...free].find(({ key, text }) => {
      const stayed = children.filter((parent) => parent === key).length
      return isShort(text) && 2 * stayed > Math.max(children.length, childrenBefore.get(key)?.length ?? 0)
    })
    if (section) settle(search, index, { section, how: 'content' })
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

function byPosition(one: SectionToMatch, other: SectionToMatch): number {
  return one.position - other.position
}
