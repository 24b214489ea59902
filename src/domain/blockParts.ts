import { applyRichText } from './diff/apply'
import type { BlockChange } from './diff/change'
import { diffRichText } from './diff/diffRichText'
import type { RichText } from './richText'

/** The parts of a difference that stand together: what was split off a block goes with it. */
export function partsOf(blocks: readonly BlockChange[]): BlockChange[][] {
  const parts: BlockChange[][] = []
  for (const one of blocks) {
    const last = parts.at(-1)
    if (last && (one.split || one.inside)) last.push(one)
    else parts.push([one])
  }
  return parts
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
      for (const id of idsOf([one])) chosen.add(id)
      take(one.children)
    }
  }
  for (const part of partsOf(change.blocks)) if (idsOf(part).some((id) => ids.includes(id))) take(part)
  return applyRichText({ change, accept: (block) => idsOf([block]).some((id) => chosen.has(id)) })
}
