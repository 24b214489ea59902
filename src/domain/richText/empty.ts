import { type BlockKind, rowOf } from './blockKinds'
import type { Attributes, Run } from './richText'
import { plainTextOf } from './runs'

type Looked = { kind: BlockKind; attrs: Attributes; runs: readonly Run[]; children: readonly unknown[] }

/**
 * Is a block a text without words? No text and one empty paragraph are the same text. An attribute can mean something without
 * words (a code block has a language); the name of a field does not.
 */
export function isEmptyText({ kind, attrs, runs, children }: Looked): boolean {
  if (rowOf(kind).emptyWithout !== 'words' || children.length > 0) return false
  if (kind !== 'field' && Object.keys(attrs).length > 0) return false
  return plainTextOf(runs.filter(({ type }) => type !== 'break')) === ''
}

/**
 * Is a block a frame without content and title? Somebody may have written it like that: a merge removes it only if the merge itself
 * removed the content.
 */
export function isEmptyFrame({ kind, attrs, children }: Omit<Looked, 'runs'>): boolean {
  return rowOf(kind).emptyWithout === 'blocks' && children.length === 0 && (attrs.title ?? '') === ''
}
