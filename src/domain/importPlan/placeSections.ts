import { generateNKeysBetween } from 'fractional-indexing'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { grouped } from '../grouped'
import { hashOfSides } from '../hashOfSides'
import {
  decidedOrder,
  type GivenAnswers,
  livingPlaces,
  mergeOrder,
  type Neighbour,
  type OrderMerge,
  type Placed,
} from '../merge/merge'
import { answerTo, type Decision, decisionOn } from './decision'

/** A section of the toolkit at its present place. */
export type Standing = Placed & { rank: string }

export type SectionPlaces = {
  /** The parent and rank of each section that exists after the import. */
  places: Map<string, { parent: string | null; rank: string }>
  /** The decisions, open or answered, about sections that both moved, to different places. */
  decisions: Map<string, Decision>
}

/**
 * Places the sections after an import: one that the document moved since the last import is where the document has it,
 * one that was moved here stays. Sections that keep their order keep their ranks. All lists are in reading order.
 */
export function placeSections({
  base,
  ours,
  theirs,
  living,
  resolutions,
  ...names
}: Names & {
  /** The document of the last import; null if none is known: then `ours` is used instead. */
  base: readonly Placed[] | null
  ours: readonly Standing[]
  theirs: readonly Placed[]
  /** The sections that exist after the import. */
  living: ReadonlySet<string>
  resolutions: GivenAnswers
}): SectionPlaces {
  const isThere = (key: string): boolean => living.has(key)
  const lists = { ours: livingPlaces(ours, isThere), theirs: livingPlaces(theirs, isThere) }
  const [here, there] = [new Set(lists.ours.map(({ key }) => key)), new Set(lists.theirs.map(({ key }) => key))]
  const before = livingPlaces(base ?? ours, (key) => here.has(key) && there.has(key))
  const { places, conflicts } = mergeOrder({ base: before, ...lists, living })
  const asked = conflicts.map((conflict) => ({ ...conflict, decision: positionDecision(conflict, names) }))
  const order = decidedOrder({
    places,
    conflicts: asked,
    answerTo: ({ decision }) => answerTo(decision, resolutions),
  })
  return { places: rankedPlaces(order, ours), decisions: new Map(asked.map(({ key, decision }) => [key, decision])) }
}

type Names = {
  /** Returns the same name for a section in each plan: a new section gets another key each time. */
  nameOf: (key: string) => string
  titleOf: (key: string) => string
}

/** Describes each side by the section before this one, else by its parent. */
function positionDecision(
  { key, ours, theirs }: OrderMerge['conflicts'][number],
  { nameOf, titleOf }: Names,
): Decision {
  const named = ({ parent, behind }: Neighbour) => [parent && nameOf(parent), behind && nameOf(behind)]
  const told = ({ parent, behind }: Neighbour) => titleOf(behind ?? parent ?? '')
  const sides = hashOfSides({ ours: named(ours), theirs: named(theirs) })
  return decisionOn({ key, kind: 'position', sides, ours: told(ours), theirs: told(theirs) })
}

/** Returns places with ranks in this order. As many sections as possible keep their rank if they kept their parent. */
function rankedPlaces(order: readonly Placed[], ours: readonly Standing[]): SectionPlaces['places'] {
  const standing = new Map(ours.map((one) => [one.key, one]))
  const places: SectionPlaces['places'] = new Map()
  for (const [parent, siblings] of grouped(order, (one) => one.parent)) {
    const stayed = siblings.flatMap(({ key }, index) => {
      const known = standing.get(key)
      return known?.parent === parent ? [{ index, rank: known.rank }] : []
    })
    const sorted = stayed.map(({ rank }) => rank).sort()
    const placeOf = new Map(sorted.map((rank, place) => [rank, place]))
    const kept = heaviestIncreasingSubsequence(stayed.map((one) => ({ ...one, place: placeOf.get(one.rank) ?? 0 })))
    const ranks: string[] = []
    for (const { index, rank } of [...kept, { index: siblings.length, rank: null }]) {
      ranks.push(...generateNKeysBetween(ranks.at(-1) ?? null, rank, index - ranks.length))
      if (rank !== null) ranks.push(rank)
    }
    for (const [index, { key }] of siblings.entries()) places.set(key, { parent, rank: ranks[index] ?? 'a0' })
  }
  return places
}
