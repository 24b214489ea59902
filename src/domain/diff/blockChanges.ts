import { keptInOrder } from '../alignment/increasingSubsequence'
import { followersOf, type Pairing } from '../pairing/pairing'
import { readingOfAll, type TreeBlock } from '../pairing/tree'
import { type BlockKind, holdsBlocks, neutralOf } from '../richText/blockKinds'
import { plainTextOf } from '../richText/runs'
import type { Effort } from '../words/myers'
import type { BlockChange, MoveSource, Segment } from './change'
import { diffWords } from './diffWords'
import { namedChanges } from './namedTexts'
import { plainSegments } from './segments'

export type SiblingChanges = { changes: BlockChange[]; moveSources: MoveSource[] }

/** What all blocks of one comparison share. */
export type Comparison = {
  pairing: Pairing
  effort: Effort
  /** A number for each block of `after` that was moved. */
  moves: Map<TreeBlock, number>
  /** The outermost blocks of both sides. */
  top: Record<'before' | 'after', TreeBlock[]>
  /** Called when two texts are too large to compare. */
  onLimit: () => void
}

/**
 * The changes from one list of blocks to another, in the order of `after`. Removed blocks are where they were, before blocks that were
 * added at the same place. Of the paired blocks, those with the most words that keep their order did not move. `apply.ts` gets
 * both lists back from the result.
 */
export function blockChanges({
  before,
  after,
  comparison,
}: {
  before: TreeBlock[]
  after: TreeBlock[]
  comparison: Comparison
}): SiblingChanges {
  const { afterOf, beforeOf, reparented, split, joined } = comparison.pairing
  const placeOf = new Map(before.map((block, index) => [block, index]))
  const placeBefore = (is: TreeBlock): number | undefined => {
    const was = beforeOf.get(is)
    return was && placeOf.get(was)
  }
  const stable = new Set(keptInOrder(after, placeBefore, ({ size }) => size + 1).map(({ item }) => item))
  const here = new Set(after.filter((is) => placeBefore(is) !== undefined))

  const changes: BlockChange[] = []
  const moveSources: MoveSource[] = []
  let next = 0
  const passUpTo = (end: number): void => {
    for (; next < end; next++) {
      const was = before[next]
      if (!was) continue
      const is = afterOf.get(was)
      if (is) {
        const inPlace = here.has(is) || reparented.has(is) ? {} : { inPlace: true as const }
        const move = moveOf(is, comparison)
        moveSources.push({ at: changes.length, move, ...inPlace, id: was.id, kind: was.kind, opening: openingOf(was) })
      } else if (!joined.has(was)) changes.push(removedBlock({ was, comparison }))
    }
  }

  let waiting: BlockChange[] = []
  after.forEach((is, index) => {
    const was = beforeOf.get(is)
    if (!was) {
      if (!split.has(is)) waiting.push(addedBlock({ is, comparison }))
      return
    }
    const befores = [
      was,
      ...followersOf({ block: was, top: comparison.top.before, marked: joined, index: placeOf.get(was) }),
    ]
    const afters = [is, ...followersOf({ block: is, top: comparison.top.after, marked: split, index })]
    const pair = { befores, afters, comparison }
    if (stable.has(is)) {
      const place = placeOf.get(was) ?? 0
      passUpTo(place)
      for (const one of waiting) changes.push(one)
      const isSame = was.whole === is.whole && is.children.length === 0 && befores.length + afters.length === 2
      changes.push(...(isSame ? [sameBlock(was, is)] : changedBlocks({ ...pair, moved: false, elsewhere: false })))
      waiting = []
      next = place + 1
    } else {
      const moved = placeOf.has(was) || reparented.has(is)
      waiting.push(...changedBlocks({ ...pair, moved, elsewhere: true }))
    }
  })
  passUpTo(before.length)
  for (const one of waiting) changes.push(one)
  return { changes, moveSources }
}

function sameBlock(was: TreeBlock, is: TreeBlock): BlockChange {
  const segments = plainSegments({ runs: is.runs, status: 'same' })
  const change: BlockChange = {
    status: 'same',
    id: is.id || was.id,
    kind: is.kind,
    attrs: is.attrs,
    segments,
    children: [],
  }
  if (is.id !== '' && is.id !== was.id) change.idBefore = was.id
  return change
}

