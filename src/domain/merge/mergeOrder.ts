import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'

/** Where something stands: under whom, and in which order by its place in the list. */
export type Placed = { key: string; parent: string | null }

export type OrderMerge = {
  /** All that are there, parents before what is under them, siblings in order. */
  places: Placed[]
  /** Both moved it, and not to the same place: it stands where ours has it. Each side says behind which sibling. */
  conflicts: { key: string; base: Neighbour; ours: Neighbour; theirs: Neighbour }[]
}

/** The parent, and the sibling in front of it; null where it is the first, or at the top. */
export type Neighbour = { parent: string | null; behind: string | null }

type Side = 'ours' | 'theirs'
type Lists = Record<Side | 'base', readonly Placed[]>

/**
 * The order of things that are known by a key, from three orders. What one side moved, or put in, stands where that side has
 * it, relative to what nobody moved; where both put something in at one place, ours comes first. `living` says
 * which of them are there at all.
 */
export function mergeOrder({ living, ...lists }: Lists & { living: ReadonlySet<string> }): OrderMerge {
  const trees = { base: treeFrom(lists.base), ours: treeFrom(lists.ours), theirs: treeFrom(lists.theirs) }
  const steady = { ours: steadyIn(trees.base, trees.ours), theirs: steadyIn(trees.base, trees.theirs) }
  const displaced = new Set<string>()
  const parents = parentsOf({ living, trees, displaced })
  const children = new Map<string | null, { key: string; at: number; rank: number; within: number }[]>()
  for (const [key, parent] of parents) {
    const place = placeOf({ key, parent, trees, steady, displaced })
    children.set(parent, [...(children.get(parent) ?? []), { key, ...place }])
  }
  const places: Placed[] = []
  const visit = (parent: string | null): void => {
    const siblings = (children.get(parent) ?? []).toSorted(
      (one, other) => one.at - other.at || one.rank - other.rank || one.within - other.within,
    )
    for (const { key } of siblings) {
      places.push({ key, parent })
      visit(key)
    }
  }
  visit(null)
  const conflicts = [...displaced].map((key) => ({
    key,
    base: neighbourIn(trees.base, key),
    ours: neighbourIn(trees.ours, key),
    theirs: neighbourIn(trees.theirs, key),
  }))
  return { places, conflicts }
}

type Tree = { parentOf: Map<string, string | null>; childrenOf: Map<string | null, string[]> }
type Trees = Record<Side | 'base', Tree>

function treeFrom(places: readonly Placed[]): Tree {
  const keys = new Set(places.map(({ key }) => key))
  const tree: Tree = { parentOf: new Map(), childrenOf: new Map() }
  for (const { key, parent } of places) {
    if (tree.parentOf.has(key)) continue
    const known = parent !== null && keys.has(parent) ? parent : null
    tree.parentOf.set(key, known)
    tree.childrenOf.set(known, [...(tree.childrenOf.get(known) ?? []), key])
  }
  return tree
}

/** What kept its parent and its order among the siblings that did: the most of them. */
function steadyIn(base: Tree, side: Tree): Set<string> {
  const steady = new Set<string>()
  for (const [parent, keys] of side.childrenOf) {
    const before = base.childrenOf.get(parent) ?? []
    const stayed = keys.flatMap((key) => {
      const place = before.indexOf(key)
      return place < 0 ? [] : [{ key, place }]
    })
    for (const { key } of heaviestIncreasingSubsequence(stayed)) steady.add(key)
  }
  return steady
}

function parentsOf({
  living,
  trees: { base, ours, theirs },
  displaced,
}: {
  living: ReadonlySet<string>
  trees: Trees
  displaced: Set<string>
}): Map<string, string | null> {
  const parents = new Map<string, string | null>()
  for (const key of new Set([...ours.parentOf.keys(), ...theirs.parentOf.keys()])) {
    if (!living.has(key)) continue
    const [was, our, their] = [base.parentOf.get(key), ours.parentOf.get(key), theirs.parentOf.get(key)]
    if (our === undefined || their === undefined) parents.set(key, our ?? their ?? null)
    else {
      if (our !== was && their !== was && our !== their) displaced.add(key)
      parents.set(key, our === was ? their : our)
    }
  }
  for (const key of parents.keys()) {
    // Its parent is gone, or each side put one under the other: it stands at the top, so that it is not lost.
    const seen = new Set<string>()
    for (let one: string | null = key; one !== null; one = parents.get(one) ?? null) {
      const parent: string | null = parents.get(one) ?? null
      if (seen.has(one) || (parent !== null && !parents.has(parent))) {
        parents.set(one, null)
        break
      }
      seen.add(one)
    }
  }
  return parents
}

type Where = {
  key: string
  parent: string | null
  trees: Trees
  steady: Record<Side, Set<string>>
  displaced: Set<string>
}

/** At which place of the base, and there as it is in the base, or behind it as ours or theirs has it. */
function placeOf({ key, parent, trees, steady, displaced }: Where): { at: number; rank: number; within: number } {
  const { base, ours, theirs } = trees
  const home = base.parentOf.get(key) === parent ? (base.childrenOf.get(parent) ?? []).indexOf(key) : -1
  const stays = (side: Side): boolean => !trees[side].parentOf.has(key) || steady[side].has(key)
  if (home >= 0 && stays('ours') && stays('theirs')) return { at: home, rank: 0, within: 0 }
  const isOurs = ours.parentOf.get(key) === parent && !(theirs.parentOf.has(key) && home >= 0 && stays('ours'))
  const side: Side = isOurs || theirs.parentOf.get(key) !== parent ? 'ours' : 'theirs'
  if (home >= 0 && !stays('ours') && !stays('theirs')) {
    const isElsewhere = anchorIn(trees, steady, key, 'ours') !== anchorIn(trees, steady, key, 'theirs')
    if (isElsewhere) displaced.add(key)
  }
  const within = (trees[side].childrenOf.get(parent) ?? []).indexOf(key)
  return { at: anchorIn(trees, steady, key, side), rank: side === 'ours' ? 1 : 2, within }
}

/** The place in the base of the nearest sibling in front that kept its place; -1 where none did. */
function anchorIn(trees: Trees, steady: Record<Side, Set<string>>, key: string, side: Side): number {
  const parent = trees[side].parentOf.get(key) ?? null
  const siblings = trees[side].childrenOf.get(parent) ?? []
  const before = siblings.slice(0, siblings.indexOf(key)).findLast((one) => steady[side].has(one))
  return before === undefined ? -1 : (trees.base.childrenOf.get(parent) ?? []).indexOf(before)
}

function neighbourIn(tree: Tree, key: string): Neighbour {
  const parent = tree.parentOf.get(key) ?? null
  const siblings = tree.childrenOf.get(parent) ?? []
  return { parent, behind: siblings[siblings.indexOf(key) - 1] ?? null }
}
