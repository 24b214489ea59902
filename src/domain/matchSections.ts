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

/** A renamed section is still the same one if three fifths of its words are: Dice's coefficient over the words. */
const SAME_TEXT = 0.6

/** Fewer words than this are found in too many texts (“To be written by the country”): then the title must be alike, too. */
const FEW_WORDS = 8

/**
 * Which sections of a toolkit the sections of a document are: by slug where the document says one, else by title (the
 * one below the same parent first), else by content. One section matches at most one. A section that was renamed and
 * rewritten at the same time is new, and the old one is gone: no guess joins two texts.
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
  const parents = parentsOf(incoming)
  const texts = incoming.map(textOfSection)
  const found = new Map<number, { section: SectionToMatch; how: SectionMatch['how'] }>()
  const free = new Set(existing)
  const settle = (index: number, section: SectionToMatch, how: SectionMatch['how']): void => {
    found.set(index, { section, how })
    free.delete(section)
  }
  const isSettled = (index: number): boolean => found.has(index) || pairs[index] === null
  incoming.forEach((_, index) => {
    const named = [...free].find(({ key }) => key === pairs[index])
    if (named) settle(index, named, 'hand')
  })
  incoming.forEach((section, index) => {
    if (isSettled(index) || section.slug === undefined) return
    const same = [...free].find(({ slug }) => slug === section.slug)
    if (same) settle(index, same, 'slug')
  })
  matchByTitle({ incoming, texts, parents, free, found, isSettled, settle })
  matchByContent({ incoming, texts, free, found, isSettled, settle })
  matchByChildren({ incoming, texts, parents, existing, free, found, isSettled, settle })
  const matches = incoming.map((_, index): SectionMatch => {
    const match = found.get(index)
    return match ? { match: match.section.key, how: match.how } : { match: null, how: 'none' }
  })
  const gone = [...free].toSorted((one, other) => one.position - other.position).map(({ key }) => key)
  return { matches, gone }
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
    const ours = existing
      .filter(({ key, parent }) => parent === parentKey && !taken.has(key))
      .toSorted((one, other) => one.position - other.position)
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

type Search = {
  incoming: readonly ImportedSection[]
  texts: readonly string[]
  free: Set<SectionToMatch>
  found: ReadonlyMap<number, { section: SectionToMatch }>
  isSettled: (index: number) => boolean
  settle: (index: number, section: SectionToMatch, how: SectionMatch['how']) => void
}

/** In reading order, so that parents are known before their children. Of several of one title the most alike is taken. */
function matchByTitle({
  incoming,
  texts,
  parents,
  free,
  found,
  isSettled,
  settle,
}: Search & { parents: readonly number[] }): void {
  const byTitle = new Map<string, SectionToMatch[]>()
  for (const section of free) {
    const title = wordsOfTitle(section.title)
    byTitle.set(title, [...(byTitle.get(title) ?? []), section])
  }
  const rounds = ['same parent', 'any parent'] as const
  for (const round of rounds) {
    incoming.forEach((section, index) => {
      if (isSettled(index)) return
      const above = parents[index] ?? -1
      const parent = above < 0 ? null : found.get(above)?.section.key
      const candidates = (byTitle.get(wordsOfTitle(section.title)) ?? []).filter(
        (candidate) => free.has(candidate) && (round === 'any parent' || candidate.parent === parent),
      )
      const best = mostAlike({ text: texts[index] ?? '', candidates })
      if (best) settle(index, best, 'title')
    })
  }
}

function mostAlike({ text, candidates }: { text: string; candidates: SectionToMatch[] }): SectionToMatch | undefined {
  if (candidates.length < 2) return candidates[0]
  const words = bagOfWords(text)
  const scored = candidates.map((section) => ({ section, score: dice(words, bagOfWords(section.text)) }))
  return scored.toSorted((one, other) => other.score - one.score)[0]?.section
}

