import { hunksOf } from '../diff/diffWords'
import type { Effort } from '../diff/myers'
import { cut, type Piece, tokenAt } from '../diff/segments'
import { type Reading, readRuns } from '../diff/tokens'
import { joinedRuns, numbering, readingOf, type TreeBlock, treeOf } from '../diff/tree'
import { type Block, plainTextOf, type RichText, type Run } from '../richText'
import { anchorOf, type Graph, graphOf, type Node, parentOf, type Side } from './graph'
import type {
  Check,
  Conflict,
  DisputedBlocks,
  DisputedValue,
  MergedBlock,
  MergedNode,
  MergeStatus,
  RichTextMerge,
} from './merged'
import { mergeWords } from './mergeWords'
import { resolveRichText } from './resolveRichText'

/** Most steps that the words of one text may take in all; see `diffRichText`. */
const MOST_STEPS = 12_000_000

/**
 * Brings the changes of two sides together. Blocks are recognised by id and likeness, and for each of them its content and
 * its place are merged by themselves (3DM: Lindholm 2004), so that one side may move what the other one edits. What one
 * side deleted and the other one edited stays until somebody decides; both keep what they put in. Never drops a word of
 * either side: it stands in the text or in a conflict. Deterministic; work is bounded.
 */
export function mergeRichText({
  base,
  ours,
  theirs,
  field = '',
}: {
  base: RichText
  ours: RichText
  theirs: RichText
  field?: string
}): RichTextMerge {
  const numberOf = numbering()
  const top = { base: treeOf(base, numberOf), ours: treeOf(ours, numberOf), theirs: treeOf(theirs, numberOf) }
  const nodes = nodesOf(top, field)
  const value = resolveRichText({ nodes: nodes.nodes, resolutions: {} })
  return { ...nodes, value }
}

type Top = Graph['top']

function nodesOf(top: Top, field: string): Omit<RichTextMerge, 'value'> {
  const whole = { base: wholeOf(top.base), ours: wholeOf(top.ours), theirs: wholeOf(top.theirs) }
  const untouched = { conflicts: [], checks: [], limited: false }
  if (whole.ours === whole.theirs) return { ...untouched, status: 'unchanged', nodes: top.ours.map(plain) }
  if (whole.base === whole.ours) return { ...untouched, status: 'ready', nodes: top.theirs.map(plain) }
  if (whole.base === whole.theirs) return { ...untouched, status: 'yours-kept', nodes: top.ours.map(plain) }
  const making = makingOf(graphOf(top), field)
  const nodes = childrenOf(null, making)
  const { conflicts, checks } = making
  const status: MergeStatus = conflicts.length > 0 ? 'decision-needed' : 'please-check'
  return { status, nodes, conflicts, checks, limited: making.limited }
}

function wholeOf(blocks: TreeBlock[]): string {
  return blocks.map((block) => block.whole).join()
}

type Making = {
  graph: Graph
  field: string
  /** The blocks under each parent that are part of the merged text. */
  childrenOf: Map<Node | null, Node[]>
  /** Blocks that both moved, and not to the same place. */
  displaced: Set<Node>
  conflicts: Conflict[]
  checks: Check[]
  effort: { left: number }
  limited: boolean
}

function makingOf(graph: Graph, field: string): Making {
  const making: Making = {
    graph,
    field,
    childrenOf: new Map(),
    displaced: new Set(),
    conflicts: [],
    checks: [],
    effort: { left: MOST_STEPS },
    limited: false,
  }
  const parents = chosenParents(making)
  for (const node of graph.nodes) {
    const parent = parents.get(node)
    if (parent === undefined) continue
    const known = making.childrenOf.get(parent)
    if (known) known.push(node)
    else making.childrenOf.set(parent, [node])
  }
  return making
}

/** Under whom each living block stands: with the side that moved it; ours, where both did. */
function chosenParents({ graph, displaced }: Making): Map<Node, Node | null> {
  const parents = new Map<Node, Node | null>()
  const living = livingNodes(graph)
  for (const node of graph.nodes) {
    if (!living.has(node)) continue
    const was = parentOf(graph, node.base)
    const ours = node.ours ? parentOf(graph, node.ours) : undefined
    const theirs = node.theirs ? parentOf(graph, node.theirs) : undefined
    if (ours === undefined || theirs === undefined) {
      parents.set(node, ours ?? theirs ?? null)
      continue
    }
    const isOurs = !node.base || ours !== was
    if (node.base && ours !== was && theirs !== was && ours !== theirs) displaced.add(node)
    parents.set(node, isOurs ? ours : theirs)
  }
  for (const node of parents.keys()) {
    // Each side moved one into the other: both stand where they stood.
    const seen = new Set<Node>()
    for (let one: Node | null | undefined = node; one; one = parents.get(one)) {
      if (seen.has(one)) {
        parents.set(one, null)
        break
      }
      seen.add(one)
    }
  }
  return parents
}

