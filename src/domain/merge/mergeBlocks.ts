import { commonEnds } from '../alignment/commonEnds'
import { grouped } from '../grouped'
import { blockOf, type TreeBlock } from '../pairing/tree'
import { isEmptyFrame } from '../richText/empty'
import { onVersion } from '../richText/versions'
import { textOf as wordsOf } from '../richText/walk'
import { areCellsOfBoth, areDetailsDisputed, detailsText } from './details'
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

/** The merged blocks under one parent, in order. */
export function childrenOf(parent: Node | null, state: MergeState): MergedNode[] {
  const places = grouped(entriesUnder(parent, state).sort(byPlace), ({ at }) => at)
  return [...places].flatMap(([at, entries]) => blocksAt(at, entries, parent, state))
}

/** The blocks at one place of the base: the block itself, and what both sides inserted after it. */
function blocksAt(at: number, entries: Entry[], parent: Node | null, state: MergeState): MergedNode[] {
  const made = (some: Entry[]): MergedNode[] =>
    some.flatMap(({ node, isOtherPlace }) => {
      const known = state.displaced.get(node)
      // The place is inside the block itself.
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

function isInsertedBy(side: Side, { node, rank, follows }: Entry, graph: Graph): boolean {
  const block = node[side]
  if (follows) return false
  return rank !== RANK.split && !node.base && block !== undefined && !isShared(node) && !holdsShared(block, graph)
}

/** Whether the insertions of both sides in one block are two things, and not two versions of one, so that both can stay. */
function mayBothStand(parent: Node | null, { childrenOf }: MergeState): boolean {
  if (parent === null || parent.base) return true
  return parent.ours?.kind === 'list' && !(childrenOf.get(parent) ?? []).some(isShared)
}

/** Whether a block holds something that the other side has too: that must not go with it. */
function holdsShared(block: TreeBlock, graph: Graph): boolean {
  return block.children.some((child) => isShared(graph.nodeOf.get(child)) || holdsShared(child, graph))
}

/** Whether both inserted the same texts at one place, which are too short to be recognised anywhere else. */
function isSameTexts({ ours, theirs }: OnBoth<Entry[]>): boolean {
  const isSame = ({ node }: Entry, at: number): boolean => {
    const [one, other] = [node.ours, theirs[at]?.node.theirs]
    return one !== undefined && one.whole === other?.whole && one.children.length === 0
  }
  return ours.length === theirs.length && ours.every(isSame)
}

/** The blocks after a place, up to the next that stayed, that both sides deleted: both replaced them. */
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

/** A block that the sides have at different places, at one of these; it is there once. */
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

/** Describes each side by the text before the block. */
function placeConflict(node: Node, state: MergeState): string {
  const { graph } = state
  const texts = onAll((version) => textOf(node[version] && siblingBefore(graph, node[version], version)))
  return conflict(state, { kind: 'place', block: idOf(node), ...texts })
}

function merged(node: Node, state: MergeState): MergedNode[] {
  const { graph } = state
  if (isShared(node)) {
    if (isShapeDisputed(node, graph)) return [tableOfBoth(node, state)]
    if (areDetailsDisputed(node, graph)) return [detailsOfBoth(node, state)]
    const [first, ...split] = mergedTexts(node, state)
    if (!first) return []
    const made = { ...first, children: childrenOf(node, state) }
    if (areCellsOfBoth(node, graph)) {
      check(state, { kind: 'words', block: made.id, text: wordsOf(onVersion([made], 'ours')) })
    }
    // Each side removed a part of a list, and nothing is left of it.
    const isEmptied = made.children.length === 0 && SIDES.every((side) => node[side].children.length > 0)
    if (isEmptied && isEmptyFrame(made)) return split
    if (isEmptied) checkTitle(made, state)
    return [made, ...split]
  }
  const kept: Side = node.ours ? 'ours' : 'theirs'
  const { base, [kept]: block } = node
  if (!block) return []
  const own = blockWith(block, childrenOf(node, state))
  const split = splitOff(graph, node)
  // The other side deleted everything that this side put into a new box or list.
  const isEmptied = own.children.length === 0 && block.children.length > 0
  if (isEmptied) checkTitle(own, state)
  const blocks = [...(isEmptied && !base && isEmptyFrame(own) ? [] : [own]), ...split.map(blockOf)]
  const parent = parentOf(graph, block)
  // The conflict is about the whole block around it, which the other side deleted.
  const isWithinKept = parent?.base !== undefined && !isShared(parent)
  if (!base || isWithinKept) return blocks
  const joined = joinedTo(graph, node).map(blockOf)
  const { before, after } = editedParts([block, ...split], base, graph)
  const texts = onBoth((side) => (side === kept ? after : ''))
  const id = conflict(state, { kind: 'deleted', block: idOf(node), base: before, ...texts })
  const sides = onBoth((side) => (side === kept ? blocks : joined))
  return [{ kind: 'conflict', id, base: [withoutShared(base, graph), ...joined], ...sides, kept, isDeletion: true }]
}

/** A box with a title of which a merge removed the content stays: the title is a text of its side. A person decides whether it goes. */
function checkTitle({ id, attrs: { title = '' } }: MergedBlock, state: MergeState): void {
  if (title !== '') check(state, { kind: 'deleted', block: id, text: `${title}` })
}

type Change = { before: string; after: string }

/** The words of a conflict about a block that one side deleted: those that the other side changed in it and in what it split off. */
function editedParts(blocks: TreeBlock[], base: TreeBlock, graph: Graph): Change {
  const [whole] = blocks
  const changes: Change[] = []
  const visit = (block: TreeBlock): void => {
    const was = graph.nodeOf.get(block)?.base
    if (was?.own !== block.own) {
      const after = (block === whole ? blocks : [block]).map(textOfOwn).join('\n')
      changes.push(changedStretch({ before: was ? textOfOwn(was) : '', after }))
    }
    // What both sides have is decided on alone, wherever one of them moved it.
    block.children.filter((child) => !isShared(graph.nodeOf.get(child))).forEach(visit)
  }
  if (whole) visit(whole)
  const after = linesOf(changes.map((change) => change.after))
  // If words were only deleted, or something only moved in, the conflict shows the whole.
  if (after === '') return { before: textOf(base), after: textOf(whole) }
  return { before: linesOf(changes.map(({ before }) => before)), after }
}

/** Two texts without their common beginning and end; whole, if nothing would be left of either. */
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

/** Whether both sides changed rows and columns of a table so that the merged grid would have holes. */
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

/** The whole block of each side. */
function detailsOfBoth(node: SharedNode, state: MergeState): DisputedBlocks {
  const texts = onAll((version) => detailsText(node[version]))
  const id = conflict(state, { kind: 'value', about: 'details', block: idOf(node), ...texts })
  const blocks = onAll((version) => (node[version] ? [blockOf(node[version])] : []))
  return { kind: 'conflict', id, ...blocks, kept: 'ours' }
}

/** The whole table of each side. */
function tableOfBoth(node: SharedNode, state: MergeState): DisputedBlocks {
  const texts = onAll((version) => textOf(node[version]))
  const id = conflict(state, { kind: 'value', about: 'columns', block: idOf(node), ...texts })
  // A side can have put the block into something that is in it on the other side.
  state.underway.add(node)
  const sides = onBoth((side) => [withMoved(node[side], state)])
  state.underway.delete(node)
  return { kind: 'conflict', id, base: node.base ? [blockOf(node.base)] : [], ...sides, kept: 'ours' }
}

/** The block of one side. What was moved into it is merged, because the other side has it elsewhere and may have edited it. */
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
