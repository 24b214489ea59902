import type { Attributes, BlockKind } from '../richText'
import type { BlockChange, Departure } from './change'
import { diffWords } from './diffWords'
import { heaviestIncreasing } from './inOrder'
import type { Effort } from './myers'
import type { Pairing } from './pairBlocks'
import { plainSegments } from './segments'
import { neutralOf, type TreeBlock } from './tree'

export type Woven = { changes: BlockChange[]; departed: Departure[] }

/** What all blocks of one comparison share. */
export type Loom = {
  pairing: Pairing
  effort: Effort
  /** Called where two texts were too large to compare. */
  onLimit: () => void
}

/**
 * Two lists of blocks and who became whom, as one list of changes: in the order of `after`, with removed blocks where they
 * stood, in front of what was added at the same place. Of the blocks that stayed, the greatest number of words that keeps
 * its order did not move.
 */
export function weaveBlocks({ before, after, loom }: { before: TreeBlock[]; after: TreeBlock[]; loom: Loom }): Woven {
  const { afterOf, beforeOf } = loom.pairing
  const placeOf = new Map(before.map((block, index) => [block, index]))
  const stayed = after.flatMap((is) => {
    const was = beforeOf.get(is)
    const place = was && placeOf.get(was)
    return place === undefined ? [] : [{ is, place, weight: is.words.length + 1 }]
  })
  const steady = new Set(heaviestIncreasing(stayed).map((index) => stayed[index]?.is))
  const here = new Set(stayed.map(({ is }) => is))

  const changes: BlockChange[] = []
  const departed: Departure[] = []
  let next = 0
  const passUpTo = (end: number): void => {
    for (const was of before.slice(next, end)) {
      const is = afterOf.get(was)
      if (!is) changes.push(...removedBlock({ was, loom }))
      else if (here.has(is) || loom.pairing.carried.has(is)) {
        departed.push({ at: changes.length, id: was.id, kind: was.kind, opening: openingOf(was) })
      }
    }
    next = Math.max(next, end)
  }

  let waiting: BlockChange[] = []
  for (const is of after) {
    const was = beforeOf.get(is)
    if (was && steady.has(is)) {
      const place = placeOf.get(was) ?? 0
      passUpTo(place)
      changes.push(...waiting, ...changedBlock({ was, is, moved: false, loom }))
      waiting = []
      next = place + 1
    } else if (was) {
      const moved = placeOf.has(was) || loom.pairing.carried.has(is)
      waiting.push(...changedBlock({ was, is, moved, loom }))
    } else waiting.push(addedBlock({ is, loom }))
  }
  passUpTo(before.length)
  changes.push(...waiting)
  return { changes, departed }
}

function addedBlock({ is, loom }: { is: TreeBlock; loom: Loom }): BlockChange {
  return {
    status: 'added',
    id: is.id,
    kind: is.kind,
    attrs: is.attrs,
    segments: plainSegments({ reading: is.reading, status: 'added' }),
    children: weaveBlocks({ before: [], after: is.children, loom }).changes,
  }
}

/** Kinds that are only the frame of what they hold: nothing is left to report when all of it became something else. */
const FRAMES: ReadonlySet<BlockKind> = new Set(['list', 'entry'])

function removedBlock({ was, loom }: { was: TreeBlock; loom: Loom }): BlockChange[] {
  const { changes, departed } = weaveBlocks({ before: was.children, after: [], loom })
  if (FRAMES.has(was.kind) && changes.length === 0 && departed.length === 0 && was.children.length > 0) return []
  const change: BlockChange = {
    status: 'removed',
    id: was.id,
    kind: was.kind,
    attrs: was.attrs,
    segments: plainSegments({ reading: was.reading, status: 'removed' }),
    children: changes,
  }
  return [departed.length > 0 ? { ...change, departed } : change]
}

type Changed = { was: TreeBlock; is: TreeBlock; moved: boolean; loom: Loom }

function changedBlock({ was, is, moved, loom }: Changed): BlockChange[] {
  const { changes, departed } = weaveBlocks({ before: was.children, after: is.children, loom })
  const segments = segmentsOf({ was, is, loom })
  const attrsBefore = attributesBefore({ was, is })
  const own =
    was.kind !== is.kind || attrsBefore !== null || segments.some((one) => one.status !== 'same' || one.formatting)
  // A paragraph that was a list item with a list in it: the inner list is gone, and a paragraph holds no blocks.
  const homeless = is.children.length === 0 && !holdsBlocks(is.kind)
  const children = homeless ? [] : changes
  const inner = departed.length > 0 || children.some((child) => child.status !== 'same' || child.moved)

  const change: BlockChange = {
    status: own || inner ? 'changed' : 'same',
    id: is.id || was.id,
    kind: is.kind,
    ...(was.kind === is.kind ? {} : { kindBefore: was.kind }),
    attrs: is.attrs,
    ...(attrsBefore ? { attrsBefore } : {}),
    ...(moved ? { moved } : {}),
    segments,
    children,
    ...(departed.length > 0 ? { departed } : {}),
  }
  return homeless ? [change, ...changes] : [change]
}

const WITHOUT_BLOCKS: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'quote', 'field', 'image', 'rule'])

function holdsBlocks(kind: BlockKind): boolean {
  return !WITHOUT_BLOCKS.has(kind)
}

function segmentsOf({ was, is, loom }: Omit<Changed, 'moved'>): BlockChange['segments'] {
  if (was.whole === is.whole) return plainSegments({ reading: is.reading, status: 'same' })
  const { segments, limited } = diffWords({ before: was.reading, after: is.reading, effort: loom.effort })
  if (limited) loom.onLimit()
  return segments
}

/** The former values of the attributes that changed, or null where none did. */
function attributesBefore({ was, is }: { was: TreeBlock; is: TreeBlock }): Attributes | null {
  const former: Attributes = {}
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

function openingOf({ reading, attrs, children }: TreeBlock): string {
  const own = `${attrs.title ?? ''} ${reading.text}`
    .replace(/\uFFFC/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const first = children[0]
  if (own === '') return first ? openingOf(first) : ''
  if (own.length <= OPENING) return own
  const end = own.lastIndexOf(' ', OPENING)
  return `${own.slice(0, end > 0 ? end : OPENING)} …`
}
