import { dice, diceOf } from './alignment/dice'
import { parentsByDepth } from './alignment/parentsByDepth'
import { sharedCounter } from './alignment/sharedCounter'
import { wordBags, wordsOf } from './alignment/words'
import { grouped } from './grouped'
import type { ImportedSection } from './importing'
import { type Outcome, refuse } from './refusal'
import { textOf } from './richText/walk'

/** A section of the toolkit, with its words in the language of the document. */
export type SectionToMatch = {
  key: string
  slug: string
  title: string
  /** Plain text of summary and body. */
  text: string
  parent: string | null
}

export type SectionMatch = {
  /** The key of the matching section of the toolkit; null for a new section. */
  match: string | null
  how: 'hand' | 'slug' | 'title' | 'content' | 'none'
}

/** A renamed section is still the same one if three fifths of its words are the same (`dice`). */
const SAME_TEXT = 0.6

/** Many sections share a text shorter than this (“To be written by the country”): then the titles must be alike too. */
const FEW_WORDS = 8

/**
 * Finds the section of the toolkit that each section of a document is: by slug if the document has one, else by title
 * (under the same parent first), else by content. One section matches at most one. A section that was both renamed and
 * rewritten is new, and the old one is gone: nothing is guessed.
 */
export function matchSections({
  existing,
  incoming,
  pairs = {},
}: {
  /** In reading order. */
  existing: readonly SectionToMatch[]
  incoming: readonly ImportedSection[]
  /** What a person chose, by index of the incoming section: the key of the section that it is, null for a new one. */
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
 * Finds the section that each section of a translation is. Words cannot be compared, so it is the one with the same
 * slug, else the one at the same place, if both trees have the same shape below that parent; if not, refuses and names
 * a section without a counterpart. The translation may lack sections only if all its own are known by slug.
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
  // Parents come before their children, so that a parent's counterpart is known when its children are matched.
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

/** Returns the plain text by which a section is compared. */
export function textOfSection({ summary = '', body }: Pick<ImportedSection, 'summary' | 'body'>): string {
  return `${summary}\n${textOf(body)}`.trim()
}

/** A section of the document, and the section that it matches. */
type Part = ImportedSection & {
  /** What a person chose (`pairs`). */
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
  /** The sections without a match: `free` in the toolkit, `open` in the document. */
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

/** Matches by a name that is unique in the toolkit. */
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

/** Matches the most similar pairs of the document first: else a section could take the counterpart of a later one. */
function matchByContent(search: Search): void {
  const { bagOf, free, open } = search
  const bagsOf = ({ title, text }: SectionToMatch | Part): Bags => ({ title: bagOf(title), text: bagOf(text) })
  const ours = [...free].map((section) => ({ section, bags: bagsOf(section) }))
  const sharedWith = (of: keyof Bags) => sharedCounter(ours.map(({ bags }) => bags[of]))
  const [inTitles, inTexts] = [sharedWith('title'), sharedWith('text')]
  const pairs = (ours.length === 0 ? [] : [...open]).flatMap((part) => {
    const theirs = bagsOf(part)
    const [titles, texts] = [inTitles(theirs.title), inTexts(theirs.text)]
    return ours.flatMap(({ section, bags }, index) => {
      const score = likeness(bags, theirs, { title: titles[index] ?? 0, text: texts[index] ?? 0 })
      return score >= SAME_TEXT ? [{ part, section, score }] : []
    })
  })
  for (const { part, section } of pairs.toSorted(byScore)) settle(search, part, 'content', section)
}

type Bags = { title: Int32Array; text: Int32Array }

/** Compares the texts; if one is short, the titles and all words together, and returns the lower score. `shared`: how many words they share. */
function likeness(one: Bags, other: Bags, shared: { [Of in keyof Bags]: number }): number {
  const isLong = Math.min(one.text.length, other.text.length) >= FEW_WORDS
  if (isLong) return diceOf(shared.text, one.text.length, other.text.length)
  const titles = diceOf(shared.title, one.title.length, other.title.length)
  return titles < SAME_TEXT ? 0 : Math.min(titles, dice(allOf(one), allOf(other)))
}

function allOf({ title, text }: Bags): Int32Array {
  return new Int32Array([...title, ...text]).sort()
}

/**
 * Matches a renamed chapter that has too few words to be recognised: it is the one that most of its sections stood in
 * before. Works from the inside out, so that a part is recognised by its chapters.
 */
function matchByChildren(search: Search): void {
  const { existing, parts, bagOf, free, open } = search
  const isShort = ({ text }: SectionToMatch | Part): boolean => bagOf(text).length < FEW_WORDS
  const childrenOf = grouped(parts, ({ parent }) => parent)
  const childrenBefore = grouped(existing, ({ parent }) => parent)
  const before = [...free].filter(isShort)
  for (const part of [...open].filter(isShort).reverse()) {
    const parents = (childrenOf.get(part) ?? []).map(({ match }) => match?.parent)
    const section = before.find((one) => {
      const stayed = parents.filter((parent) => parent === one.key).length
      return free.has(one) && 2 * stayed > Math.max(parents.length, childrenBefore.get(one.key)?.length ?? 0)
    })
    settle(search, part, 'content', section)
  }
}

/** Ignores case, punctuation and spaces; a title of signs only is its signs. */
function plainTitle(title: string): string {
  return wordsOf(title).join(' ') || title
}

function parentsOf(incoming: readonly ImportedSection[]): number[] {
  return parentsByDepth(incoming.map(({ depth }) => depth))
}

function byScore(one: { score: number }, other: { score: number }): number {
  return other.score - one.score
}
