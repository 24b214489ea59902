import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import type { Version } from '../richText/versions'
import { type OnAll, type OnBoth, onBoth, SIDES, type Side, VERSIONS } from './sides'

/** An item of an ordered tree. */
export type TreeItem<Item> = { parent: Item | null; children: Item[] }

/** One item in each of three forests. An item that a side inserted has no base. */
export type Counterparts<Item> = Partial<OnAll<Item>>

/** Three ordered forests and their counterparts. As a parent, `null` is the forest itself. */
export type Forests<Item> = {
  top: OnAll<Item[]>
  nodes: Set<Counterparts<Item>>
  nodeOf: Map<Item, Counterparts<Item>>
  /** The index of each item among its siblings. */
  indexes: Map<Item, number>
  /** Items that kept their parent and their order among its children, or that both sides inserted at one place. */
  stable: OnBoth<Set<Item>>
  /**
   * For each item of a side, the index in the base of the nearest stable sibling before it, or -1. After an item that both sides
   * inserted, a fraction more.
   */
  anchors: Map<Item, number>
  /** Items that a side inserted around others: their anchor is the first of those. */
  wraps: Set<Item>
  /** Does what follows an item belong to it, as to a heading? */
  leads: (item: Item) => boolean
}

export type Knowledge<Item> = {
  /** The same item in the base; for theirs, in ours if the base does not have it. */
  counterpartOf: (item: Item, side: Side) => Item | undefined
  /** The weight of an item of the base that keeps its place. */
  weightOf: (base: Item) => number
  /** The contents of an item that could be there without it. */
  unitsOf: (item: Item) => Item[]
} & Pick<Forests<Item>, 'leads'>

/** Finds the counterparts, and the items that kept their place. O(n log n). */
export function forestsOf<Item extends TreeItem<Item>>(top: OnAll<Item[]>, known: Knowledge<Item>): Forests<Item> {
  const forests: Growing<Item> = {
    ...known,
    top,
    nodes: new Set(),
    nodeOf: new Map(),
    indexes: new Map(),
    stable: onBoth(() => new Set()),
    anchors: new Map(),
    wraps: new Set(),
  }
  for (const version of VERSIONS) addNodes(forests, top[version], version)
  for (const side of SIDES) addPlaces(forests, top[side], side)
  return forests
}

/** The node of an item's parent; null at the top, and for a missing item. */
export function parentOf<Item extends TreeItem<Item>>(forests: Forests<Item>, item: Item | undefined) {
  return (item?.parent && forests.nodeOf.get(item.parent)) || null
}

/** See `anchors`. */
export function anchorOf<Item>({ anchors }: Forests<Item>, item: Item): number {
  return anchors.get(item) ?? -1
}

export function indexOf<Item>({ indexes }: Forests<Item>, item: Item): number {
  return indexes.get(item) ?? -1
}

/** An item and its siblings, in order. */
export function siblingsOf<Item extends TreeItem<Item>>({ top }: Forests<Item>, item: Item, version: Version): Item[] {
  return item.parent?.children ?? top[version]
}

/** The sibling before an item. */
export function siblingBefore<Item extends TreeItem<Item>>(forests: Forests<Item>, item: Item, version: Version) {
  return siblingsOf(forests, item, version)[indexOf(forests, item) - 1]
}

/** Do both sides have it? */
export function isShared<Item>(node: Counterparts<Item> | undefined): node is Counterparts<Item> & OnBoth<Item> {
  return node?.ours !== undefined && node.theirs !== undefined
}

type Growing<Item> = Forests<Item> & Knowledge<Item>

function addNodes<Item extends TreeItem<Item>>(forests: Growing<Item>, items: Item[], version: Version): void {
  items.forEach((item, index) => {
    const counterpart = version === 'base' ? undefined : forests.counterpartOf(item, version)
    const node = (counterpart && forests.nodeOf.get(counterpart)) ?? {}
    node[version] = item
    forests.nodes.add(node)
    forests.nodeOf.set(item, node)
    forests.indexes.set(item, index)
    addNodes(forests, item.children, version)
  })
}

/** Finds the stable items and the anchors among siblings and everything below them. */
function addPlaces<Item extends TreeItem<Item>>(forests: Growing<Item>, items: Item[], side: Side): void {
  const parent = parentOf(forests, items[0])
  /** The item in the base, if it had the same parent. */
  const formerOf = (item: Item): Item[] => {
    const base = forests.nodeOf.get(item)?.base
    return base && parentOf(forests, base) === parent ? [base] : []
  }
  const stayed = items.flatMap((item) =>
    formerOf(item).map((base) => ({ item, place: indexOf(forests, base), weight: forests.weightOf(base) })),
  )
  const homes = new Map(heaviestIncreasingSubsequence(stayed).map(({ item, place }) => [item, place]))
  // For each item, the place of the next stable one.
  const ends: number[] = []
  items.reduceRight((end, item, at) => {
    ends[at] = end
    return homes.get(item) ?? end
  }, Number.POSITIVE_INFINITY)
  let anchor = -1
  items.forEach((item, at) => {
    const home = homes.get(item)
    if (home !== undefined) forests.stable[side].add(item)
    // The places in the base of former siblings that are now inside the inserted item.
    const units = forests.nodeOf.get(item)?.base ? [] : forests.unitsOf(item)
    const inside = units.flatMap(formerOf).map((base) => indexOf(forests, base))
    const wrapped = inside.filter((one) => one > anchor && one < (ends[at] ?? 0))
    if (wrapped.length > 0) forests.wraps.add(item)
    forests.anchors.set(item, wrapped.length > 0 ? Math.min(...wrapped) : anchor)
    anchor = home ?? Math.max(anchor, ...wrapped)
    addPlaces(forests, item.children, side)
  })
}
