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
  $nodesOfType,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect } from 'react'
import { isSameJson } from '@/domain/canonicalJson'
import { fieldsAt, fieldsOf } from '../block/blockFields.client'

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
        const isUndo = tags.has(HISTORIC_TAG)
        // Undo says of no node that it changed.
        const keys = isUndo ? blockKeys(editorState) : [...dirtyLeaves]
        const changed = keys.filter((key) => {
          const [before, now] = [fieldsAt(key, prevEditorState), fieldsAt(key, editorState)]
          return now !== undefined && !isSameJson(before, now)
        })
        // A form that is made from now on asks for what the text has then.
        for (const key of changed) delete opened[fieldsAt(key, editorState)?.id ?? '']
        // A block that is brought back makes its form anew, and asks for it then.
        const shown = changed.filter((key) => fieldsAt(key, prevEditorState))
        if (!isUndo || shown.length === 0) return
        // Fields that are set ask for the form again.
        editor.update(() => shown.forEach($setAgain), { tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] })
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

function blockKeys(state: EditorState): string[] {
  return state.read(() => [...$nodesOfType(BlockNode), ...$nodesOfType(InlineBlockNode)].map((node) => node.getKey()))
}

function $setAgain(key: string): void {
  const node = $getNodeByKey(key)
  if ($isBlockNode(node)) node.setFields(node.getFields())
  else if ($isInlineBlockNode(node)) node.setFields(node.getFields())
}