/** The most alike pairs first, over the whole document: else a section could take the counterpart of a later one. */
function matchByContent({ incoming, texts, free, isSettled, settle }: Search): void {
  if (free.size === 0) return
  const ours = [...free].map((section) => ({ section, ...wordsToCompare(section) }))
  const pairs = incoming.flatMap(({ title }, index) => {
    if (isSettled(index)) return []
    const theirs = wordsToCompare({ title, text: texts[index] ?? '' })
    return ours.flatMap(({ section, title: ourTitle, text, withTitle }) => {
      const isShort = Math.min(text.total, theirs.text.total) < FEW_WORDS
      const score = isShort
        ? Math.min(dice(ourTitle, theirs.title), dice(withTitle, theirs.withTitle))
        : dice(text, theirs.text)
      return score >= SAME_TEXT ? [{ index, section, score }] : []
    })
  })
  for (const { index, section } of pairs.toSorted((one, other) => other.score - one.score))
    if (!isSettled(index) && free.has(section)) settle(index, section, 'content')
}

/**
 * A chapter that is little more than its title has no content to know it by: renamed, it is the one that most of its
 * sections stood in before. From the inside out, so that a part is known by its chapters.
 */
function matchByChildren({
  incoming,
  texts,
  parents,
  existing,
  free,
  found,
  isSettled,
  settle,
}: Search & { parents: readonly number[]; existing: readonly SectionToMatch[] }): void {
  const childrenOf = grouped(incoming.keys(), (child) => parents[child] ?? -1)
  for (let index = incoming.length - 1; index >= 0; index--) {
    if (isSettled(index) || wordsOf(texts[index] ?? '').length >= FEW_WORDS) continue
    const children = (childrenOf.get(index) ?? []).map((child) => found.get(child)?.section.parent)
    const same = [...free].find(({ key, text }) => {
      const stayed = children.filter((parent) => parent === key).length
      const before = existing.filter(({ parent }) => parent === key).length
      return wordsOf(text).length < FEW_WORDS && 2 * stayed > Math.max(children.length, before)
    })
    if (same) settle(index, same, 'content')
  }
}

/** How much of two texts is the same, 0 to 1: Dice's coefficient over their words. Two texts without words are the same. */
export function wordsAlike(one: WordBag, other: WordBag): number {
  return one.total + other.total === 0 ? 1 : shareInCommon(one, other)
}

/** The words of a text: how many there are, and how often each. */
export type WordBag = { total: number; counts: Map<string, number> }

type WordsToCompare = Record<'title' | 'text' | 'withTitle', WordBag>

function wordsToCompare({ title, text }: { title: string; text: string }): WordsToCompare {
  return { title: bagOfWords(title), text: bagOfWords(text), withTitle: bagOfWords(`${title} ${text}`) }
}

/** Case and punctuation make no other word. */
export function bagOfWords(text: string): WordBag {
  const words = wordsOf(text)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { total: words.length, counts }
}

/** Case, punctuation and spaces make no other title; a title of signs only is its signs. */
function wordsOfTitle(title: string): string {
  return wordsOf(title).join(' ') || title
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Twice the words in common, of all words of both; nothing has nothing in common with anything. */
function dice(one: WordBag, other: WordBag): number {
  const all = one.total + other.total
  // What both could have in common at most: most pairs are told apart without counting.
  if (all === 0 || (2 * Math.min(one.total, other.total)) / all < SAME_TEXT) return 0
  return shareInCommon(one, other)
}

function shareInCommon(one: WordBag, other: WordBag): number {
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * common) / (one.total + other.total)
}

/** The index of each section's parent: the nearest one before it with a smaller depth; -1 at the top. */
function parentsOf(incoming: readonly ImportedSection[]): number[] {
  const open: { index: number; depth: number }[] = []
  return incoming.map(({ depth }, index) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1)?.index ?? -1
    open.push({ index, depth })
    return parent
  })
}

function textOfSection({ summary = '', body }: ImportedSection): string {
  return [summary, textOf(body)].join('\n').trim()
}
