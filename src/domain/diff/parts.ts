import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import type { RichText } from '../richText/richText'
import { applyRichText } from './apply'
import type { BlockChange } from './change'
import { diffRichText } from './diffRichText'

/**
 * The parts of a difference that stand together, so that each can be taken alone: what was split off a block goes with it, and what
 * stands at its place under the same id, as where a paragraph was rewritten. No two of them have an id in common.
 */
export function partsOf(blocks: readonly BlockChange[]): BlockChange[][] {
  const partOf = new Map<string, BlockChange[]>()
  let last: BlockChange[] = []
  for (const one of blocks) {
    const goesOn = one.split || one.inside ? last : []
    const named = idsOf([one]).map((id) => partOf.get(id) ?? [])
    const [part = [], ...others] = new Set([goesOn, ...named].filter(({ length }) => length > 0))
    part.push(...others.flat(), one)
    for (const id of idsOf(part)) partOf.set(id, part)
    last = part
  }
  return [...new Set(partOf.values())]
}

/** The ids by which a part is named: those of its outermost blocks, on both sides. */
export function idsOf(part: readonly BlockChange[]): string[] {
  return part.flatMap(({ id, idBefore }) => (idBefore === undefined ? [id] : [id, idBefore]))
}

/** A text with some of its parts as they are in another text: those that one of the ids names. */
export function withParts({ before, after, ids }: { before: RichText; after: RichText; ids: string[] }): RichText {
  const change = diffRichText({ before, after })
  const chosen = new Set<string>()
  const take = (blocks: readonly BlockChange[]): void => {
    for (const one of blocks) {
      chosen.add(sideOf(one))
      take(one.children)
    }
  }
  for (const part of partsOf(change.blocks)) if (idsOf(part).some((id) => ids.includes(id))) take(part)
  return applyRichText({ change: inPlace(change), accept: (block) => chosen.has(sideOf(block)) })
}

type Change = ReturnType<typeof diffRichText>

/**
 * A difference in which a block that was written anew stands directly behind the one that it replaces, as far as the order of both
 * texts allows: taken alone, it stays at its place. Where several stand together, the difference has all that goes before all that comes.
 */
function inPlace({ blocks, moveSources = [], ...change }: Change): Change {
  const left = new Set(moveSources.map(({ at }) => at))
  const runs: BlockChange[][] = []
  let last: BlockChange[] | undefined
  blocks.forEach((one, at) => {
    const next = blocks[at + 1]
    const isPartOfAnother = one.split || one.inside || next?.split || next?.inside
    const isAlone = isPartOfAnother || one.move !== undefined || (one.status !== 'removed' && one.status !== 'added')
    // What left from in front of a block is found by the place of that.
    if (last && !isAlone && !left.has(at)) last.push(one)
    else runs.push([one])
    last = isAlone ? undefined : runs.at(-1)
  })
  return { ...change, moveSources, blocks: runs.flatMap(interleaved) }
}

/** Blocks that go and that come at one place, each text in its own order: between two that were written anew as they were. */
function interleaved(run: readonly BlockChange[]): BlockChange[] {
  const places = new Map(run.flatMap(({ id, status }, place) => (status === 'added' ? [[id, place]] : [])))
  const pairs = run.flatMap((one, from) => {
    const place = one.status === 'removed' ? places.get(one.id) : undefined
    return place === undefined ? [] : [{ from, place }]
  })
  const anchors = heaviestIncreasingSubsequence(pairs)
  // For each pair: what stands before it, as it was, then what goes, then what comes in its place.
  const passed = { removed: 0, added: 0 }
  const ordered = run.map((one, at) => {
    const side = one.status === 'removed' ? 'removed' : 'added'
    const pair = anchors[passed[side]]
    const isOfPair = at === (side === 'removed' ? pair?.from : pair?.place)
    const order = 3 * passed[side]
    if (!isOfPair) return { one, order }
    passed[side] += 1
    return { one, order: order + (side === 'removed' ? 1 : 2) }
  })
  return ordered.sort((a, b) => a.order - b.order).map(({ one }) => one)
}

/** Names a block of a difference: an id that is removed in one place can be added in another. */
function sideOf({ id, status }: BlockChange): string {
  return `${status === 'removed' ? 'before' : 'after'} ${id}`
}
