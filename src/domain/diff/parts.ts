import { keptInOrder } from '../alignment/increasingSubsequence'
import type { Sides } from '../alignment/sides'
import type { RichText } from '../richText/richText'
import { applyRichText } from './apply'
import type { BlockChange } from './change'
import { diffRichText } from './diffRichText'

/**
 * The parts of a difference that can be taken alone: a block with what was split off it, and with what is at its place under the same
 * id, for example where a paragraph was rewritten. No two parts have an id in common.
 */
export function partsOf(blocks: readonly BlockChange[]): BlockChange[][] {
  const parts = new Set<BlockChange[]>()
  const partOf = new Map<string, BlockChange[]>()
  let last: BlockChange[] | undefined
  for (const one of blocks) {
    const ids = idsOf([one])
    const joined = [one.split || one.inside ? last : undefined, ...ids.map((id) => partOf.get(id))]
    const [part = [], ...others] = new Set(joined.filter((some) => some !== undefined))
    for (const id of [...ids, ...idsOf(others.flat())]) partOf.set(id, part)
    for (const other of others) parts.delete(other)
    part.push(...others.flat(), one)
    parts.add(part)
    last = part
  }
  return [...parts]
}

/** The ids of a part: those of its outermost blocks, on both sides. A block that has none yet belongs to no other one. */
export function idsOf(part: readonly BlockChange[]): string[] {
  return part.flatMap(({ id, idBefore = '' }) => [id, idBefore]).filter((id) => id !== '')
}

/** The text before, with those parts as they are after that one of the ids names. */
export function withParts({ before, after, ids }: Sides<RichText> & { ids: string[] }): RichText {
  return dividedIntoParts({ before, after }).textWith(ids)
}

/** The parts of what differs between two texts, and the text before with some of them: for many choices, the texts are compared once. */
export function dividedIntoParts(texts: Sides<RichText>): {
  parts: BlockChange[][]
  textWith: (ids: readonly string[]) => RichText
} {
  const change = diffRichText(texts)
  const parts = partsOf(change.blocks)
  const placed = inPlace(change)
  const textWith = (ids: readonly string[]) => {
    const named = new Set(ids)
    const chosen = new Set<string>()
    const take = (blocks: readonly BlockChange[]): void => {
      for (const one of blocks) {
        chosen.add(sideOf(one))
        take(one.children)
      }
    }
    for (const part of parts) if (idsOf(part).some((id) => named.has(id))) take(part)
    return applyRichText({ change: placed, accept: (block) => chosen.has(sideOf(block)) })
  }
  return { parts, textWith }
}

type Change = ReturnType<typeof diffRichText>

/**
 * A difference in which each rewritten block follows the block that it replaces, as far as the order of both texts allows. Taken alone,
 * it then stays at its place. (The difference itself has all removed blocks of a place before all added ones.)
 */
function inPlace({ blocks, moveSources = [], ...change }: Change): Change {
  const left = new Set(moveSources.map(({ at }) => at))
  const runs: BlockChange[][] = []
  let last: BlockChange[] | undefined
  blocks.forEach((one, at) => {
    const next = blocks[at + 1]
    const isPartOfAnother = one.split || one.inside || next?.split || next?.inside
    const isAlone = isPartOfAnother || one.move !== undefined || (one.status !== 'removed' && one.status !== 'added')
    // A former place is found by the index of the block after it.
    if (last && !isAlone && !left.has(at)) last.push(one)
    else runs.push([one])
    last = isAlone ? undefined : runs.at(-1)
  })
  return { ...change, moveSources, blocks: runs.flatMap(interleaved) }
}

/** The removed and added blocks of one place, each side in its order, with rewritten blocks as pairs. */
function interleaved(run: readonly BlockChange[]): BlockChange[] {
  const places = new Map(run.flatMap(({ id, status }, place) => (status === 'added' ? [[id, place]] : [])))
  const anchors = keptInOrder(run, ({ id, status }) => (status === 'removed' ? places.get(id) : undefined))
  // For each pair: first what is before it, then the removed block, then the added one.
  const passed = { removed: 0, added: 0 }
  const ordered = run.map((one, at) => {
    const side = one.status === 'removed' ? 'removed' : 'added'
    const pair = anchors[passed[side]]
    const isOfPair = at === (side === 'removed' ? pair?.at : pair?.place)
    const order = 3 * passed[side]
    if (!isOfPair) return { one, order }
    passed[side] += 1
    return { one, order: order + (side === 'removed' ? 1 : 2) }
  })
  return ordered.sort((a, b) => a.order - b.order).map(({ one }) => one)
}

/** Names a block of a difference. One id can be removed in one place and added in another. */
function sideOf({ id, status }: BlockChange): string {
  return `${status === 'removed' ? 'before' : 'after'} ${id}`
}
