import {
  anchorOf,
  type Counterparts,
  type Forests,
  indexOf,
  isShared,
  parentOf,
  siblingsOf,
  type TreeItem,
} from './forests'
import { onBoth, otherThan, type Side } from './sides'

/**
 * The place of an item among its merged siblings: a sort key of anchor in the base, rank, and index on its side. `isDisputed`: both
 * sides moved it among its siblings, to different anchors.
 */
export type Place = {
  at: number
  rank: number
  within: number
  isDisputed: boolean
  /** It was inserted behind an item that the other side moved here. */
  follows?: true
}

/**
 * The order at one anchor: the item of the base, what was inserted around it, what was split off it (only the caller knows), the
 * insertions of ours, the insertions of theirs.
 */
export const RANK = { stays: 0, wraps: 1, split: 2, ours: 3, theirs: 4 }

export function byPlace(one: Place, other: Place): number {
  return one.at - other.at || one.rank - other.rank || one.within - other.within
}

type Parents<Item> = Map<Counterparts<Item>, Counterparts<Item> | null>

/**
 * Under whom each living item stands: with the side that moved it, or with ours where `standsWithOurs`. `displaced` are those that
 * both moved, under different parents: they stand with ours. What would stand under something that is gone, or under itself, stands
 * at the top.
 */
export function mergeParents<Item extends TreeItem<Item>>(
  forests: Forests<Item>,
  living: Counterparts<Item>[],
  standsWithOurs: (node: Counterparts<Item>) => boolean,
): { parents: Parents<Item>; displaced: Counterparts<Item>[] } {
  const parents: Parents<Item> = new Map()
  const displaced: Counterparts<Item>[] = []
  for (const node of living) {
    const [was, ours, theirs] = [node.base, node.ours, node.theirs].map((item) => item && parentOf(forests, item))
    if (ours === undefined || theirs === undefined) parents.set(node, ours ?? theirs ?? null)
    else {
      if (ours !== was && theirs !== was && ours !== theirs) displaced.push(node)
      parents.set(node, ours !== was || standsWithOurs(node) ? ours : theirs)
    }
  }
  for (const [node, parent] of parents) if (parent && !parents.has(parent)) parents.set(node, null)
  // If each side put one item under the other, they are where ours has them, or at the top.
  for (const node of parents.keys()) {
    for (const one of cycleFrom(node, parents)) if (one.ours) parents.set(one, parentOf(forests, one.ours))
    for (const one of cycleFrom(node, parents)) parents.set(one, null)
  }
  return { parents, displaced }
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
 * did (ours, where both did). What a side inserted goes along with its neighbours if the other side moved these (`movedBefore`).
 * `isSplit`: whether the side split it off the one before it.
 */
export function placeOf<Item extends TreeItem<Item>>(
  forests: Forests<Item>,
  { node, parent }: { node: Counterparts<Item>; parent: Counterparts<Item> | null },
  isSplit: (item: Item, side: Side) => boolean,
): Place {
  const { base, ours, theirs } = node
  if (!base && isShared(node) && forests.stable.ours.has(node.ours)) return staysAt(anchorOf(forests, node.ours))
  const isUnderParent = (item: Item | undefined): item is Item =>
    item !== undefined && parentOf(forests, item) === parent
  const isHome = isUnderParent(base)
  const isMoved = onBoth((side) => {
    const item = node[side]
    // If a side has it under another parent, that parent was not chosen.
    return isUnderParent(item) && !(isHome && forests.stable[side].has(item))
  })
  if (isHome && !isMoved.ours && !isMoved.theirs) return staysAt(indexOf(forests, base))
  const side: Side = !theirs || (isUnderParent(ours) && (!base || isMoved.ours)) ? 'ours' : 'theirs'
  const item = node[side]
  if (!item) return staysAt(-1)
  const companion = base || isShared(node) ? null : movedBefore(forests, { item, side, parent })
  if (companion) {
    const place = placeOf(forests, { node: companion.node, parent }, isSplit)
    return { ...place, within: place.within + companion.distance, isDisputed: false, follows: true }
  }
  const isApart = isShared(node) && anchorOf(forests, node.ours) !== anchorOf(forests, node.theirs)
  const rank = forests.wraps.has(item) ? RANK.wraps : isSplit(item, side) ? RANK.split : RANK[side]
  const isDisputed = isHome && isMoved.ours && isMoved.theirs && isApart
  return { at: anchorOf(forests, item), rank, within: indexOf(forests, item), isDisputed }
}

/**
 * The item behind which a side inserted another one, if the other side moved it and the next one too: text under a heading goes
 * with the heading, also where nothing follows. Neighbours that the other side does not have do not count. `distance` is less
 * than 1 and orders what was inserted there. Null if one of the neighbours stayed.
 */
function movedBefore<Item extends TreeItem<Item>>(
  forests: Forests<Item>,
  { item, side, parent }: { item: Item; side: Side; parent: Counterparts<Item> | null },
): { node: Counterparts<Item>; distance: number } | null {
  const other = otherThan(side)
  const siblings = siblingsOf(forests, item, side)
  const at = indexOf(forests, item)
  const isOld = (one: Item) => {
    const known = forests.nodeOf.get(one)
    return known?.base !== undefined && isShared(known)
  }
  const isMoved = (one: Item): boolean => {
    const counterpart = forests.nodeOf.get(one)?.[other]
    if (!counterpart || !forests.stable[side].has(one) || forests.stable[other].has(counterpart)) return false
    return parentOf(forests, counterpart) === parent
  }
  const index = siblings.findLastIndex((one, place) => place < at && isOld(one))
  const [before, after] = [siblings[index], siblings.find((one, place) => place > at && isOld(one))]
  const node = before && isMoved(before) ? forests.nodeOf.get(before) : undefined
  if (!before || !node || !(after ? isMoved(after) : forests.leads(before))) return null
  return { node, distance: (at - index) / (siblings.length + 1) }
}

function staysAt(at: number): Place {
  return { at, rank: RANK.stays, within: 0, isDisputed: false }
}
