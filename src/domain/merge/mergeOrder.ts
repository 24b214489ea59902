import { grouped } from '../grouped'
import type { Version } from '../richText/versions'
import { type Counterparts, forestsOf, siblingBefore } from './forests'
import { byPlace, mergeParents, placeOf } from './mergePlaces'
import { type OnAll, onAll } from './sides'

/** The parent of an item; its place in the list gives the order. */
export type Placed = { key: string; parent: string | null }

export type OrderMerge = {
  /** All existing items: parents before their children, siblings in order. */
  places: Placed[]
  /** Items that both moved to different places: they are where ours has them. Each side is described by the sibling before. */
  conflicts: ({ key: string } & OnAll<Neighbour>)[]
}

/** The parent and the sibling before; null at the top, and for the first. */
export type Neighbour = { parent: string | null; behind: string | null }

/**
 * One order of keys from three. An item that one side moved or inserted is where that side has it, relative to the items that nobody
 * moved; if both inserted at one place, ours comes first. `living` are the keys that exist.
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
    leads: () => false,
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

/** Each key once. An item is at the top if its parent does not exist or is below it. */
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
