import type { Neighbour, OrderMerge, Placed } from './mergeOrder'

/** The merged order after the decisions: an item that should be where theirs or the base has it follows its neighbour there. */
export function decidedOrder<Conflict extends OrderMerge['conflicts'][number]>({
  places,
  conflicts,
  answerTo,
}: {
  places: Placed[]
  conflicts: readonly Conflict[]
  answerTo: (conflict: Conflict) => unknown
}): Placed[] {
  return conflicts.reduce((order, conflict) => {
    const answer = answerTo(conflict)
    if (answer !== 'theirs' && answer !== 'base') return order
    return movedBehind({ places: order, key: conflict.key, to: conflict[answer] })
  }, places)
}

/** The items that exist. If the parent of an item does not, the item takes the parent's place. */
export function livingPlaces(places: readonly Placed[], isThere: (key: string) => boolean): Placed[] {
  const parentOf = new Map(places.map(({ key, parent }) => [key, parent]))
  const above = (parent: string | null, seen = new Set<string>()): string | null => {
    if (parent === null || isThere(parent)) return parent
    return seen.has(parent) ? null : above(parentOf.get(parent) ?? null, seen.add(parent))
  }
  return places.flatMap(({ key, parent }) => (isThere(key) ? [{ key, parent: above(parent) }] : []))
}

function movedBehind({ places, key, to }: { places: Placed[]; key: string; to: Neighbour }): Placed[] {
  const isThere = (one: string): boolean => places.some((place) => place.key === one)
  const isMoving = isUnder(places, key)
  if (to.parent !== null && (!isThere(to.parent) || isMoving(to.parent))) return places
  const moving = places.filter((place) => isMoving(place.key))
  const others = places.filter((place) => !isMoving(place.key))
  const isBefore = to.behind !== null && isThere(to.behind) ? isUnder(others, to.behind) : isUnder([], to.parent ?? '')
  const at = others.findLastIndex((place) => isBefore(place.key)) + 1
  const placedThere = moving.map((place) => (place.key === key ? { key, parent: to.parent } : place))
  return [...others.slice(0, at), ...placedThere, ...others.slice(at)]
}

/** Whether a key is another one or below it. */
function isUnder(places: readonly Placed[], key: string): (one: string | null) => boolean {
  const parentOf = new Map(places.map((place) => [place.key, place.parent]))
  const isWithin = (one: string | null): boolean => one !== null && (one === key || isWithin(parentOf.get(one) ?? null))
  return isWithin
}
