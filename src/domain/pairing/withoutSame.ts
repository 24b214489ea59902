import type { Sides } from '../alignment/sides'
import type { Block, RichText, Run } from '../richText/richText'
import { pairsInPlace } from './pairInPlace'

/**
 * Returns the blocks that differ between two texts in which every block stands at its place under its id; null for any
 * other two texts.
 */
export function withoutSame(texts: Sides<RichText>): Sides<RichText> | null {
  const changed = pairsInPlace(texts)?.filter(({ was, is }) => !isSameBlock(was, is))
  return changed ? { before: changed.map(({ was }) => was), after: changed.map(({ is }) => is) } : null
}

function isSameBlock(was: Block, is: Block): boolean {
  const isSame = was.id === is.id && was.kind === is.kind && areSame(was.runs, is.runs, isSameRun)
  return isSame && isSameValue(was.attrs, is.attrs) && areSame(was.children, is.children, isSameBlock)
}

function isSameRun(was: Run, is: Run): boolean {
  if (was.type !== 'text' || is.type !== 'text') return isSameValue(was, is)
  return was.text === is.text && was.link === is.link && areSame(was.marks, is.marks, Object.is)
}

function areSame<One>(
  some: readonly One[],
  others: readonly One[],
  isSame: (one: One, other: One) => boolean,
): boolean {
  return some.length === others.length && some.every((one, at) => isSame(one, others[at] as One))
}

function isSameValue(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
