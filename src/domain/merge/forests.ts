import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'

export type Side = 'ours' | 'theirs'

/** An item of an ordered tree. */
export type TreeItem<Item> = { parent: Item | null; children: Item[] }

/** One item with what it is in each of three forests. What a side put in has no base. */
export type Counterparts<Item> = { base?: Item; ours?: Item; theirs?: Item }

/** Three ordered forests, and who is whom in them. As a parent, `null` stands for the forest itself. */
export type Forests<Item> = {
  top: Record<Side | 'base', Item[]>
  nodes: Set<Counterparts<Item>>
  nodeOf: Map<Item, Counterparts<Item>>
  /** The index of each item among its siblings. */
  indexes: Map<Item, number>
  /** Items that kept their parent and their order among the siblings that did, or that both sides put in at one place. */
  stable: Record<Side, Set<Item>>
  /**
   * For each item of a side, the index in the base of the nearest stable sibling before it; -1 where there is none. Behind what both
   * sides put in, a fraction more.
   */
  anchors: Map<Item, number>
  /** Items that a side put in around others that stood there: they are anchored at the first of those. */
  wraps: Set<Item>
}

/** What the caller knows of its items. */
export type Knowledge<Item> = {
  /** The same item in the base, or for theirs in ours. */
  counterpartOf: (item: Item, side: Side) => Item | undefined
  /** How much it counts that an item of the base stays. */
  weightOf: (base: Item) => number
  /** What is in an item and could stand without it. */
  unitsOf: (item: Item) => Item[]
}

/** Finds who is whom and who kept their place. O(n log n). */
export function forestsOf<Item extends TreeItem<Item>>({
  top,
  ...knowledge
}: Knowledge<Item> & { top: Forests<Item>['top'] }): Forests<Item> {
  const forests: Forests<Item> = {
    top,
    nodes: new Set(),
    nodeOf: new Map(),
    indexes: new Map(),
    stable: { ours: new Set(), theirs: new Set() },
    anchors: new Map(),
    wraps: new Set(),
  }
  addNodes({ forests, items: top.base, side: 'base', ...knowledge })
  addNodes({ forests, items: top.ours, side: 'ours', ...knowledge })
  addNodes({ forests, items: top.theirs, side: 'theirs', ...knowledge })
  for (const side of ['ours', 'theirs'] as const) {
    markStable({ forests, items: top[side], side, ...knowledge })
    addAnchors({ forests, items: top[side], side, ...knowledge })
  }
  return forests
}

/** The node of an item's parent; null at the top, and for an item that is not there. */
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

type Siblings<Item, At = Side> = Knowledge<Item> & { forests: Forests<Item>; items: Item[]; side: At }

function addNodes<Item extends TreeItem<Item>>(siblings: Siblings<Item, Side | 'base'>): void {
  const { forests, items, side, counterpartOf } = siblings
  items.forEach((item, index) => {
    const counterpart = side === 'base' ? undefined : counterpartOf(item, side)
    const node: Counterparts<Item> = (counterpart && forests.nodeOf.get(counterpart)) ?? {}
    node[side] = item
    forests.nodes.add(node)
    forests.nodeOf.set(item, node)
    forests.indexes.set(item, index)
    if (item.children.length > 0) addNodes({ ...siblings, items: item.children })
  })
}

function markStable<Item extends TreeItem<Item>>(siblings: Siblings<Item>): void {
  const { forests, items, side, weightOf } = siblings
  const stayed = items.flatMap((item) => {
    const base = forests.nodeOf.get(item)?.base
    const isHome = base && parentOf(forests, base) === parentOf(forests, item)
    return isHome ? [{ item, place: indexOf(forests, base), weight: weightOf(base) }] : []
  })
  for (const { item } of heaviestIncreasingSubsequence(stayed)) forests.stable[side].add(item)
  for (const { children } of items) if (children.length > 0) markStable({ ...siblings, items: children })
}

function addAnchors<Item extends TreeItem<Item>>(siblings: Siblings<Item>): void {
  const { forests, items, side } = siblings
  const homes = items.map((item) => {
    const base = forests.stable[side].has(item) ? forests.nodeOf.get(item)?.base : undefined
    return base && indexOf(forests, base)
  })
  let anchor = -1
  items.forEach((item, at) => {
    const home = homes[at]
    const inside = home === undefined ? wrappedBy(item, siblings) : []
    const next = inside.length > 0 ? homes.slice(at).find((one) => one !== undefined) : undefined
    const wrapped = inside.filter((one) => one > anchor && one < (next ?? Number.POSITIVE_INFINITY))
    if (wrapped.length > 0) forests.wraps.add(item)
    forests.anchors.set(item, wrapped.length > 0 ? Math.min(...wrapped) : anchor)
    anchor = home ?? Math.max(anchor, ...wrapped)
    if (item.children.length > 0) addAnchors({ ...siblings, items: item.children })
  })
}

/** Where the former siblings stood that a side put into an item which it put in. */
function wrappedBy<Item extends TreeItem<Item>>(item: Item, { forests, unitsOf }: Siblings<Item>): number[] {
  if (forests.nodeOf.get(item)?.base) return []
  return unitsOf(item).flatMap((unit) => {
    const base = forests.nodeOf.get(unit)?.base
    return base && parentOf(forests, base) === parentOf(forests, item) ? [indexOf(forests, base)] : []
  })
}