/** All but what one side deleted and the other one left alone. */
function livingNodes(graph: Graph): Set<Node> {
  const living = new Set<Node>()
  for (const node of graph.nodes) {
    if (!node.base || (node.ours && node.theirs)) living.add(node)
  }
  const keepWhole = (block: TreeBlock, side: Side): void => {
    const node = graph.nodeOf.get(block)
    if (!node) return
    living.add(node)
    for (const child of block.children) keepWhole(child, side)
  }
  for (const side of ['ours', 'theirs'] as const) {
    for (const node of graph.nodes) {
      const block = node[side]
      if (block && node.base && !living.has(node) && isEditedWithin(graph, block, side)) keepWhole(block, side)
    }
  }
  return living
}

/** Whether a side changed a block or put something into it. That it took something out is no edit. */
function isEditedWithin(graph: Graph, block: TreeBlock, side: Side): boolean {
  const base = graph.nodeOf.get(block)?.base
  if (!base || base.own !== block.own) return true
  return block.children.some((child) => {
    const { base: was, ours, theirs } = graph.nodeOf.get(child) ?? {}
    if (was?.parent !== base) return true
    // What the other side has as well stands with that side.
    return !(ours && theirs) && isEditedWithin(graph, child, side)
  })
}

/** The merged blocks under one parent, in order: those that stayed, and what came to them from either side. */
function childrenOf(parent: Node | null, making: Making): MergedNode[] {
  const entries = (making.childrenOf.get(parent) ?? []).map((node) => ({ node, ...placeOf({ node, parent, making }) }))
  entries.sort((one, other) => one.at - other.at || one.rank - other.rank || one.within - other.within)
  const out: MergedNode[] = []
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const at = entries[from]?.at
    while (to < entries.length && entries[to]?.at === at) to++
    out.push(...blocksAt({ entries: entries.slice(from, to), parent, making }))
  }
  return out
}

/** What stands at one place of the base: the block itself, and what both sides put in behind it. */
function blocksAt({
  entries,
  parent,
  making,
}: {
  entries: Entry[]
  parent: Node | null
  making: Making
}): MergedNode[] {
  const made = (some: Entry[]): MergedNode[] =>
    some.flatMap(({ node }) => {
      const blocks = merged(node, making)
      return making.displaced.has(node) ? [atOurPlace({ node, made: blocks, making })] : blocks
    })
  const isPutIn = ({ node, rank }: Entry, side: 1 | 2): boolean =>
    rank === side && !node.base && !(node.ours && node.theirs)
  const ours = entries.filter((entry) => isPutIn(entry, 1))
  const theirs = entries.filter((entry) => isPutIn(entry, 2))
  if (ours.length === 0 || theirs.length === 0) return made(entries)
  const replaced = goneBehind({ at: entries[0]?.at ?? -1, parent, making })
  const texts = { ours: ours.map(({ node }) => saidBy(node)), theirs: theirs.map(({ node }) => saidBy(node)) }
  if (replaced.length === 0 && (parent === null || parent.base)) {
    const { checks, field } = making
    const [first] = ours
    checks.push({
      kind: 'inserted',
      field,
      block: first ? idOf(first.node) : '',
      text: [...texts.ours, ...texts.theirs].join('\n'),
    })
    return made(entries)
  }
  const id = conflict(making, {
    kind: 'inserted',
    block: '',
    base: replaced.map(textOf).join('\n'),
    ours: texts.ours.join('\n'),
    theirs: texts.theirs.join('\n'),
  })
  const before = entries.filter((entry) => !ours.includes(entry) && !theirs.includes(entry))
  const base = replaced.map((block) => plainWithout(block, making))
  return [...made(before), { kind: 'conflict', id, base, ours: made(ours), theirs: made(theirs), kept: 'ours' }]
}

/** The blocks of the base behind a place, up to the next that stayed, that both sides deleted: both put something in their place. */
function goneBehind({ at, parent, making }: { at: number; parent: Node | null; making: Making }): TreeBlock[] {
  const siblings = parent === null ? making.graph.top.base : (parent.base?.children ?? [])
  const gone: TreeBlock[] = []
  for (const block of siblings.slice(at + 1)) {
    const node = making.graph.nodeOf.get(block)
    if (!node || node.ours || node.theirs) break
    gone.push(block)
  }
  return gone
}

