import { isSameJson } from './canonicalJson'
import { canonicalRichText } from './canonicalRichText'
import type { Block, RichText } from './richText'

/**
 * Would a reader see the same? Ids of blocks are no part of a text, and what a picture shows (`alt`) belongs to the
 * picture: it is written into a text only when that is released.
 */
export function isSameText(a: RichText, b: RichText): boolean {
  return isSameJson(canonicalRichText(a).map(withoutId), canonicalRichText(b).map(withoutId))
}

function withoutId({ kind, attrs, runs, children }: Block): unknown {
  const { alt: _, ...others } = attrs
  return { kind, attrs: others, runs, children: children.map(withoutId) }
}
