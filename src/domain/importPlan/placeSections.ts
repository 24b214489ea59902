import { generateNKeysBetween } from 'fractional-indexing'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { grouped } from '../grouped'
import { decidedOrder, livingPlaces, mergeOrder, type Neighbour, type OrderMerge, type Placed } from '../merge/merge'
import { answerTo, type Decision, decisionOn, type GivenAnswers } from './decision'
import { hashOfSides } from './hashOfSides'

/** A section of the toolkit as it stands now. */
export type Standing = Placed & { rank: string }

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
  ...names
}: Names & {
  /** The document of the last import; null where none is known: then what is here counts as it. */
  base: readonly Placed[] | null
  ours: readonly Standing[]
  theirs: readonly Placed[]
  /** The sections that are there afterwards. */
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
  /** The same for the same section in each plan: the key of a new one is another each time. */
  nameOf: (key: string) => string
  titleOf: (key: string) => string
}

/** Each side is told by what stands before the section there. */
function positionDecision(
  { key, ours, theirs }: OrderMerge['conflicts'][number],
  { nameOf, titleOf }: Names,
): Decision {
  const named = ({ parent, behind }: Neighbour) => [parent && nameOf(parent), behind && nameOf(behind)]
  const told = ({ parent, behind }: Neighbour) => titleOf(behind ?? parent ?? '')
  const sides = hashOfSides({ ours: named(ours), theirs: named(theirs) })
  return decisionOn({ key, kind: 'position', sides, ours: told(ours), theirs: told(theirs) })
}

/** Places with ranks in this order; of the sections that kept their parent, as many as possible keep their rank. */
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
