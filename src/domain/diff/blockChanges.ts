import { keptInOrder } from '../alignment/increasingSubsequence'
import type { Numbers } from '../alignment/numbers'
import type { Sides } from '../alignment/sides'
import { followersOf, type Pair, type Pairing } from '../pairing/pairing'
import { readingOfAll, type TreeBlock } from '../pairing/tree'
import { neutralOf, rowOf } from '../richText/blockKinds'
import { plainTextOf } from '../richText/runs'
import type { Effort } from '../words/myers'
import type { BlockChange, MoveSource, Segment } from './change'
import { diffWords } from './diffWords'
import { namedChanges } from './namedTexts'
import { plainSegments } from './segments'

/** What all blocks of one comparison share. */
export type Comparison = {
  pairing: Pairing
  effort: Effort
  /** The number of the move of a block of `after`. */
  moveOf: Numbers<TreeBlock>
  /** The outermost blocks. */
  top: Sides<TreeBlock[]>
  /** Were two texts too large to compare in full? */
  limited: boolean
}

type Within = { comparison: Comparison }

/**
 * The changes from one list of blocks to another, in the order of `after`. Removed blocks are where they were, before blocks that were
 * added at the same place. Of the paired blocks, those with the most words that keep their order did not move. `apply.ts` gets
 * both lists back from the result.
 */
export function blockChanges({ before, after, comparison }: Sides<TreeBlock[]> & Within): {
  changes: BlockChange[]
  moveSources: MoveSource[]
} {
  const { pairing, top, moveOf } = comparison
  const { afterOf, beforeOf, reparented, split, joined } = pairing
  const placeOf = new Map(before.map((block, index) => [block, index]))
  const placeBefore = (is: TreeBlock): number | undefined => {
    const was = beforeOf.get(is)
    return was && placeOf.get(was)
  }
  const stable = new Set(keptInOrder(after, placeBefore, ({ size }) => size + 1).map(({ item }) => item))
  const here = new Set(after)

  const changes: BlockChange[] = []
  const moveSources: MoveSource[] = []
  const pass = (befores: TreeBlock[]): void => {
    for (const was of befores) {
      const is = afterOf.get(was)
      if (is) {
        const inPlace = here.has(is) || reparented.has(is) ? {} : { inPlace: true as const }
        const { id, kind } = was
        moveSources.push({ at: changes.length, move: moveOf(is), ...inPlace, id, kind, opening: openingOf(was) })
      } else if (!joined.has(was)) changes.push(removedBlock({ was, comparison }))
    }
  }

  let next = 0
  let waiting: BlockChange[] = []
  after.forEach((is, index) => {
    const was = beforeOf.get(is)
    if (!was) {
      if (split.has(is)) return
      const { changes: children } = blockChanges({ before: [], after: is.children, comparison })
      waiting.push({ ...wholeBlock(is, 'added'), children })
      return
    }
    const place = placeOf.get(was)
    const befores = [was, ...followersOf({ block: was, top: top.before, marked: joined, index: place })]
    const afters = [is, ...followersOf({ block: is, top: top.after, marked: split, index })]
    const pair = { befores, afters, comparison }
    if (place === undefined || !stable.has(is)) {
      const moved = place !== undefined || reparented.has(is)
      waiting.push(...changedBlocks({ ...pair, moved, elsewhere: true }))
      return
    }
    pass(before.slice(next, place))
    for (const one of waiting) changes.push(one)
    const isSame = was.whole === is.whole && is.children.length === 0 && befores.length + afters.length === 2
    if (isSame) changes.push({ ...wholeBlock(is, 'same'), ...idsOf({ was, is }) })
    else changes.push(...changedBlocks({ ...pair, moved: false, elsewhere: false }))
    waiting = []
    next = place + 1
  })
  pass(before.slice(next))
  for (const one of waiting) changes.push(one)
  return { changes, moveSources }
}

/** A block of which all has one status, without its children. */
function wholeBlock({ id, kind, attrs, runs }: TreeBlock, status: Segment['status']): BlockChange {
  return { status, id, kind, attrs, segments: plainSegments({ runs, status }), children: [] }
}

function idsOf({ was, is }: Pair): Pick<BlockChange, 'id' | 'idBefore'> {
  const id = is.id || was.id
  return id === was.id ? { id } : { id, idBefore: was.id }
}

function removedBlock({ was, comparison }: { was: TreeBlock } & Within): BlockChange {
  const { changes, moveSources } = blockChanges({ before: was.children, after: [], comparison })
  // Kinds that only frame their content: when all of it is somewhere else now, there is nothing to report.
  const isFrame = (was.kind === 'list' || was.kind === 'entry') && was.children.length > 0
  const frameOnly = isFrame && changes.every((one) => one.frameOnly) && moveSources.every((one) => one.inPlace)
  return {
    ...wholeBlock(was, 'removed'),
    ...(frameOnly ? { frameOnly } : {}),
    children: changes,
    ...(moveSources.length > 0 ? { moveSources } : {}),
  }
}

