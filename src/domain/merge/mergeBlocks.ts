import { commonEnds } from '../alignment/commonEnds'
import type { TreeBlock } from '../pairing/tree'
import { isEmptyFrame } from '../richText/empty'
import { parentOf, type Side } from './forests'
import type { Graph, Node } from './graph'
import { joinedTo, splitOff } from './groups'
import type { Conflict, DisputedBlocks, MergedBlock, MergedNode } from './merged'
import { byPlace, RANK } from './mergePlaces'
import {
  check,
  conflict,
  type Displaced,
  idOf,
  type MergeState,
  placeId,
  plain,
  plainWithout,
  shell,
  textOf,
  textOfOwn,
} from './mergeState'
import { mergedTexts } from './mergeTexts'
import { type Entry, entriesUnder, isEditedWithin } from './placing'

/** The merged blocks under one parent, in order: those that stayed, and what came to them from either side. */
export function childrenOf(parent: Node | null, state: MergeState): MergedNode[] {
  const entries = entriesUnder(parent, state).sort(byPlace)
  const out: MergedNode[] = []
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const at = entries[from]?.at
    while (to < entries.length && entries[to]?.at === at) to++
    out.push(...blocksAt({ entries: entries.slice(from, to), parent, state }))
  }
  return out
}

/** What stands at one place of the base: the block itself, and what both sides put in behind it. */
function blocksAt({
  entries,
  parent,
  state,
}: {
  entries: Entry[]
  parent: Node | null
  state: MergeState
}): MergedNode[] {
  const made = (some: Entry[]): MergedNode[] =>
    some.flatMap(({ node, isOtherPlace }) => {
      const known = state.displaced.get(node)
      // This place is within itself: there it cannot stand.
      if (state.underway.has(node)) return []
      return known ? [displaced({ node, known, isHome: !isOtherPlace, state })] : merged(node, state)
    })
  const isPutIn = ({ node, rank }: Entry, side: Side): boolean =>
    rank !== RANK.split &&
    !node.base &&
    node[side] !== undefined &&
    !(node.ours && node.theirs) &&
    !holdsShared(node[side], state.graph)
  const ours = entries.filter((entry) => isPutIn(entry, 'ours'))
  const theirs = entries.filter((entry) => isPutIn(entry, 'theirs'))
  if (ours.length === 0 || theirs.length === 0) return made(entries)
  if (isSameTexts(ours, theirs)) return made(entries.filter((entry) => !theirs.includes(entry)))
  const replaced = goneBehind({ at: entries[0]?.at ?? -1, parent, state })
  const texts = { ours: ours.map(({ node }) => saidBy(node)), theirs: theirs.map(({ node }) => saidBy(node)) }
  if (replaced.length === 0 && mayBothStand(parent, state)) {
    const [first] = ours
    check(state, {
      kind: 'inserted',
      block: first ? idOf(first.node) : '',
      text: [...texts.ours, ...texts.theirs].join('\n'),
    })
    return made(entries)
  }
  const id = conflict(state, {
    kind: 'inserted',
    block: '',
    base: replaced.map(textOf).join('\n'),
    ours: texts.ours.join('\n'),
    theirs: texts.theirs.join('\n'),
  })
  const others = entries.filter((entry) => !ours.includes(entry) && !theirs.includes(entry))
  const first = entries.findIndex((entry) => !others.includes(entry))
  const base = replaced.map((block) => plainWithout(block, state))
  return [
    ...made(entries.slice(0, first)),
    { kind: 'conflict', id, base, ours: made(ours), theirs: made(theirs), kept: 'ours' },
    ...made(others.slice(first)),
  ]
}

/** Whether what the sides put into a block are two things, and not two versions of one: both may stand there. */
function mayBothStand(parent: Node | null, { childrenOf }: MergeState): boolean {
  if (parent === null || parent.base) return true
  return parent.ours?.kind === 'list' && !(childrenOf.get(parent) ?? []).some(({ ours, theirs }) => ours && theirs)
}

/** Whether something is in it that the other side has as well: that is not to go with what it was put into. */
function holdsShared(block: TreeBlock | undefined, graph: Graph): boolean {
  return (block?.children ?? []).some((child) => {
    const { ours, theirs } = graph.nodeOf.get(child) ?? {}
    return (ours && theirs) || holdsShared(child, graph)
  })
}