function moveOf(is: TreeBlock, { moves }: Comparison): number {
  const known = moves.get(is)
  if (known !== undefined) return known
  moves.set(is, moves.size)
  return moves.size - 1
}

function addedBlock({ is, comparison }: { is: TreeBlock; comparison: Comparison }): BlockChange {
  return {
    status: 'added',
    id: is.id,
    kind: is.kind,
    attrs: is.attrs,
    segments: plainSegments({ runs: is.runs, status: 'added' }),
    children: blockChanges({ before: [], after: is.children, comparison }).changes,
  }
}

/** Kinds that only frame their content: when all of it is somewhere else now, there is nothing to report. */
const FRAMES: ReadonlySet<BlockKind> = new Set(['list', 'entry'])

function removedBlock({ was, comparison }: { was: TreeBlock; comparison: Comparison }): BlockChange {
  const { changes, moveSources } = blockChanges({ before: was.children, after: [], comparison })
  const isFrameOnly =
    changes.every((one) => one.frameOnly) && moveSources.every((one) => one.inPlace) && was.children.length > 0
  return {
    status: 'removed',
    id: was.id,
    kind: was.kind,
    attrs: was.attrs,
    ...(FRAMES.has(was.kind) && isFrameOnly ? { frameOnly: true } : {}),
    segments: plainSegments({ runs: was.runs, status: 'removed' }),
    children: changes,
    ...(moveSources.length > 0 ? { moveSources } : {}),
  }
}

type Changed = {
  befores: TreeBlock[]
  afters: TreeBlock[]
  moved: boolean
  /** It has another place than before, even if no reader would call that a move. */
  elsewhere: boolean
  comparison: Comparison
}

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
  const homeless = is.children.length === 0 && !holdsBlocks(is.kind)
  const inside = homeless ? changes.map((one): BlockChange => ({ ...one, inside: true })) : []
  const children = homeless ? [] : changes
  const inner = moveSources.length > 0 || children.some((child) => child.status !== 'same' || child.moved)

  const change: BlockChange = {
    status: own || inner ? 'changed' : 'same',
    id: is.id || was.id,
    ...(is.id && is.id !== was.id ? { idBefore: was.id } : {}),
    kind: is.kind,
    ...(was.kind === is.kind ? {} : { kindBefore: was.kind }),
    attrs: is.attrs,
    ...(attrsBefore ? { attrsBefore } : {}),
    ...(named ? { named } : {}),
    ...(moved ? { moved } : {}),
    ...(elsewhere ? { move: moveOf(is, comparison) } : {}),
    ...(columns ? { columns } : {}),
    ...(limited ? { limited } : {}),
    segments,
    children,
    ...(moveSources.length > 0 ? { moveSources } : {}),
  }
  const splitOff = rest.map((block, index): BlockChange => {
    const { id, kind, attrs } = block
    return { status: 'changed', id, kind, attrs, split: true, segments: parts[index] ?? [], children: [] }
  })
  return [change, ...inside, ...splitOff]
}

function isChanged({ status, formatting }: Segment): boolean {
  return status !== 'same' || formatting !== undefined
}

type Words = { texts: Segment[][]; limited: boolean }

/** The words of a block, and of each block that was split off it. */
function wordsChanged({ befores, afters, comparison }: Pick<Changed, 'befores' | 'afters' | 'comparison'>): Words {
  const [was] = befores
  const [is] = afters
  if (befores.length === 1 && afters.length === 1 && was && is && isSameOwnText(was, is)) {
    return { texts: [plainSegments({ runs: is.runs, status: 'same' })], limited: false }
  }
  const before = readingOfAll(befores)
  const after = readingOfAll(afters)
  const { segments, limited } = diffWords({ before, after, effort: comparison.effort })
  if (limited) comparison.onLimit()
  return { texts: cutAtAddedEnds(segments), limited }
}

function isSameOwnText(was: TreeBlock, is: TreeBlock): boolean {
  if (was.whole === is.whole) return true
  const [run, other] = [was.runs[0], is.runs[0]]
  if (was.runs.length === 0 && is.runs.length === 0) return true
  const isPlain = was.runs.length === 1 && is.runs.length === 1 && run?.type === 'text' && other?.type === 'text'
  return isPlain && run.text === other.text && run.link === other.link && run.marks.join() === other.marks.join()
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
function attributesBefore({ was, is }: { was: TreeBlock; is: TreeBlock }): BlockChange['attrsBefore'] | null {
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
