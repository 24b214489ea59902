'use client'

import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useEffect, useState } from 'react'
import { FindPanel } from './FindPanel.client'
import { FIND } from './findCommand.client'

/** Opens the search in this text by its button, or by the key that Word has for it: Ctrl+H. */
export function FindPlugin() {
  const [editor] = useLexicalComposerContext()
  /** What was chosen in the text when it was opened; another number opens it again. */
  const [open, setOpen] = useState<{ words: string; turn: number } | null>(null)

  useEffect(
    () =>
      editor.registerCommand(
        FIND,
        () => {
          const selection = $getSelection()
          const chosen = $isRangeSelection(selection) ? selection.getTextContent().trim() : ''
          const words = chosen.includes('\n') || chosen.length > MOST_CHOSEN ? '' : chosen
          setOpen((now) => ({ words, turn: (now?.turn ?? 0) + 1 }))
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  )

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey || event.metaKey || event.key.toLowerCase() !== 'h') return
      // The browser would show the pages that the person visited.
      event.preventDefault()
      editor.dispatchCommand(FIND, undefined)
    }
    return editor.registerRootListener((root, before) => {
      before?.closest<HTMLElement>(FIELD)?.removeEventListener('keydown', onKey)
      root?.closest<HTMLElement>(FIELD)?.addEventListener('keydown', onKey)
    })
  }, [editor])

  if (!open) return null
  return (
    <FindPanel
      editor={editor}
      words={open.words}
      turn={open.turn}
      onClose={() => {
        setOpen(null)
        editor.focus()
      }}
    />
  )
}

/** With all that belongs to it: the fields of blocks are no part of the editor itself. */
const FIELD = '.rich-text-input'

/** Nobody looks for a whole paragraph. */
const MOST_CHOSEN = 100
