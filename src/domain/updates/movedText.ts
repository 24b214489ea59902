import { wordPairsOf, wordsOf } from '../alignment/words'
import type { RichText } from '../richText/richText'
import { textOf } from '../richText/walk'
import type { SectionContent } from '../section'
import type { ListedSides, Regrouping } from './regroupings'
import { readLanguages, type UpdateSides } from './sides'

/**
 * How a country treats the common text of a section. used: as it is · supplemented: with an addition · adapted: with words of its
 * own · own: it has a text of its own in its place · not-used: nobody gets it · paused: its updates wait.
 */
export type Treatment = 'used' | 'supplemented' | 'adapted' | 'own' | 'not-used' | 'paused'

/** A section on the other side of a move, and how the country treats it. */
export type MovedWith = Pick<SectionContent, 'key' | 'title'> & { treatment: Treatment }

/** Sections between which and another one the common framework moved text: `from` are those that it came from. */
export type Moves = { from: MovedWith[]; into: MovedWith[] }

/** A line was in a text if at least this much of its pairs of neighbouring words was. */
const SAME_LINE = 2 / 3

/** A line of fewer words is the same only if all its words are: its pairs prove nothing. */
const FEW_WORDS = 8

/** Whole lines moved if together they have so many words: one or two can come from anywhere. */
const FEWEST_WORDS = 3

/** Returns how a country treats the common text of a section. */
export function treatmentOf({ mode, isPaused }: Pick<ListedSides, 'mode' | 'isPaused'>): Treatment {
  if (mode === 'omit') return 'not-used'
  if (mode === 'local') return 'own'
  if (isPaused) return 'paused'
  return mode === 'adapt' ? 'adapted' : mode === 'supplement' ? 'supplemented' : 'used'
}

/**
 * Finds the sections between which the common framework moved text although the country decides on them apart, and does not use
 * both as they are or has decided on one of them: by the key of each, those on the other side. What a country left out does not
 * come back under another name, and what its readers have does not go where they do not get it. `others` are those on which it
 * decided before, as they changed since (`changedBeside`). `groups` are decided together.
 *
 * Compares lines of texts and summaries in all languages of the version, as they are, and long ones by their pairs of neighbouring
 * words, because long texts have single words in common. The work grows with the length of the texts.
 */
export function movedText({
  sections,
  others = [],
  groups,
}: {
  sections: readonly ListedSides[]
  others?: readonly ListedSides[]
  groups: readonly Regrouping[]
}): Map<string, Moves> {
  const found = new Map<string, Moves>()
  const all = [...sections, ...others]
  if (others.length === 0 && all.every((one) => treatmentOf(one) === 'used')) return found
  const groupOf = new Map(groups.flatMap(({ key: head, others }) => [head, ...others].map((key) => [key, head])))
  const changes = all.map((section) => ({ section, ...changeOf(section) }))
  const lostPairs = placesOf(changes.map(({ lost }) => lost.pairs))
  const lostLines = placesOf(changes.map(({ lost }) => lost.lines))
  const sideOf = (key: string): Moves => {
    const known = found.get(key) ?? { from: [], into: [] }
    found.set(key, known)
    return known
  }
  const waits = (at: number) => at < sections.length
  for (const [to, { section: target, gained }] of changes.entries()) {
    for (const at of sourcesOf({ gained, lostPairs, lostLines })) {
      const source = changes[at]?.section
      if (!source || source.key === target.key) continue
      if (waits(at) === waits(to) && isTreatedAlike(source, target)) continue
      const group = groupOf.get(source.key)
      if (group !== undefined && group === groupOf.get(target.key)) continue
      addTo(sideOf(target.key).from, source)
      addTo(sideOf(source.key).into, target)
    }
  }
  return found
}

/** Do readers get both as the common framework has them, or none of both? */
function isTreatedAlike(one: ListedSides, other: ListedSides): boolean {
  const [a, b] = [treatmentOf(one), treatmentOf(other)]
  const isUnread = (of: Treatment) => of === 'own' || of === 'not-used'
  return (a === b && (a === 'used' || a === 'paused')) || (isUnread(a) && isUnread(b))
}

