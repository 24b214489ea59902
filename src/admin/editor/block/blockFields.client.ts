'use client'

import { $isBlockNode, $isInlineBlockNode } from '@payloadcms/richtext-lexical/client'
import { $getNodeByKey, type EditorState, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'

/** The fields of the block with this key; undefined if it is another node, or is not in this state. */
export function fieldsAt(key: string, state: EditorState) {
  return state.read(() => fieldsOf($getNodeByKey(key)))
}

/** The fields of a block; undefined for any other node. */
export function fieldsOf(node: LexicalNode | null) {
  return $isBlockNode(node) || $isInlineBlockNode(node) ? node.getFields() : undefined
}
