import type { Sides } from '../alignment/sides'
import type { Block, RichText, Run } from '../richText/richText'

/**
 * Returns the blocks that differ between two texts in which every block stands at its place under its id; null for any
 * other two texts.
 */
export function withoutSame({ before, after }: Sides<RichText>): Sides<RichText> | null {
  if (before.length !== after.length) return null
  const ids = new Set<string>()
  const changed: Sides<RichText> = { before: [], after: [] }
  for (const [index, was] of before.entries()) {
    const is = after[index]
    if (!is || was.id === '' || was.id !== is.id || ids.has(was.id)) return null
    ids.add(was.id)
    if (isSameBlock(was, is)) continue
    changed.before.push(was)
    changed.after.push(is)
  }
  return changed
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
