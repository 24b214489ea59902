import { isNumbered } from '../pairing/anchors'
import { type TreeBlock, wordingOf } from '../pairing/tree'
import { isOneStatement, isTextAttribute } from '../richText/blockKinds'
import type { Version } from '../richText/versions'
import { allBlocks } from '../richText/walk'
import { isShared } from './forests'
import type { Graph, Node, SharedNode } from './graph'
import { linesOf, textOf } from './mergeState'
import { type OnAll, type OnBoth, onAll, onBoth, otherThan, SIDES, VERSIONS } from './sides'

/**
 * Whether both sides changed one statement, so that the merged one would have something of each: the opening hours of one office
 * beside the telephone number of another one, the deadline of one step beside what is done in another one, or hours that no office
 * has. A row of a table is one statement only if one side changed what it is about, and the other one what is said of it.
 */
export function areDetailsDisputed(node: SharedNode, graph: Graph): boolean {
  const { base, ours, theirs } = node
  if (!base || ours.whole === theirs.whole || SIDES.some((side) => node[side].whole === base.whole)) return false
  if (SIDES.some((side) => node[side].kind !== base.kind)) return false
  const isDisputed = isOneStatement(base.kind)
    ? areDetailsOfBoth({ base, ours, theirs })
    : base.kind === 'row' && isNameOfOther(node, graph)
  return isDisputed && !isMovedAcross(node, graph)
}

/** Whether the sides changed different cells of a row. */
export function areCellsOfBoth(node: Node, graph: Graph): boolean {
  const { ours, theirs } = changedCells(node, graph)
  return ours.some((one) => theirs.some((other) => one !== other))
}

/** The text of a block with the details that are no texts: how strong a sign is, or the file of a picture. */
export function detailsText(block: TreeBlock | undefined): string {
  const values = Object.entries(block?.attrs ?? {}).filter(([name]) => !isTextAttribute(name))
  return linesOf([...values.map(([name, value]) => `${name}: ${value}`), textOf(block)])
}

function areDetailsOfBoth(blocks: OnAll<TreeBlock>): boolean {
  const details = onAll((version) => detailsOf(blocks[version]))
  const names = [...new Set(VERSIONS.flatMap((version) => [...details[version].keys()]))]
  const differing = names.filter((name) => details.ours.get(name) !== details.theirs.get(name))
  return SIDES.every((side) => differing.some((name) => details[side].get(name) !== details.base.get(name)))
}

/** The attributes, the words and the named texts of a block. */
function detailsOf({ attrs, text, children }: TreeBlock): Map<string, unknown> {
  const named = children.map((child) => [`${child.attrs.name}`, child.whole] as const)
  return new Map<string, unknown>([...Object.entries(attrs), ['', text], ...named])
}

/**
 * Whether one side changed the words of the first cell, which say what the row is about, and the other side another cell. In a row of
 * headers each cell is about its column.
 */
function isNameOfOther({ base, ...sides }: SharedNode, graph: Graph): boolean {
  const [first] = base?.children ?? []
  const name = first && graph.nodeOf.get(first)
  if (!base || !first || !isShared(name) || base.children.every(({ attrs }) => attrs.header)) return false
  const changed = changedCells({ base, ...sides }, graph)
  return SIDES.some(
    (side) =>
      changed[side].includes(name) &&
      wordingOf(name[side]) !== wordingOf(first) &&
      changed[otherThan(side)].some((cell) => cell !== name),
  )
}

/**
 * The cells of a row that all three have, by the side that changed them, without those that both changed in the same way. A number in
 * the first cell is no change of the row, because rows are numbered anew.
 */
function changedCells({ base }: Node, graph: Graph): OnBoth<SharedNode[]> {
  const told = base?.kind !== 'row' ? [] : isNumbered(base) ? base.children.slice(1) : base.children
  const cells = told.map((cell) => graph.nodeOf.get(cell)).filter(isShared)
  const differing = cells.filter(({ ours, theirs }) => ours.whole !== theirs.whole)
  return onBoth((side) => differing.filter((cell) => cell[side].whole !== cell.base?.whole))
}

/** Whether a block is within this one in one version, and elsewhere in another: it would be there twice, or not at all. */
function isMovedAcross(node: SharedNode, graph: Graph): boolean {
  const within = onAll((version) => new Set(allBlocks([node[version] ?? []].flat())))
  const isElsewhere = (block: TreeBlock | undefined, version: Version) =>
    block !== undefined && !within[version].has(block)
  return VERSIONS.some((version) =>
    [...within[version]].some((block) => {
      const its = graph.nodeOf.get(block) ?? {}
      return VERSIONS.some((other) => isElsewhere(its[other], other))
    }),
  )
}
