'use client'

import {
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getPreviousSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  type LexicalNode,
  PASTE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useState } from 'react'
import { PictureDialog, type Said } from './PictureDialog.client'
import { $createPictureNode, $isPictureNode } from './PictureNode.client'
import { ADD_PICTURE, EDIT_PICTURE } from './pictureCommands.client'

type Open =
  /** `after`: the key of the block after which the picture is inserted. */
  { kind: 'add'; after: string | null; files: File[] } | { kind: 'edit'; key: string; said: Said } | null

/** Inserts pictures into the text from the menu, the clipboard or a folder, without leaving the text. */
export function PicturePlugin() {
  const [editor] = useLexicalComposerContext()
  const [open, setOpen] = useState<Open>(null)

  useEffect(() => {
    const ends = [
      editor.registerCommand(
        ADD_PICTURE,
        () => {
          setOpen({ kind: 'add', after: $blockAtCursor(), files: [] })
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        EDIT_PICTURE,
        (key) => {
          const node = $getNodeByKey(key)
          if ($isPictureNode(node)) setOpen({ kind: 'edit', key, said: node.saidNow() })
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!('clipboardData' in event) || !event.clipboardData) return false
          const files = picturesAmong(event.clipboardData.files)
          // A copied table or text has a picture of itself with it.
          if (files.length === 0 || event.clipboardData.getData('text/plain').trim() !== '') return false
          event.preventDefault()
          setOpen({ kind: 'add', after: $blockAtCursor(), files })
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DROP_COMMAND,
        (event) => {
          const files = picturesAmong(event.dataTransfer?.files)
          if (files.length === 0) return false
          event.preventDefault()
          const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null
          setOpen({ kind: 'add', after: node ? $blockOf(node) : $blockAtCursor(), files })
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [editor])

  if (!open) return null
  const isEdit = open.kind === 'edit'
  return (
    <PictureDialog
      // With several files it asks one after the other.
      key={isEdit ? open.key : open.files.length}
      file={isEdit ? null : (open.files[0] ?? null)}
      said={isEdit ? open.said : null}
      onCancel={() => {
        setOpen(null)
        editor.focus()
      }}
      onDone={({ id, said }) => {
        if (isEdit) {
          editor.update(() => {
            const node = $getNodeByKey(open.key)
            if ($isPictureNode(node)) node.say(said)
          })
          setOpen(null)
          return
        }
        const more = open.files.slice(1)
        // In one update: an update that the focus joins would not count as a change of the text, and would not be
        // saved.
        editor.update(
          () => {
            if (id === null) return
            const after = $insert({ after: open.after, media: id, said })
            if (more.length > 0) setOpen({ kind: 'add', after, files: more })
          },
          { discrete: true },
        )
        if (more.length > 0) return
        setOpen(null)
        editor.focus()
      }}
    />
  )
}

function picturesAmong(files: FileList | null | undefined): File[] {
  return [...(files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

function $blockAtCursor(): string | null {
  const selection = $getSelection() ?? $getPreviousSelection()
  const [node] = selection ? ($isRangeSelection(selection) ? [selection.focus.getNode()] : selection.getNodes()) : []
  return node ? $blockOf(node) : null
}

/** The block that is directly in the text, or in a cell of a table. */
function $blockOf(node: LexicalNode): string | null {
  for (let one: LexicalNode | null = node; one; one = one.getParent()) {
    const parent: LexicalNode | null = one.getParent()
    if (parent && $isRootOrShadowRoot(parent)) return one.getKey()
  }
  return null
}

/** Inserts the picture after the block, or replaces an empty block; returns the key of the picture. */
function $insert({ after, media, said }: { after: string | null; media: string; said: Said }): string {
  const picture = $createPictureNode({ media, said })
  const place = after === null ? $getRoot().getLastChild() : $getNodeByKey(after)
  if (!place) $getRoot().append(picture)
  else if ($isElementNode(place) && place.getType() === 'paragraph' && place.isEmpty()) place.replace(picture)
  else place.insertAfter(picture)
  const next = picture.getNextSibling()
  if (next) picture.selectNext()
  else {
    const paragraph = $createParagraphNode()
    picture.insertAfter(paragraph)
    paragraph.select()
  }
  return picture.getKey()
}
