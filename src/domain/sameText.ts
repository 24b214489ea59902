import { isSameJson } from './canonicalJson'
import { canonicalRichText } from './canonicalRichText'
import type { Block, RichText } from './richText'

/** Would a reader see or hear the same? Ids of blocks are no part of a text; what is said of a picture is. */
export function isSameText(a: RichText, b: RichText): boolean {
  return isSameJson(canonicalRichText(a).map(withoutId), canonicalRichText(b).map(withoutId))
}

function withoutId({ kind, attrs, runs, children }: Block): unknown {
  return { kind, attrs, runs, children: children.map(withoutId) }
}