type Texts = { befores: TreeBlock[]; afters: TreeBlock[] } & Within
/** `elsewhere`: it has another place than before, even if no reader would call that a move. */
type Changed = Texts & { moved: boolean; elsewhere: boolean }

/** What became of one block: its change, the changes of what was split off it, and of blocks that it can no longer hold. */
function changedBlocks({ befores, afters, moved, elsewhere, comparison }: Changed): BlockChange[] {
  const [was] = befores
  const [is, ...rest] = afters
  if (!was || !is) return []
  const { changes, moveSources } = blockChanges({ before: was.children, after: is.children, comparison })
  const { texts, limited } = wordsChanged({ befores, afters, comparison })
  const [segments = [], ...parts] = texts
  const attrsBefore = attributesBefore({ was, is })
  const named = attrsBefore && namedChanges({ attrs: is.attrs, attrsBefore })
  const columns = comparison.pairing.columns.get(is)
  const own = was.kind !== is.kind || attrsBefore !== null || columns !== undefined || segments.some(isChanged)
  // A list item with a list in it became a paragraph: the inner list is gone, because a paragraph holds no blocks.
  const homeless = is.children.length === 0 && rowOf(is.kind).holds.length === 0
  const inside = homeless ? changes.map((one): BlockChange => ({ ...one, inside: true })) : []
  const children = homeless ? [] : changes
  const inner = moveSources.length > 0 || children.some((child) => child.status !== 'same' || child.moved)

  const change: BlockChange = {
    status: own || inner ? 'changed' : 'same',
    ...idsOf({ was, is }),
    kind: is.kind,
    ...(was.kind === is.kind ? {} : { kindBefore: was.kind }),
    attrs: is.attrs,
    ...(attrsBefore ? { attrsBefore } : {}),
    ...(named ? { named } : {}),
    ...(moved ? { moved } : {}),
    ...(elsewhere ? { move: comparison.moveOf(is) } : {}),
    ...(columns ? { columns } : {}),
    ...(limited ? { limited } : {}),
    segments,
    children,
    ...(moveSources.length > 0 ? { moveSources } : {}),
  }
  const splitOff = rest.map(({ id, kind, attrs }, index): BlockChange => {
    return { status: 'changed', id, kind, attrs, split: true, segments: parts[index] ?? [], children: [] }
  })
  return [change, ...inside, ...splitOff]
}

function isChanged({ status, formatting }: Segment): boolean {
  return status !== 'same' || formatting !== undefined
}

/** The words of a block, and of each block that was split off it. */
function wordsChanged({ befores, afters, comparison }: Texts): { texts: Segment[][]; limited: boolean } {
  const [[was], [is]] = [befores, afters]
  const isPair = befores.length === 1 && afters.length === 1 && was !== undefined && is !== undefined
  if (isPair && was.text === is.text && (was.own === is.own || JSON.stringify(was.runs) === JSON.stringify(is.runs))) {
    return { texts: [plainSegments({ runs: is.runs, status: 'same' })], limited: false }
  }
  const before = readingOfAll(befores)
  const after = readingOfAll(afters)
  const { segments, limited } = diffWords({ before, after, effort: comparison.effort })
  if (limited) comparison.limited = true
  return { texts: cutAtAddedEnds(segments), limited }
}

/** Cuts where a block was split. An end that stayed joins nothing: it counts as removed. */
function cutAtAddedEnds(segments: Segment[]): Segment[][] {
  const parts: Segment[][] = [[]]
  for (const segment of segments) {
    if (segment.object === 'end' && segment.status !== 'removed') {
      if (segment.status === 'same') parts.at(-1)?.push({ ...segment, status: 'removed' })
      parts.push([])
    } else parts.at(-1)?.push(segment)
  }
  return parts
}

/** The former values of the attributes that changed; null if none did. */
function attributesBefore({ was, is }: Pair): BlockChange['attrsBefore'] | null {
  const former: NonNullable<BlockChange['attrsBefore']> = {}
  for (const [name, value] of Object.entries(was.attrs)) if (is.attrs[name] !== value) former[name] = value
  if (was.kind === is.kind) {
    for (const [name, value] of Object.entries(is.attrs)) {
      if (was.attrs[name] === undefined) former[name] = neutralOf(name, value)
    }
  }
  return Object.keys(former).length > 0 ? former : null
}

/** Enough of the text to recognise the block. */
const OPENING = 60

function openingOf({ runs, attrs, children }: TreeBlock): string {
  const own = `${attrs.title ?? ''} ${plainTextOf(runs)}`.replace(/\s+/gu, ' ').trim()
  const first = children[0]
  if (own === '') return first ? openingOf(first) : ''
  if (own.length <= OPENING) return own
  const end = own.lastIndexOf(' ', OPENING)
  return `${own.slice(0, end > 0 ? end : OPENING)} …`
}
