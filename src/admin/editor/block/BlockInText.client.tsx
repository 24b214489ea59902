'use client'

import { useBlockComponentContext } from '@payloadcms/richtext-lexical/client'
import { $getNodeByKey, type LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { RenderFields } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { isOfForm } from '@/domain/richText/blockKinds'
import type { RichText } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { Blocks } from '@/textView/blocks/Blocks'
import { viewOptions } from '@/textView/options'
import { useWritingGround } from '../writingGround.client'
import { fieldsAt } from './blockFields.client'
import { isOpenIn, setOpenIn } from './openBlocks'

/**
 * A box, a list of points, a law or a contact in a text that somebody writes: as readers see it, until it is opened to be edited. One that
 * says nothing yet opens by itself.
 */
export function BlockInText() {
  const { formSchema, nodeKey } = useBlockComponentContext()
  const [editor] = useLexicalComposerContext()
  const { t } = useWritingGround()
  const blocks = useBlocks(editor, nodeKey)
  const [isOpen, setOpen] = useState(() => isOpenIn(editor, nodeKey) || saysNothing(blocks))
  const frame = useRef<HTMLDivElement>(null)
  const kind = blocks[0]?.kind
  const name = kind && isOfForm(kind, 'entries', 'record', 'box') ? t(`diff.block.${kind}`) : ''

  const open = useCallback(
    (isNow: boolean) => {
      setOpenIn(editor, nodeKey, isNow)
      setOpen(isNow)
      // What opens takes the focus, unless it is in one of its fields already.
      requestAnimationFrame(() => {
        const block = frame.current
        const focused = document.activeElement
        if (isNow && block && !(block.contains(focused) && focused?.matches(FIELDS)))
          block.querySelector<HTMLElement>(FIELDS)?.focus()
      })
    },
    [editor, nodeKey],
  )

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div className="block-in-text" role="group" aria-label={name} data-block={kind} contentEditable={false} ref={frame}>
      <div className="block-bar">
        <span className="small muted">{name}</span>
        <button type="button" className="link-button block-switch" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
          {t(isOpen ? 'editor.block.close' : 'editor.block.edit')}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => editor.update(() => $getNodeByKey(nodeKey)?.remove())}
        >
          {t('editor.block.remove')}
        </button>
      </div>
      {isOpen ? (
        <RenderFields
          fields={formSchema}
          forceRender
          parentIndexPath=""
          parentPath=""
          parentSchemaPath=""
          permissions={true}
        />
      ) : (
        <AsRead blocks={blocks} onOpen={() => open(true)} />
      )}
    </div>
  )
}

const FIELDS = 'input:not([type="hidden"]), textarea, [contenteditable="true"]'

/** The block as readers see it. A click on it opens it, also one on a link: nobody wants to leave a page on which they write. */
function AsRead({ blocks, onOpen }: { blocks: RichText; onOpen: () => void }) {
  const { language, pageLanguage, t } = useWritingGround()
  const place = useRef<HTMLDivElement>(null)
  const handOn = useRef(onOpen)
  handOn.current = onOpen
  const options = useMemo(
    () => viewOptions({ language, t, ...(pageLanguage === language ? {} : { wordsLang: pageLanguage }) }),
    [language, pageLanguage, t],
  )
  useEffect(() => {
    const shown = place.current
    const press = (event: MouseEvent) => {
      event.preventDefault()
      handOn.current()
    }
    shown?.addEventListener('click', press)
    return () => shown?.removeEventListener('click', press)
  }, [])
  // With the keyboard, the button above opens the block.
  useEffect(() => {
    for (const link of place.current?.querySelectorAll('a') ?? []) link.tabIndex = -1
  })
  return (
    <div className="text block-as-read" lang={language} ref={place}>
      <Blocks blocks={blocks} options={options} />
    </div>
  )
}

/** The block with this key as it is in the text now. */
function useBlocks(editor: LexicalEditor, key: string): RichText {
  const subscribe = useCallback((onChange: () => void) => editor.registerUpdateListener(onChange), [editor])
  const fields = useSyncExternalStore(subscribe, () => fieldsAt(key, editor.getEditorState()))
  return useMemo(() => (fields ? fromLexical({ root: { children: [{ type: 'block', fields }] } }) : []), [fields])
}

function saysNothing(blocks: RichText): boolean {
  return textOf(blocks).trim() === '' && blocks.every(({ attrs }) => !attrs.title)
}
