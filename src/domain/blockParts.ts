import { applyRichText } from './diff/apply'
import type { BlockChange } from './diff/change'
import { diffRichText } from './diff/diffRichText'
import type { RichText } from './richText'

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
  return applyRichText({ change, accept: (block) => chosen.has(sideOf(block)) })
}

/** Names a block of a difference: an id that is removed in one place can be added in another. */
function sideOf({ id, status }: BlockChange): string {
  return `${status === 'removed' ? 'before' : 'after'} ${id}`
}
