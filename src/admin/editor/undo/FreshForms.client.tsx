'use client'

import {
  $isBlockNode,
  $isInlineBlockNode,
  BlockNode,
  InlineBlockNode,
  useEditorConfigContext,
} from '@payloadcms/richtext-lexical/client'
import {
  $addUpdateTag,
  $getNodeByKey,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { isSameJson } from '@/domain/canonicalJson'

/**
 * Keeps the forms of the blocks as their text is. Payload fills the form of a block once: when undo brings other words back, the form
 * goes on showing those that were typed, which are not saved; and a block that was removed and brought back shows the words with
 * which the page opened, and saves them with the next key (3.90.2).
 */
export function FreshForms() {
  const [editor] = useLexicalComposerContext()
  const { initialLexicalFormState: opened = {} } = useEditorConfigContext().fieldProps

  useEffect(
    () =>
      editor.registerUpdateListener(({ dirtyLeaves, editorState, prevEditorState, tags }) => {
        const keys = [...dirtyLeaves]
        // A form that is made from now on asks for what the text has then.
        for (const key of keys)
          for (const state of [editorState, prevEditorState]) {
            const id = fieldsAt(key, state)?.id
            if (id) delete opened[id]
          }
        const restored = keys.filter((key) => fieldsAt(key, editorState))
        if (!tags.has(HISTORIC_TAG) || restored.length === 0) return
        // Fields that are set ask for the form again.
        editor.update(() => restored.forEach($setAgain), { tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] })
      }),
    [editor, opened],
  )

  // The form then hands the same fields on: that is no step to undo, and leaves what can be done again.
  useEffect(() => {
    const merge = (node: LexicalNode) => {
      const before = fieldsAt(node.getKey(), editor.getEditorState())
      const now = fieldsOf(node)
      if (before && isSameJson(before, now)) $addUpdateTag(HISTORY_MERGE_TAG)
    }
    const ends = [editor.registerNodeTransform(BlockNode, merge), editor.registerNodeTransform(InlineBlockNode, merge)]
    return () => {
      for (const end of ends) end()
    }
  }, [editor])
  return null
}

function $setAgain(key: string): void {
  const node = $getNodeByKey(key)
  if ($isBlockNode(node)) node.setFields(node.getFields())
  else if ($isInlineBlockNode(node)) node.setFields(node.getFields())
}

/** The fields of the block with this key; undefined if it is another node, or is not in this state. */
function fieldsAt(key: string, state: EditorState) {
  return state.read(() => fieldsOf($getNodeByKey(key)))
}

function fieldsOf(node: LexicalNode | null) {
  return $isBlockNode(node) || $isInlineBlockNode(node) ? node.getFields() : undefined
}