/** Both put in the same at one place, too short to be known for the same anywhere else. */
function isSameTexts(ours: Entry[], theirs: Entry[]): boolean {
  return (
    ours.length === theirs.length &&
    ours.every(({ node }, at) => {
      const [one, other] = [node.ours, theirs[at]?.node.theirs]
      return one !== undefined && one.whole === other?.whole && one.children.length === 0
    })
  )
}

/** The blocks of the base behind a place, up to the next that stayed, that both sides deleted: both put something in their place. */
function goneBehind({ at, parent, state }: { at: number; parent: Node | null; state: MergeState }): TreeBlock[] {
  const siblings = parent === null ? state.graph.top.base : (parent.base?.children ?? [])
  const gone: TreeBlock[] = []
  for (const block of siblings.slice(Math.floor(at) + 1)) {
    const node = state.graph.nodeOf.get(block)
    if (!node || node.ours || node.theirs || state.replaced.has(node)) break
    state.replaced.add(node)
    gone.push(block)
  }
  return gone
}

function saidBy({ base, ours, theirs }: Node): string {
  const block = ours ?? theirs ?? base
  return block ? textOf(block) : ''
}

type At = { node: Node; known: Displaced; isHome: boolean; state: MergeState }

/** A block of which each side has another place, at one of them: it stands once. */
function displaced({ node, known, isHome, state }: At): DisputedBlocks {
  state.underway.add(node)
  const { id, blocks } = state.made.get(node) ?? madeOnce({ node, state, isAsked: known.isAsked })
  state.underway.delete(node)
  const isOurs = isHome === (known.home === 'ours')
  const at = { base: isOurs ? blocks : [], ours: isOurs ? blocks : [], theirs: isOurs ? [] : blocks }
  return { kind: 'conflict', id, ...at, kept: known.home, isPlace: true }
}

type Asked = { node: Node; state: MergeState; isAsked: boolean }

function madeOnce({ node, state, isAsked }: Asked): { id: string; blocks: MergedNode[] } {
  if (!isAsked) {
    const made = { id: placeId(state), blocks: merged(node, state) }
    state.made.set(node, made)
    return made
  }
  const behind = (block: TreeBlock | undefined, side: Side | 'base'): string => {
    if (!block) return ''
    const siblings = block.parent ? block.parent.children : state.graph.top[side]
    const before = siblings[siblings.indexOf(block) - 1]
    return before ? textOf(before) : ''
  }
  const id = conflict(state, {
    kind: 'place',
    block: idOf(node),
    base: behind(node.base, 'base'),
    ours: behind(node.ours, 'ours'),
    theirs: behind(node.theirs, 'theirs'),
  })
  const made = { id, blocks: merged(node, state) }
  state.made.set(node, made)
  return made
}

/** What becomes of one block. */
function merged(node: Node, state: MergeState): MergedNode[] {
  const { base, ours, theirs } = node
  if (ours && theirs) {
    if (isShapeDisputed(node, state)) return [tableOfBoth({ node, state })]
    const [first, ...split] = mergedTexts({ node, ours, theirs, state })
    if (!first) return []
    const made = { ...first, children: childrenOf(node, state) }
    // Both took out a part of a list, and nothing is left of it.
    const wasFull = ours.children.length > 0 && theirs.children.length > 0
    return wasFull && isEmptyFrame(made) ? split : [made, ...split]
  }
  const block = ours ?? theirs
  if (!block) return []
  const own: MergedBlock = { ...shell(block), children: childrenOf(node, state) }
  const split = splitOff(state.graph, node)
  const joined = joinedTo(state.graph, node).map(plain)
  // What was to be put into a new box or list is gone: the other side deleted it.
  const isEmptied = !base && block.children.length > 0 && isEmptyFrame(own)
  const kept = [...(isEmptied ? [] : [own]), ...split.map(plain)]
  if (!base || isWithinKept(node, state)) return kept
  const side: Side = ours ? 'ours' : 'theirs'
  const id = conflict(state, {
    kind: 'deleted',
    block: idOf(node),
    ...editedParts({ base, ours, theirs, split, state }),
  })
  return [
    {
      kind: 'conflict',
      id,
      base: [plainWithout(base, state), ...joined],
      ours: ours ? kept : joined,
      theirs: theirs ? kept : joined,
      kept: side,
      isDeletion: true,
    },
  ]
}

type Parts = {
  base: TreeBlock
  ours: TreeBlock | undefined
  theirs: TreeBlock | undefined
  split: TreeBlock[]
  state: MergeState
}