function saidBy({ base, ours, theirs }: Node): string {
  const block = ours ?? theirs ?? base
  return block ? textOf(block) : ''
}

type Entry = { node: Node; at: number; rank: number; within: number }

/** At which place of the base, and there as it is in the base, or behind it as ours or theirs has it. */
function placeOf({ node, parent, making }: { node: Node; parent: Node | null; making: Making }): Omit<Entry, 'node'> {
  const { graph, displaced } = making
  const { base, ours, theirs } = node
  const isAtHome = base !== undefined && parentOf(graph, base) === parent
  const stays = (side: Side): boolean => {
    const block = node[side]
    return block === undefined || (isAtHome && graph.steady[side].has(block))
  }
  if (isAtHome && stays('ours') && stays('theirs')) return { at: indexIn(base, graph.top.base), rank: 0, within: 0 }
  const isOurs = ours !== undefined && parentOf(graph, ours) === parent && !(base && theirs && stays('ours'))
  const block = isOurs || !theirs ? ours : theirs
  const side = isOurs || !theirs ? 'ours' : 'theirs'
  if (!block) return { at: -1, rank: 0, within: 0 }
  const at = anchorOf(graph, block, side)
  if (base && ours && theirs && !stays('ours') && !stays('theirs') && isAtHome) {
    if (anchorOf(graph, ours, 'ours') !== anchorOf(graph, theirs, 'theirs')) displaced.add(node)
  }
  return { at, rank: side === 'ours' ? 1 : 2, within: indexIn(block, graph.top[side]) }
}

function indexIn(block: TreeBlock, top: TreeBlock[]): number {
  return (block.parent ? block.parent.children : top).indexOf(block)
}

/** A block that both moved: it stands once, and where is to be decided. */
function atOurPlace({ node, made, making }: { node: Node; made: MergedNode[]; making: Making }): DisputedBlocks {
  const place = (block: TreeBlock | undefined, side: Side | 'base'): string => {
    if (!block) return ''
    const siblings = block.parent ? block.parent.children : making.graph.top[side]
    const before = siblings[siblings.indexOf(block) - 1]
    return before ? textOf(before) : ''
  }
  const id = conflict(making, {
    kind: 'place',
    block: idOf(node),
    base: place(node.base, 'base'),
    ours: place(node.ours, 'ours'),
    theirs: place(node.theirs, 'theirs'),
  })
  return { kind: 'conflict', id, base: made, ours: made, theirs: made, kept: 'ours' }
}

function conflict({ conflicts, field }: Making, given: Omit<Conflict, 'id' | 'field'>): string {
  const id = `${field === '' ? '' : `${field}/`}${conflicts.length + 1}`
  conflicts.push({ id, field, ...given })
  return id
}

function idOf({ base, ours, theirs }: Node): string {
  return ours?.id || theirs?.id || base?.id || ''
}

function textOf(block: TreeBlock): string {
  return [textOfOwn(block), ...block.children.map(textOf)].filter((one) => one !== '').join('\n')
}

function textOfOwn({ attrs, runs }: TreeBlock): string {
  const own = [attrs.title, attrs.alt, plainTextOf(runs)]
  return own.filter((one) => one !== undefined && one !== '').join('\n')
}

/** What becomes of one block. */
function merged(node: Node, making: Making): MergedNode[] {
  const { base, ours, theirs } = node
  if (ours && theirs) {
    if (isShapeDisputed(node, making)) return [tableOfBoth({ node, making })]
    return [mergedBoth({ node, ours, theirs, making })]
  }
  const block = ours ?? theirs
  if (!block) return []
  const own: MergedBlock = { ...shell(block), children: childrenOf(node, making) }
  if (!base || isWithinKept(node, making)) return [own]
  const side: Side = ours ? 'ours' : 'theirs'
  const id = conflict(making, {
    kind: 'deleted',
    block: idOf(node),
    ...editedParts({ base, ours, theirs, making }),
  })
  return [
    {
      kind: 'conflict',
      id,
      base: [plainWithout(base, making)],
      ours: ours ? [own] : [],
      theirs: theirs ? [own] : [],
      kept: side,
    },
  ]
}

type Parts = { base: TreeBlock; ours: TreeBlock | undefined; theirs: TreeBlock | undefined; making: Making }

