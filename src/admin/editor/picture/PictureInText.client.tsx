'use client'

import { $getNodeByKey } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { draftPictureAddress } from '../../words/addresses'
import { useWritingGround } from '../writingGround.client'
import type { Said } from './PictureDialog.client'
import { EDIT_PICTURE } from './pictureCommands.client'

/** A picture in the editor, with its description and a way to change that. */
export function PictureInText({ media, said, nodeKey }: { media: string; said: Said; nodeKey: string }) {
  const { t } = useWritingGround()
  const [editor] = useLexicalComposerContext()
  return (
    <figure className="picture-in-text" contentEditable={false}>
      {/* biome-ignore lint/performance/noImgElement: drafts are served to their writers only */}
      <img src={draftPictureAddress(media)} alt={said.alt} />
      {said.caption ? <figcaption>{said.caption}</figcaption> : null}
      <p className={said.alt || said.decorative ? 'small muted' : 'small field-error'}>
        {said.alt || t(said.decorative ? 'editor.picture.is-decorative' : 'editor.picture.undescribed')}
      </p>
      <div className="picture-actions">
        <button type="button" className="link-button" onClick={() => editor.dispatchCommand(EDIT_PICTURE, nodeKey)}>
          {t('editor.picture.edit')}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => editor.update(() => $getNodeByKey(nodeKey)?.remove())}
        >
          {t('editor.picture.remove')}
        </button>
      </div>
    </figure>
  )
}
