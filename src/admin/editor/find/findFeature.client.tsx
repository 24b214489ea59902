'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { EditorIcon } from '../EditorIcon'
import { FindPlugin } from './FindPlugin.client'
import { FIND } from './findCommand.client'

/** Finds and replaces words in a text, also in its boxes, lists of steps, contacts and footnotes. */
export const FindFeature = createClientFeature({
  plugins: [{ Component: FindPlugin, position: 'aboveContainer' }],
  toolbarFixed: {
    groups: [
      {
        type: 'buttons',
        key: 'find',
        order: 110,
        items: [
          {
            key: 'find',
            ChildComponent: FindIcon,
            onSelect: ({ editor }) => {
              editor.dispatchCommand(FIND, undefined)
            },
          },
        ],
      },
    ],
  },
})

function FindIcon() {
  return (
    <EditorIcon>
      <circle cx="9" cy="9" r="5" />
      <path d="m12.600 12.600 4 4" />
    </EditorIcon>
  )
}