function addTo(sections: MovedWith[], one: ListedSides): void {
  if (sections.some(({ key }) => key === one.key)) return
  const { title } = (one.newest ?? one.base)?.content ?? { title: {} }
  sections.push({ key: one.key, title, treatment: treatmentOf(one) })
}

/** A line of a text: its words, and its pairs of neighbouring words, each once. */
type Line = { words: string; count: number; pairs: ReadonlySet<string> }

/** A new line. `isNear`: the section had most of its words before. */
type Gained = Line & { isNear: boolean }

/** What a section lost with the newest release, and the lines that it gained. */
function changeOf(section: ListedSides): { lost: { pairs: Set<string>; lines: Set<string> }; gained: Gained[] } {
  const [before, after] = [linesOf(section.base, section), linesOf(section.newest, section)]
  const [was, is] = [inAll(before), inAll(after)]
  return {
    lost: { pairs: without(was.pairs, is.pairs), lines: without(was.lines, is.lines) },
    gained: after
      .filter(({ words }) => !was.lines.has(words))
      .map((line) => ({ ...line, isNear: hasMost(line, was.pairs) })),
  }
}

function inAll(lines: readonly Line[]): { pairs: Set<string>; lines: Set<string> } {
  return {
    pairs: new Set(lines.flatMap(({ pairs }) => [...pairs])),
    lines: new Set(lines.map(({ words }) => words)),
  }
}

function without(some: ReadonlySet<string>, taken: ReadonlySet<string>): Set<string> {
  return new Set([...some].filter((one) => !taken.has(one)))
}

function hasMost({ pairs }: Line, text: ReadonlySet<string>): boolean {
  return [...pairs].filter((pair) => text.has(pair)).length >= pairs.size * SAME_LINE
}

function linesOf(side: UpdateSides['base'], sides: ListedSides): Line[] {
  return readLanguages(sides).flatMap((language) => {
    const { body, summary } = side?.content ?? { body: {}, summary: {} }
    return [...linesOfBody(body[language] ?? []), ...linesIn(summary[language] ?? '')]
  })
}

/** Texts of releases never change, and many countries read the same ones. */
const known = new WeakMap<RichText, Line[]>()

function linesOfBody(body: RichText): Line[] {
  const lines = known.get(body) ?? linesIn(textOf(body))
  known.set(body, lines)
  return lines
}

function linesIn(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    const words = wordsOf(line)
    return words.length === 0
      ? []
      : [{ words: words.join(' '), count: words.length, pairs: new Set(wordPairsOf(words)) }]
  })
}

/** The places of the sets that have an item, by item. */
function placesOf(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, set] of sets.entries()) {
    for (const item of set) {
      const known = places.get(item)
      if (known) known.push(at)
      else places.set(item, [at])
    }
  }
  return places
}

/** The places of the sections that lost what another one gained: most of one long line, or whole lines. */
function sourcesOf({
  gained,
  lostPairs,
  lostLines,
}: {
  gained: readonly Gained[]
  lostPairs: ReadonlyMap<string, number[]>
  lostLines: ReadonlyMap<string, number[]>
}): Set<number> {
  const sources = new Set<number>()
  const wordsFrom = new Map<number, number>()
  for (const { words, count, pairs, isNear } of gained) {
    for (const at of lostLines.get(words) ?? []) wordsFrom.set(at, (wordsFrom.get(at) ?? 0) + count)
    if (count < FEW_WORDS || isNear) continue
    const shared = new Map<number, number>()
    for (const pair of pairs) for (const at of lostPairs.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    for (const [at, many] of shared) if (many >= pairs.size * SAME_LINE) sources.add(at)
  }
  for (const [at, many] of wordsFrom) if (many >= FEWEST_WORDS) sources.add(at)
  return sources
}
