import type { Sides } from '../alignment/sides'
import type { Block, RichText } from '../richText/richText'
import { changedInPlace } from './pairInPlace'
import { numbering, treeOf } from './tree'

/**
 * Returns the blocks that differ between two texts in which every block stands at its place under its id: they have the
 * same differences alone. Any other two texts are returned whole.
 */
export function withoutSame(texts: Sides<RichText>): Sides<RichText> {
  if (texts.before.length !== texts.after.length) return texts
  const ids = new Set<string>()
  const [before, after]: [RichText, RichText] = [[], []]
  for (const [index, was] of texts.before.entries()) {
    const is = texts.after[index]
    if (!is || was.id === '' || was.id !== is.id || ids.has(was.id)) return texts
    ids.add(was.id)
    if (was === is || jsonOf(was) === jsonOf(is)) continue
    before.push(was)
    after.push(is)
  }
  const numberOf = numbering()
  const areInPlace = changedInPlace({ before: treeOf(before, numberOf), after: treeOf(after, numberOf) }) !== null
  return areInPlace ? { before, after } : texts
}

/** A block of a common text is compared with those of many countries. */
const known = new WeakMap<Block, string>()

function jsonOf(block: Block): string {
  const json = known.get(block) ?? JSON.stringify(block)
  known.set(block, json)
  return json
}
