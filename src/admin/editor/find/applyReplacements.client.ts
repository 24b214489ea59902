'use client'

import { $isBlockNode } from '@payloadcms/richtext-lexical/client'
import {
  $getRoot,
  $isElementNode,
  $parseSerializedNode,
  type LexicalEditor,
  type LexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { type Replacement, replaceText } from '@/lexical/replaceText'

/**
 * Replaces words in an open editor as one step, which undo takes back. Only the nodes that have the words change.
 */
export function applyReplacements(editor: LexicalEditor, replacements: readonly Replacement[]): void {
  const changed = replaceText(editor.getEditorState().toJSON(), replacements)
  editor.update(
    () => {
      for (const { indexes, node } of changed) {
        const there = $nodeAt(indexes)
        // The form of a block stays, and asks for its new fields.
        if ($isBlockNode(there)) there.setFields(node.fields as never)
        else there?.replace($parseSerializedNode(node as never))
      }
    },
    // The focus stays in the search.
    { discrete: true, tag: ['history-push', 'skip-dom-selection'] },
  )
}

/** The node at these indexes from the root. */
export function $nodeAt(indexes: readonly number[]): LexicalNode | null {
  return indexes.reduce<LexicalNode | null>(
    (node, index) => ($isElementNode(node) ? node.getChildAtIndex(index) : null),
    $getRoot(),
  )
}