/** Of a block that one side deleted, the words that the other one changed: what the conflict is about. */
function editedParts({ base, ours, theirs, split, state }: Parts): Pick<Conflict, 'base' | 'ours' | 'theirs'> {
  let was: string[] = []
  const is: string[] = []
  const visit = (block: TreeBlock): void => {
    const before = state.graph.nodeOf.get(block)?.base
    if (before?.own !== block.own) {
      const whole = block === (ours ?? theirs) ? [block, ...split] : [block]
      const after = whole.map(textOfOwn).join('\n')
      const changed = changedStretch({ before: before ? textOfOwn(before) : '', after })
      was.push(changed.before)
      is.push(changed.after)
    }
    block.children.forEach(visit)
  }
  visit(ours ?? theirs ?? base)
  // Nothing of its words but some that are gone, or only what came into it: then the whole says more than nothing.
  if (is.join('') === '') {
    was = [textOf(base)]
    is.push(textOf(ours ?? theirs ?? base))
  }
  const said = (texts: string[]): string => texts.filter((one) => one !== '').join('\n')
  return { base: said(was), ours: ours ? said(is) : '', theirs: theirs ? said(is) : '' }
}

/** Two texts without the words that they begin and end with alike; whole where nothing would be left of either. */
function changedStretch({ before, after }: { before: string; after: string }): { before: string; after: string } {
  const [was, is] = [before.split(/(?<=\s)/u), after.split(/(?<=\s)/u)]
  const { head, tail } = commonEnds(was, is)
  const left = (all: string[]): string =>
    all
      .slice(head, all.length - tail)
      .join('')
      .trim()
  return left(was) === '' && left(is) === '' ? { before, after } : { before: left(was), after: left(is) }
}

/** Whether it stands in a block that is kept as a whole, since the other side deleted it: then that is the conflict. */
function isWithinKept({ ours, theirs }: Node, { graph }: MergeState): boolean {
  const parent = parentOf(graph, ours ?? theirs)
  return parent !== null && parent.base !== undefined && !(parent.ours && parent.theirs)
}

/** Rows and columns of one table changed on both sides in ways that leave holes in the grid. */
function isShapeDisputed({ base, ours, theirs }: Node, { graph }: MergeState): boolean {
  if (ours?.kind !== 'table' || theirs?.kind !== 'table' || base?.kind !== 'table') return false
  const columns = { ours: graph.pairings.ours.columns.has(ours), theirs: graph.pairings.theirs.columns.has(theirs) }
  if (!columns.ours && !columns.theirs) return false
  if (columns.ours && columns.theirs) return ours.whole !== theirs.whole
  const [other, side] = columns.ours ? [theirs, 'theirs' as const] : [ours, 'ours' as const]
  return other.children.some((row) => {
    const node = graph.nodeOf.get(row)
    if (!node?.base) return true
    return row.children.some((cell) => {
      const its = graph.nodeOf.get(cell)
      const isGone = its?.base !== undefined && !(its.ours && its.theirs)
      return isGone && isEditedWithin(graph, cell, side)
    })
  })
}

function tableOfBoth({ node, state }: { node: Node; state: MergeState }): DisputedBlocks {
  const text = (block: TreeBlock | undefined): string => (block ? textOf(block) : '')
  const { base, ours, theirs } = node
  const id = conflict(state, {
    kind: 'value',
    about: 'columns',
    block: idOf(node),
    base: text(base),
    ours: text(ours),
    theirs: text(theirs),
  })
  // A side may have put the table into something that stands in it on the other side.
  state.underway.add(node)
  const one = (block: TreeBlock | undefined): MergedNode[] => (block ? [withMoved(block, state)] : [])
  const sides = { ours: one(ours), theirs: one(theirs) }
  state.underway.delete(node)
  return { kind: 'conflict', id, base: base ? [plain(base)] : [], ...sides, kept: 'ours' }
}

/** The block as it is, but for what was moved into it: the other side has that elsewhere, and may have edited it. */
function withMoved(block: TreeBlock, state: MergeState): MergedBlock {
  const { graph } = state
  const children = block.children.flatMap((child): MergedNode[] => {
    const node = graph.nodeOf.get(child)
    const isMovedIn = node?.ours && node.theirs && parentOf(graph, node.ours) !== parentOf(graph, node.theirs)
    if (node && state.underway.has(node)) return []
    return isMovedIn && !state.displaced.has(node) ? merged(node, state) : [withMoved(child, state)]
  })
  return { ...shell(block), children }
}
