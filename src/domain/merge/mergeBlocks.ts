import { commonEnds } from '../alignment/commonEnds'
import { grouped } from '../grouped'
import { blockOf, type TreeBlock } from '../pairing/tree'
import { isEmptyFrame } from '../richText/empty'
import { isShared, parentOf, siblingBefore } from './forests'
import type { Graph, Node, SharedNode } from './graph'
import { joinedTo, splitOff } from './groups'
import type { DisputedBlocks, MergedBlock, MergedNode } from './merged'
import { byPlace, RANK } from './mergePlaces'
import {
  blockWith,
  check,
  conflict,
  type Displaced,
  idOf,
  linesOf,
  type MergeState,
  placeId,
  textOf,
  textOfOwn,
  withoutShared,
} from './mergeState'
import { mergedTexts } from './mergeTexts'
import { type Entry, entriesUnder, isEditedWithin } from './placing'
import { type OnBoth, onAll, onBoth, otherThan, SIDES, type Side, VERSIONS } from './sides'

/** The merged blocks under one parent, in order: those that stayed, and what came to them from either side. */
export function childrenOf(parent: Node | null, state: MergeState): MergedNode[] {
  const places = grouped(entriesUnder(parent, state).sort(byPlace), ({ at }) => at)
  return [...places].flatMap(([at, entries]) => blocksAt(at, entries, parent, state))
}

/** What stands at one place of the base: the block itself, and what both sides inserted behind it. */
function blocksAt(at: number, entries: Entry[], parent: Node | null, state: MergeState): MergedNode[] {
  const made = (some: Entry[]): MergedNode[] =>
    some.flatMap(({ node, isOtherPlace }) => {
      const known = state.displaced.get(node)
      // This place is within itself: there it cannot stand.
      if (state.underway.has(node)) return []
      if (!known) return merged(node, state)
      return [displaced(node, known, isOtherPlace ? otherThan(known.home) : known.home, state)]
    })
  const inserted = onBoth((side) => entries.filter((entry) => isInsertedBy(side, entry, state.graph)))
  const { ours, theirs } = inserted
  const [first] = ours
  if (!first || theirs.length === 0) return made(entries)
  if (isSameTexts(inserted)) return made(entries.filter((entry) => !theirs.includes(entry)))
  const replaced = goneBehind(at, parent, state)
  const texts = onBoth((side) => inserted[side].map(({ node }) => textOf(node[side])).join('\n'))
  if (replaced.length === 0 && mayBothStand(parent, state)) {
    check(state, { kind: 'inserted', block: idOf(first.node), text: `${texts.ours}\n${texts.theirs}` })
    return made(entries)
  }
  const id = conflict(state, { kind: 'inserted', block: '', base: replaced.map(textOf).join('\n'), ...texts })
  const others = entries.filter((entry) => !ours.includes(entry) && !theirs.includes(entry))
  const start = entries.findIndex((entry) => !others.includes(entry))
  const base = replaced.map((block) => withoutShared(block, state.graph))
  return [
    ...made(entries.slice(0, start)),
    { kind: 'conflict', id, base, ...onBoth((side) => made(inserted[side])), kept: 'ours' },
    ...made(others.slice(start)),
  ]
}

function isInsertedBy(side: Side, { node, rank }: Entry, graph: Graph): boolean {
  const block = node[side]
  return rank !== RANK.split && !node.base && block !== undefined && !isShared(node) && !holdsShared(block, graph)
}

/** Whether what the sides put into a block are two things, and not two versions of one: both may stand there. */
function mayBothStand(parent: Node | null, { childrenOf }: MergeState): boolean {
  if (parent === null || parent.base) return true
  return parent.ours?.kind === 'list' && !(childrenOf.get(parent) ?? []).some(isShared)
}

/** Whether something is in it that the other side has as well: that is not to go with what it was put into. */
function holdsShared(block: TreeBlock, graph: Graph): boolean {
  return block.children.some((child) => isShared(graph.nodeOf.get(child)) || holdsShared(child, graph))
}

/** Both inserted the same at one place, too short to be known for the same anywhere else. */
function isSameTexts({ ours, theirs }: OnBoth<Entry[]>): boolean {
  const isSame = ({ node }: Entry, at: number): boolean => {
    const [one, other] = [node.ours, theirs[at]?.node.theirs]
    return one !== undefined && one.whole === other?.whole && one.children.length === 0
  }
  return ours.length === theirs.length && ours.every(isSame)
}

/** The blocks of the base behind a place, up to the next that stayed, that both sides deleted: both inserted something instead. */
function goneBehind(at: number, parent: Node | null, { graph, replaced }: MergeState): TreeBlock[] {
  const siblings = parent === null ? graph.top.base : (parent.base?.children ?? [])
  const gone: TreeBlock[] = []
  for (const block of siblings.slice(Math.floor(at) + 1)) {
    const node = graph.nodeOf.get(block)
    if (!node || node.ours || node.theirs || replaced.has(node)) break
    replaced.add(node)
    gone.push(block)
  }
  return gone
}

/** A block of which each side has another place, at the place of one side: it stands once. */
function displaced(node: Node, known: Displaced, side: Side, state: MergeState): DisputedBlocks {
  if (!known.made) {
    state.underway.add(node)
    const id = known.isAsked ? placeConflict(node, state) : placeId(state)
    known.made = { id, blocks: merged(node, state) }
    state.underway.delete(node)
  }
  const { id, blocks } = known.made
  const [ours, theirs] = side === 'ours' ? [blocks, []] : [[], blocks]
  return { kind: 'conflict', id, base: ours, ours, theirs, kept: known.home, isPlace: true }
}

