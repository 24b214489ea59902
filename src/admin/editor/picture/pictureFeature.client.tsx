'use client'

import {
  createClientFeature,
  slashMenuBasicGroupWithItems,
  toolbarAddDropdownGroupWithItems,
  type UploadFeatureClient,
} from '@payloadcms/richtext-lexical/client'
import { $isNodeSelection } from '@payloadcms/richtext-lexical/lexical'
import { isLanguage } from '@/domain/language'
import { EditorIcon } from '../EditorIcon'
import { $isPictureNode, PictureNode } from './PictureNode.client'
import { PicturePlugin } from './PicturePlugin.client'
import { ADD_PICTURE } from './pictureCommands.client'

const NAME = { en: 'Picture', fr: 'Image', es: 'Imagen', it: 'Immagine', el: 'Εικόνα', de: 'Bild' }

const label = ({ i18n }: { i18n: { language: string } }) => (isLanguage(i18n.language) ? NAME[i18n.language] : NAME.en)

/** Replaces Payload's upload feature, whose screens leave the text. */
export const PictureFeature: typeof UploadFeatureClient = createClientFeature({
  nodes: [PictureNode],
  plugins: [{ Component: PicturePlugin, position: 'normal' }],
  slashMenu: {
    groups: [
      slashMenuBasicGroupWithItems([
        {
          Icon: PictureIcon,
          key: 'upload',
          keywords: ['picture', 'image', 'imagen', 'immagine', 'bild', 'εικόνα', 'photo', 'upload', 'file'],
          label,
          onSelect: ({ editor }) => editor.dispatchCommand(ADD_PICTURE, null),
        },
      ]),
    ],
  },
  toolbarFixed: {
    groups: [
      toolbarAddDropdownGroupWithItems([
        {
          ChildComponent: PictureIcon,
          isActive: ({ selection }) => $isNodeSelection(selection) && selection.getNodes().some($isPictureNode),
          key: 'upload',
          label,
          onSelect: ({ editor }) => {
            editor.dispatchCommand(ADD_PICTURE, null)
          },
        },
      ]),
    ],
  },
})

function PictureIcon() {
  return (
    <EditorIcon>
      <rect x="3.5" y="4.5" width="13" height="11" />
      <circle cx="7.5" cy="8" r="1.2" />
      <path d="m4 14 4-3.5 2.5 2L13 10l3.5 3.5" />
    </EditorIcon>
  )
}
