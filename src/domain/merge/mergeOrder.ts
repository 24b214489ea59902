import { grouped } from '../grouped'
import type { Version } from '../richText/versions'
import { type Counterparts, forestsOf, siblingBefore } from './forests'
import { byPlace, mergeParents, placeOf } from './mergePlaces'
import { type OnAll, onAll } from './sides'

/** Where something stands: under whom, and in which order by its place in the list. */
export type Placed = { key: string; parent: string | null }

export type OrderMerge = {
  /** All that are there, parents before what is under them, siblings in order. */
  places: Placed[]
  /** Both moved it, and not to the same place: it stands where ours has it. Each side says behind which sibling. */
  conflicts: ({ key: string } & OnAll<Neighbour>)[]
}

/** The parent, and the sibling in front of it; null where it is the first, or at the top. */
export type Neighbour = { parent: string | null; behind: string | null }

/**
 * The order of things that are known by a key, from three orders. What one side moved or inserted stands where that side has
 * it, relative to what nobody moved; where both inserted something at one place, ours comes first. `living` says
 * which of them are there at all.
 */
export function mergeOrder({
  living,
  ...lists
}: OnAll<readonly Placed[]> & { living: ReadonlySet<string> }): OrderMerge {
  const items = onAll((version) => itemsOf(lists[version]))
  const top = onAll((version) => [...items[version].values()].filter(({ parent }) => parent === null))
  const forests = forestsOf(top, {
    counterpartOf: ({ key }, side) => items.base.get(key) ?? (side === 'theirs' ? items.ours.get(key) : undefined),
    weightOf: () => 1,
    unitsOf: ({ children }) => children,
  })
  const there = [...forests.nodes].filter((node) => living.has(keyOf(node)))
  const { parents, displaced } = mergeParents(forests, there, () => false)
  const asked = new Set(displaced)
  const childrenOf = grouped(parents.keys(), (node) => parents.get(node) ?? null)
  const placesUnder = (parent: Node | null): Placed[] => {
    const children = childrenOf.get(parent) ?? []
    const places = children.map((node) => ({ node, ...placeOf(forests, { node, parent }, () => false) }))
    for (const { node, isDisputed } of places) if (isDisputed) asked.add(node)
    return places
      .sort(byPlace)
      .flatMap(({ node }) => [{ key: keyOf(node), parent: parent && keyOf(parent) }, ...placesUnder(node)])
  }
  const neighbourOf = (item: Item | undefined, version: Version): Neighbour => {
    const before = item && siblingBefore(forests, item, version)
    return { parent: item?.parent?.key ?? null, behind: before?.key ?? null }
  }
  return {
    places: placesUnder(null),
    conflicts: [...asked].map((node) => ({
      key: keyOf(node),
      ...onAll((version) => neighbourOf(node[version], version)),
    })),
  }
}

type Item = { key: string; parent: Item | null; children: Item[] }
type Node = Counterparts<Item>

function keyOf({ base, ours, theirs }: Node): string {
  return (ours ?? theirs ?? base)?.key ?? ''
}

/** Each key once. What stands under something that is not there, or under itself, is at the top. */
function itemsOf(places: readonly Placed[]): Map<string, Item> {
  const items = new Map<string, Item>(places.map(({ key }) => [key, { key, parent: null, children: [] }]))
  const placed = new Set<string>()
  for (const { key, parent } of places) {
    const [item, above] = [items.get(key), parent === null ? undefined : items.get(parent)]
    if (!item || placed.has(key)) continue
    placed.add(key)
    let one: Item | null = above ?? null
    while (one && one !== item) one = one.parent
    if (!above || one) continue
    item.parent = above
    above.children.push(item)
  }
  return items
}