/** Each side is told by the text in front of the block there. */
function placeConflict(node: Node, state: MergeState): string {
  const { graph } = state
  const texts = onAll((version) => textOf(node[version] && siblingBefore(graph, node[version], version)))
  return conflict(state, { kind: 'place', block: idOf(node), ...texts })
}

function merged(node: Node, state: MergeState): MergedNode[] {
  const { graph } = state
  if (isShared(node)) {
    if (isShapeDisputed(node, graph)) return [tableOfBoth(node, state)]
    const [first, ...split] = mergedTexts(node, state)
    if (!first) return []
    const made = { ...first, children: childrenOf(node, state) }
    // Both removed a part of a list, and nothing is left of it.
    const wasFull = SIDES.every((side) => node[side].children.length > 0)
    return wasFull && isEmptyFrame(made) ? split : [made, ...split]
  }
  const kept: Side = node.ours ? 'ours' : 'theirs'
  const { base, [kept]: block } = node
  if (!block) return []
  const own = blockWith(block, childrenOf(node, state))
  const split = splitOff(graph, node)
  // What was to be put into a new box or list is gone: the other side deleted it.
  const isEmptied = !base && block.children.length > 0 && isEmptyFrame(own)
  const blocks = [...(isEmptied ? [] : [own]), ...split.map(blockOf)]
  const parent = parentOf(graph, block)
  // It stands in a block that is kept as a whole, since the other side deleted it: then that is the conflict.
  const isWithinKept = parent?.base !== undefined && !isShared(parent)
  if (!base || isWithinKept) return blocks
  const joined = joinedTo(graph, node).map(blockOf)
  const { before, after } = editedParts([block, ...split], base, graph)
  const texts = onBoth((side) => (side === kept ? after : ''))
  const id = conflict(state, { kind: 'deleted', block: idOf(node), base: before, ...texts })
  const sides = onBoth((side) => (side === kept ? blocks : joined))
  return [{ kind: 'conflict', id, base: [withoutShared(base, graph), ...joined], ...sides, kept, isDeletion: true }]
}

type Change = { before: string; after: string }

/** Of a block that one side deleted, with what was split off it, the words that the other one changed: what the conflict is about. */
function editedParts(blocks: TreeBlock[], base: TreeBlock, graph: Graph): Change {
  const [whole] = blocks
  const changes: Change[] = []
  const visit = (block: TreeBlock): void => {
    const was = graph.nodeOf.get(block)?.base
    if (was?.own !== block.own) {
      const after = (block === whole ? blocks : [block]).map(textOfOwn).join('\n')
      changes.push(changedStretch({ before: was ? textOfOwn(was) : '', after }))
    }
    block.children.forEach(visit)
  }
  if (whole) visit(whole)
  const after = linesOf(changes.map((change) => change.after))
  // Nothing of its words but some that are gone, or only what came into it: then the whole says more than nothing.
  if (after === '') return { before: textOf(base), after: textOf(whole) }
  return { before: linesOf(changes.map(({ before }) => before)), after }
}

/** Two texts without the words that they begin and end with alike; whole where nothing would be left of either. */
function changedStretch({ before, after }: Change): Change {
  const [was, is] = [before.split(/(?<=\s)/u), after.split(/(?<=\s)/u)]
  const { head, tail } = commonEnds(was, is)
  const middleOf = (words: string[]): string =>
    words
      .slice(head, words.length - tail)
      .join('')
      .trim()
  const changed = { before: middleOf(was), after: middleOf(is) }
  return changed.before === '' && changed.after === '' ? { before, after } : changed
}

/** Rows and columns of one table changed on both sides in ways that leave holes in the grid. */
function isShapeDisputed(node: SharedNode, graph: Graph): boolean {
  if (VERSIONS.some((version) => node[version]?.kind !== 'table')) return false
  const [side, another] = SIDES.filter((one) => graph.pairings[one].columns.has(node[one]))
  if (!side) return false
  if (another) return node.ours.whole !== node.theirs.whole
  return node[otherThan(side)].children.some((row) => {
    if (!graph.nodeOf.get(row)?.base) return true
    return row.children.some((cell) => {
      const its = graph.nodeOf.get(cell)
      return its?.base !== undefined && !isShared(its) && isEditedWithin(graph, cell)
    })
  })
}

function tableOfBoth(node: SharedNode, state: MergeState): DisputedBlocks {
  const texts = onAll((version) => textOf(node[version]))
  const id = conflict(state, { kind: 'value', about: 'columns', block: idOf(node), ...texts })
  // A side may have put the table into something that stands in it on the other side.
  state.underway.add(node)
  const sides = onBoth((side) => [withMoved(node[side], state)])
  state.underway.delete(node)
  return { kind: 'conflict', id, base: node.base ? [blockOf(node.base)] : [], ...sides, kept: 'ours' }
}

/** The block as it is, but for what was moved into it: the other side has that elsewhere, and may have edited it. */
function withMoved(block: TreeBlock, state: MergeState): MergedBlock {
  const { graph, underway, displaced } = state
  const children = block.children.flatMap((child): MergedNode[] => {
    const node = graph.nodeOf.get(child)
    if (node && underway.has(node)) return []
    const isMovedIn = isShared(node) && parentOf(graph, node.ours) !== parentOf(graph, node.theirs)
    return isMovedIn && !displaced.has(node) ? merged(node, state) : [withMoved(child, state)]
  })
  return blockWith(block, children)
}
