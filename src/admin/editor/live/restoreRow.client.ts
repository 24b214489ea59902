'use client'

import {
  $createParagraphNode,
  $getRoot,
  $isElementNode,
  $parseSerializedNode,
  getNearestEditorFromDOMNode,
} from '@payloadcms/richtext-lexical/lexical'
import { toLexical } from '@/lexical/toLexical'
import type { RowRestored } from './liveRows'

/**
 * Brings the common text of a row back into a text in an open editor, or takes out what the common text does not have: one step, which
 * undo takes back. The cursor is there afterwards.
 */
export function restoreRow(root: HTMLElement, { at, removed, common }: RowRestored): void {
  const editor = getNearestEditorFromDOMNode(root)
  editor?.update(
    () => {
      const text = $getRoot()
      const gone = removed.flatMap((index) => text.getChildAtIndex(index) ?? [])
      const made = common.length === 0 ? [] : toLexical(common).root.children.map((node) => $parseSerializedNode(node))
      text.splice(at, 0, made)
      for (const node of gone) node.remove()
      if (text.isEmpty()) text.append($createParagraphNode())
      const place = made[0] ?? text.getChildAtIndex(Math.min(at, text.getChildrenSize() - 1))
      if ($isElementNode(place)) place.selectStart()
      else place?.selectPrevious()
    },
    { discrete: true, tag: 'history-push' },
  )
  editor?.focus()
}