/** Of a block that one side deleted, the words that the other one changed: what the conflict is about. */
function editedParts({ base, ours, theirs, making }: Parts): Pick<Conflict, 'base' | 'ours' | 'theirs'> {
  const was: string[] = []
  const is: string[] = []
  const visit = (block: TreeBlock): void => {
    const before = making.graph.nodeOf.get(block)?.base
    if (before?.own !== block.own) {
      const changed = changedStretch({ before: before ? textOfOwn(before) : '', after: textOfOwn(block) })
      was.push(changed.before)
      is.push(changed.after)
    }
    block.children.forEach(visit)
  }
  visit(ours ?? theirs ?? base)
  const said = (texts: string[]): string => texts.filter((one) => one !== '').join('\n')
  return { base: said(was), ours: ours ? said(is) : '', theirs: theirs ? said(is) : '' }
}

/** Two texts without the words that they begin and end with alike; whole where nothing would be left of either. */
function changedStretch({ before, after }: { before: string; after: string }): { before: string; after: string } {
  const [was, is] = [before.split(/(?<=\s)/u), after.split(/(?<=\s)/u)]
  const fewest = Math.min(was.length, is.length)
  let head = 0
  while (head < fewest && was[head] === is[head]) head++
  let tail = 0
  while (tail < fewest - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++
  const left = (all: string[]): string =>
    all
      .slice(head, all.length - tail)
      .join('')
      .trim()
  return left(was) === '' && left(is) === '' ? { before, after } : { before: left(was), after: left(is) }
}

/** Whether it stands in a block that is kept as a whole, since the other side deleted it: then that is the conflict. */
function isWithinKept({ ours, theirs }: Node, { graph }: Making): boolean {
  const parent = parentOf(graph, ours ?? theirs)
  return parent !== null && parent.base !== undefined && !(parent.ours && parent.theirs)
}

function shell({ id, kind, attrs, runs }: TreeBlock): MergedBlock {
  return { id, kind, attrs, runs, children: [] }
}

function plain(block: TreeBlock): MergedBlock {
  return { ...shell(block), children: block.children.map(plain) }
}

/** The block as it was, without what lives elsewhere: nothing shall stand twice whatever is decided. */
function plainWithout(block: TreeBlock, making: Making): MergedBlock {
  const children = block.children.filter((child) => {
    const node = making.graph.nodeOf.get(child)
    return !(node?.ours && node.theirs)
  })
  return { ...shell(block), children: children.map((child) => plainWithout(child, making)) }
}

/** Rows and columns of one table changed on both sides in ways that leave holes in the grid. */
function isShapeDisputed({ base, ours, theirs }: Node, { graph }: Making): boolean {
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

function tableOfBoth({ node, making }: { node: Node; making: Making }): DisputedBlocks {
  const text = (block: TreeBlock | undefined): string => (block ? textOf(block) : '')
  const { base, ours, theirs } = node
  const id = conflict(making, {
    kind: 'value',
    about: 'columns',
    block: idOf(node),
    base: text(base),
    ours: text(ours),
    theirs: text(theirs),
  })
  const one = (block: TreeBlock | undefined): MergedNode[] => (block ? [plain(block)] : [])
  return { kind: 'conflict', id, base: one(base), ours: one(ours), theirs: one(theirs), kept: 'ours' }
}

type Both = { node: Node; ours: TreeBlock; theirs: TreeBlock; making: Making }

function mergedBoth({ node, ours, theirs, making }: Both): MergedBlock {
  const { base } = node
  const disputed: DisputedValue[] = []
  const value = <Value extends string | number | boolean | undefined>(
    name: string,
    values: Record<Side | 'base', Value>,
  ): Value => {
    if (values.ours === values.theirs || values.theirs === values.base) return values.ours
    if (values.ours === values.base) return values.theirs
    const said = (one: Value): string => (one === undefined ? '' : String(one))
    const id = conflict(making, {
      kind: 'value',
      about: name,
      block: idOf(node),
      base: said(values.base),
      ours: said(values.ours),
      theirs: said(values.theirs),
    })
    disputed.push({ id, name, ...values })
    return values.ours
  }
  const names = new Set([...Object.keys(base?.attrs ?? {}), ...Object.keys(ours.attrs), ...Object.keys(theirs.attrs)])
  const attrs: Block['attrs'] = {}
  let { kind } = ours
  if (kind === theirs.kind && (!base || base.kind === kind)) {
    for (const name of names) {
      const chosen = value(name, { base: base?.attrs[name], ours: ours.attrs[name], theirs: theirs.attrs[name] })
      if (chosen !== undefined) attrs[name] = chosen
    }
  } else {
    // A kind and its attributes belong together: a heading that became a paragraph has no level any more.
    const look = (block: TreeBlock | undefined): string =>
      block ? [block.kind, ...Object.values(block.attrs)].join(' ') : ''
    const before = disputed.length
    const chosen = value('kind', { base: look(base), ours: look(ours), theirs: look(theirs) })
    const [entry] = disputed.splice(before)
    const winner = chosen === look(ours) ? ours : theirs
    kind = winner.kind
    Object.assign(attrs, winner.attrs)
    if (entry) {
      disputed.push({ ...entry, base: base?.kind, ours: ours.kind, theirs: theirs.kind })
      for (const name of names) {
        const values = { base: base?.attrs[name], ours: ours.attrs[name], theirs: theirs.attrs[name] }
        disputed.push({ id: entry.id, name, ...values })
      }
    }
  }
  const runs = mergedRuns({ node, ours, theirs, making })
  const children = childrenOf(node, making)
  return { id: idOf(node), kind, attrs, runs, children, ...(disputed.length > 0 ? { disputed } : {}) }
}

function mergedRuns({ node, ours, theirs, making }: Both): MergedBlock['runs'] {
  const { base } = node
  const isSame = (one: TreeBlock, other: TreeBlock): boolean =>
    one.own === other.own || isSameRuns(one.runs, other.runs)
  if (isSame(ours, theirs) || (base ? isSame(base, theirs) : theirs.runs.length === 0)) return ours.runs
  if (base ? isSame(base, ours) : ours.runs.length === 0) return theirs.runs
  const words = mergeWords({
    base: base ? readingOf(base) : commonReading({ ours, theirs, effort: making.effort }),
    ours: readingOf(ours),
    theirs: readingOf(theirs),
    effort: making.effort,
  })
  if (words.limited) making.limited = true
  const runs: MergedBlock['runs'] = []
  let pending: Piece[] = []
  const flush = (): void => {
    runs.push(...runsOf(pending))
    pending = []
  }
  for (const piece of words.pieces) {
    if (piece.type === 'clean') {
      pending.push(...piece.pieces)
      continue
    }
    flush()
    const sides = { base: runsOf(piece.base), ours: runsOf(piece.ours), theirs: runsOf(piece.theirs) }
    const said = piece.about === 'link' ? linkOf : (one: Run[]) => plainTextOf(one).trim()
    const id = conflict(making, {
      kind: piece.about ? 'value' : base ? 'words' : 'inserted',
      block: idOf(node),
      ...(piece.about ? { about: piece.about } : {}),
      base: said(sides.base),
      ours: said(sides.ours),
      theirs: said(sides.theirs),
    })
    runs.push({ type: 'conflict', id, ...sides })
  }
  flush()
  const { checks, field } = making
  const text = plainTextOf(runs.flatMap((run) => (run.type === 'conflict' ? run.ours : run)))
  const kind = words.bothInserted ? 'inserted' : words.bothDeleted ? 'deleted' : 'words'
  checks.push({ kind, field, block: idOf(node), text })
  return runs
}

/** What two texts have in common that both put in: it stands for the base that they do not have. */
function commonReading({ ours, theirs, effort }: { ours: TreeBlock; theirs: TreeBlock; effort: Effort }): Reading {
  const readings = [readingOf(ours), readingOf(theirs)] as const
  // The same whichever side is called ours.
  const [one, other] = readings[0].text <= readings[1].text ? readings : [readings[1], readings[0]]
  const { hunks } = hunksOf({ before: one, after: other, effort })
  const pieces: Piece[] = []
  let from = 0
  for (const hunk of [...hunks, { beforeFrom: one.tokens.length, beforeTo: one.tokens.length }]) {
    const first = tokenAt(one, from)
    if (hunk.beforeFrom > from) pieces.push(...cut(one, { from: first.from, to: tokenAt(one, hunk.beforeFrom - 1).to }))
    from = hunk.beforeTo
  }
  return readRuns(runsOf(pieces), ours.numberOf)
}

function isSameRuns(one: Run[], other: Run[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function linkOf(runs: Run[]): string {
  return runs.map((run) => (run.type === 'text' ? (run.link ?? '') : '')).join('')
}

function runsOf(pieces: Piece[]): Run[] {
  return joinedRuns(
    pieces.map((piece): Run => {
      if (piece.object === 'footnote') return { type: 'footnote', text: piece.text }
      if (piece.object) return { type: 'break' }
      const { text, marks, link } = piece
      return { type: 'text', text, marks, ...(link === undefined ? {} : { link }) }
    }),
  )
}
