import { type BlockKind, rowOf } from './blockKinds'
import type { Attributes, Run } from './richText'
import { plainTextOf } from './runs'

type Looked = { kind: BlockKind; attrs: Attributes; runs: readonly Run[]; children: readonly unknown[] }

/**
 * Is a block a text without words? No text at all and one empty paragraph are the same text. An attribute can say something without
 * words (a code block has its language); the name of a field does not.
 */
export function isEmptyText({ kind, attrs, runs, children }: Looked): boolean {
  if (rowOf(kind).emptyWithout !== 'words' || children.length > 0) return false
  if (kind !== 'field' && Object.keys(attrs).length > 0) return false
  return plainTextOf(runs.filter(({ type }) => type !== 'break')) === ''
}

/**
 * Is a block a frame with nothing in it and without a title? Somebody may have written it so: a merge leaves it out only
 * where the merge itself took out what was in it.
 */
export function isEmptyFrame({ kind, attrs, children }: Omit<Looked, 'runs'>): boolean {
  return rowOf(kind).emptyWithout === 'blocks' && children.length === 0 && (attrs.title ?? '') === ''
}
