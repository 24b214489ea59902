import { generateNKeysBetween } from 'fractional-indexing'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { merge, type PlacedSection, resolve } from '../merge/merge'
import type { Neighbour, Placed } from '../merge/mergeOrder'
import { answerTo, type Decision, type GivenAnswers, questionId } from './decision'
import { hashOfSides } from './hashOfSides'

/** A section of the toolkit as it stands now. */
export type Standing = { key: string; parent: string | null; rank: string; retired: boolean }

export type SectionPlaces = {
  /** Parent and rank of each section that is there afterwards. */
  places: Map<string, { parent: string | null; rank: string }>
  /** What is or was to be decided about a section that both moved, to different places. */
  decisions: Map<string, Decision>
}

/**
 * Where the sections stand after an import: what the document moved since the last one stands where the document has it,
 * what was moved here stays. Ranks of sections that keep their order are kept. All lists are in reading order.
 */
export function placeSections({
  base,
  ours,
  theirs,
  living,
  resolutions,
  nameOf,
  titleOf,
}: {
  /** The document of the last import; null where none is known: then what is here counts as it. */
  base: readonly Placed[] | null
  ours: readonly Standing[]
  theirs: readonly Placed[]
  /** The sections that are there afterwards. */
  living: ReadonlySet<string>
  resolutions: GivenAnswers
  /** The same for the same section in each plan: the key of a new one is another each time. */
  nameOf: (key: string) => string
  titleOf: (key: string) => string
}): SectionPlaces {
  const lists = { ours: livingOf(ours, living), theirs: livingOf(theirs, living) }
  const common = new Set(lists.ours.map(({ key }) => key))
  for (const key of common) if (!lists.theirs.some((one) => one.key === key)) common.delete(key)
  const before = livingOf(base ?? ours, common)
  const merged = merge({
    base: before.map(withoutText),
    ours: lists.ours.map(withoutText),
    theirs: lists.theirs.map(withoutText),
  })
  const asked = merged.order.conflicts.map((conflict) => ({
    conflict,
    decision: decisionOn({ ...conflict, nameOf, titleOf }),
  }))
  const chosen = asked.flatMap(({ conflict: { id }, decision }) => {
    const answer = answerTo(decision, resolutions)
    return answer === undefined ? [] : [[id, answer] as const]
  })
  const order = resolve({ merge: merged, resolutions: Object.fromEntries(chosen) }).map(({ key, parent = null }) => ({
    key,
    parent,
  }))
  const ranks = ranksOf(order, new Map(ours.map((one) => [one.key, one])))
  return {
    places: new Map(order.map(({ key, parent }) => [key, { parent, rank: ranks.get(key) ?? 'a0' }])),
    decisions: new Map(asked.map(({ conflict: { key }, decision }) => [key, decision])),
  }
}

/** Each side is told by what stands before the section there. */
function decisionOn({
  key,
  ours,
  theirs,
  nameOf,
  titleOf,
}: {
  key: string
  ours: Neighbour
  theirs: Neighbour
  nameOf: (key: string) => string
  titleOf: (key: string) => string
}): Decision {
  const named = ({ parent, behind }: Neighbour) => [parent && nameOf(parent), behind && nameOf(behind)]
  const told = ({ parent, behind }: Neighbour) => titleOf(behind ?? parent ?? '')
  return {
    id: questionId({ about: `${key}/place`, sides: hashOfSides({ ours: named(ours), theirs: named(theirs) }) }),
    kind: 'position',
    base: '',
    ours: told(ours),
    theirs: told(theirs),
    answers: ['ours', 'theirs'],
  }
}

/** What stood below a section that is not there stands where that one stood. */
function livingOf(places: readonly Placed[], living: ReadonlySet<string>): Placed[] {
  const parentOf = new Map(places.map(({ key, parent }) => [key, parent]))
  const above = (parent: string | null): string | null => {
    const seen = new Set<string>()
    let one = parent
    while (one !== null && !living.has(one) && !seen.has(one)) {
      seen.add(one)
      one = parentOf.get(one) ?? null
    }
    return one !== null && living.has(one) ? one : null
  }
  return places.flatMap(({ key, parent }) => (living.has(key) ? [{ key, parent: above(parent) }] : []))
}

function withoutText({ key, parent }: Placed): PlacedSection {
  return { key, parent, title: '', summary: '', body: [], addition: [], audiences: [], stages: [] }
}

/** Ranks in this order; of the sections that kept their parent, as many as possible keep their rank. */
function ranksOf(order: readonly Placed[], standing: ReadonlyMap<string, Standing>): Map<string, string> {
  const ranks = new Map<string, string>()
  for (const parent of new Set(order.map((one) => one.parent))) {
    const keys = order.filter((one) => one.parent === parent).map(({ key }) => key)
    const old = keys.map((key) => {
      const known = standing.get(key)
      return known && !known.retired && known.parent === parent ? known.rank : null
    })
    fill({ keys, old, kept: longestRising(old), ranks })
  }
  return ranks
}

function fill({
  keys,
  old,
  kept,
  ranks,
}: {
  keys: string[]
  old: (string | null)[]
  kept: Set<number>
  ranks: Map<string, string>
}): void {
  let from = 0
  let lower: string | null = null
  for (let at = 0; at <= keys.length; at++) {
    if (at < keys.length && !kept.has(at)) continue
    const upper = at < keys.length ? (old[at] ?? null) : null
    generateNKeysBetween(lower, upper, at - from).forEach((rank, offset) => {
      ranks.set(keys[from + offset] ?? '', rank)
    })
    const key = keys[at]
    if (key !== undefined && upper !== null) ranks.set(key, upper)
    lower = upper
    from = at + 1
  }
}

/** Positions of as many ranks as possible that rise. */
function longestRising(ranks: (string | null)[]): Set<number> {
  const sorted = [...new Set(ranks)].toSorted(compareRanks)
  const placed = ranks.flatMap((rank, index) => (rank === null ? [] : [{ index, place: sorted.indexOf(rank) }]))
  return new Set(heaviestIncreasingSubsequence(placed).map(({ index }) => index))
}

function compareRanks(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1
}
