import { anchorOf, type Counterparts, type Forests, indexOf, parentOf, type Side, type TreeItem } from './forests'

/** The place of an item among its merged siblings: a sort key of anchor in the base, rank, and index on its side. */
export type Place = { at: number; rank: number; within: number }

/**
 * What stands at one anchor, in order: the item of the base, what was put in around it, what was split off it (only the caller knows),
 * what ours put in behind it, what theirs did.
 */
export const RANK = { stays: 0, wraps: 1, split: 2, ours: 3, theirs: 4 }

export function byPlace(one: Place, other: Place): number {
  return one.at - other.at || one.rank - other.rank || one.within - other.within
}

type Parents<Item> = Map<Counterparts<Item>, Counterparts<Item> | null>

/**
 * Under whom each item stands that is there: with the side that moved it. `displaced` are those that both moved, under different
 * parents: they stand with ours. What would stand under something that is gone, or under itself, stands at the top.
 */
export function mergeParents<Item extends TreeItem<Item>>({
  forests,
  isThere,
  standsWithOurs = () => false,
}: {
  forests: Forests<Item>
  isThere: (node: Counterparts<Item>) => boolean
  /** Items that stand where ours has them, whoever moved them. */
  standsWithOurs?: (node: Counterparts<Item>) => boolean
}): { parents: Parents<Item>; displaced: Counterparts<Item>[] } {
  const parents: Parents<Item> = new Map()
  const displaced: Counterparts<Item>[] = []
  for (const node of forests.nodes) {
    if (!isThere(node)) continue
    const [was, ours, theirs] = [node.base, node.ours, node.theirs].map((item) => item && parentOf(forests, item))
    if (ours === undefined || theirs === undefined) parents.set(node, ours ?? theirs ?? null)
    else {
      if (ours !== was && theirs !== was && ours !== theirs) displaced.push(node)
      parents.set(node, ours !== was || standsWithOurs(node) ? ours : theirs)
    }
  }
  for (const [node, parent] of parents) if (parent && !parents.has(parent)) parents.set(node, null)
  untangle(forests, parents)
  return { parents, displaced }
}

/** Where each side put one item under the other, they stand as ours has them; else at the top. */
function untangle<Item extends TreeItem<Item>>(forests: Forests<Item>, parents: Parents<Item>): void {
  for (const node of parents.keys()) {
    for (const one of cycleFrom(node, parents)) if (one.ours) parents.set(one, parentOf(forests, one.ours))
    for (const one of cycleFrom(node, parents)) parents.set(one, null)
  }
}

function cycleFrom<Item>(node: Counterparts<Item>, parents: Parents<Item>): Counterparts<Item>[] {
  const path = new Set<Counterparts<Item>>()
  let one: Counterparts<Item> | null | undefined = node
  while (one && !path.has(one)) {
    path.add(one)
    one = parents.get(one)
  }
  return one ? [...path].slice([...path].indexOf(one)) : []
}

/**
 * Where an item stands under the parent that was chosen for it: as in the base where nobody moved it, else where the side has it that
 * did (ours, where both did). `isDisputed`: both moved it among its siblings, to different anchors.
 */
export function placeOf<Item extends TreeItem<Item>>({
  forests,
  node,
  parent,
  isSplit = () => false,
}: {
  forests: Forests<Item>
  node: Counterparts<Item>
  parent: Counterparts<Item> | null
  /** Whether a side split the item off the one before it. */
  isSplit?: (item: Item, side: Side) => boolean
}): Place & { isDisputed: boolean } {
  const { base, ours, theirs } = node
  if (!base && ours && theirs && forests.stable.ours.has(ours)) return staysAt(anchorOf(forests, ours))
  const isUnderParent = (item: Item | undefined): item is Item =>
    item !== undefined && parentOf(forests, item) === parent
  const isHome = isUnderParent(base)
  // Where a side has it under another parent, that one was not chosen.
  const isMovedBy = (side: Side): boolean => {
    const item = node[side]
    return isUnderParent(item) && !(isHome && forests.stable[side].has(item))
  }
  const isMoved = { ours: isMovedBy('ours'), theirs: isMovedBy('theirs') }
  if (isHome && !isMoved.ours && !isMoved.theirs) return staysAt(indexOf(forests, base))
  const isOurs = !theirs || (isUnderParent(ours) && (!base || isMoved.ours))
  const [side, item] = isOurs ? (['ours', ours] as const) : (['theirs', theirs] as const)
  if (!item) return staysAt(-1)
  const isDisputed = isHome && isMoved.ours && isMoved.theirs && isApart(forests, node)
  const rank = forests.wraps.has(item) ? RANK.wraps : isSplit(item, side) ? RANK.split : RANK[side]
  return { at: anchorOf(forests, item), rank, within: indexOf(forests, item), isDisputed }
}

function staysAt(at: number): Place & { isDisputed: boolean } {
  return { at, rank: RANK.stays, within: 0, isDisputed: false }
}

function isApart<Item>(forests: Forests<Item>, { ours, theirs }: Counterparts<Item>): boolean {
  return ours !== undefined && theirs !== undefined && anchorOf(forests, ours) !== anchorOf(forests, theirs)
}
