'use client'

import type { ToolbarGroupItem } from '@payloadcms/richtext-lexical'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalCommand,
  REDO_COMMAND,
  UNDO_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import { type ComponentProps, useEffect, useState } from 'react'
import { EditorIcon } from '../EditorIcon'
import { FreshForms } from './FreshForms.client'

type Given = ComponentProps<NonNullable<ToolbarGroupItem['Component']>>

/** Buttons that undo and redo what was typed; Payload's editor has only keys for that. */
export const UndoFeature = createClientFeature({
  plugins: [{ Component: FreshForms, position: 'normal' }],
  toolbarFixed: {
    groups: [
      {
        type: 'buttons',
        key: 'undo',
        order: 100,
        items: [
          { key: 'undo', Component: Undo },
          { key: 'redo', Component: Redo },
        ],
      },
    ],
  },
})

function Undo({ editor }: Given) {
  return (
    <HistoryButton
      name="undo"
      path="M7 4 3.500 7.500 7 11M3.500 7.500h8a4 4 0 0 1 0 8H9"
      {...{ editor }}
      does={UNDO_COMMAND}
      can={CAN_UNDO_COMMAND}
    />
  )
}

function Redo({ editor }: Given) {
  return (
    <HistoryButton
      name="redo"
      path="M13 4 16.500 7.500 13 11M16.500 7.500h-8a4 4 0 0 0 0 8H11"
      {...{ editor }}
      does={REDO_COMMAND}
      can={CAN_REDO_COMMAND}
    />
  )
}

/** Its name, in the person's language, comes from `nameEditorControls`, as that of every button of the bar. */
function HistoryButton({
  editor,
  name,
  path,
  does,
  can,
}: Pick<Given, 'editor'> & { name: string; path: string; does: LexicalCommand<void>; can: LexicalCommand<boolean> }) {
  const [isPossible, setPossible] = useState(false)
  useEffect(
    () =>
      editor.registerCommand(
        can,
        (now) => {
          setPossible(now)
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, can],
  )
  const kind = 'toolbar-popup__button'
  return (
    <button
      type="button"
      className={`${kind} ${kind}-${name}${isPossible ? '' : ' disabled'}`}
      data-button-key={name}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (isPossible) editor.focus(() => editor.dispatchCommand(does, undefined))
      }}
    >
      <EditorIcon>
        <path d={path} />
      </EditorIcon>
    </button>
  )
}
