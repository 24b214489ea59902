'use client'

import { RenderLexical } from '@payloadcms/richtext-lexical/client'
import { DocumentInfoProvider, OperationProvider } from '@payloadcms/ui'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { controlNames } from './controlNames'
import { EditorForms } from './editorForms.client'
import { Breakable, FieldOpening, useFieldOpening } from './FieldOpening.client'
import { keepKeysWithControls, leaveByKeyboard } from './leaveByKeyboard'
import { nameEditorControls } from './nameEditorControls'
import { PictureGroundProvider } from './picture/pictureWords.client'
import { type EditorText, isEditorText } from './sectionValues'

type Given = {
  collection: 'sections' | 'variant-sections'
  /** The owner of the text: a country's code, or `master`. */
  country: string
  field: 'body' | 'addition'
  labelId: string
  language: Language
  /** The initial text of the editor: use another `key` to show another text. */
  opening: EditorText
  pending: RefObject<number>
  /** Is the initial text still the one that is edited, and not replaced by another? */
  isCurrent: () => boolean
  /** The session has ended: the editor cannot be opened. */
  onSignedOut: () => void
  t: Translator
  onChange: (text: EditorText) => void
}

/**
 * Payload's editor for a rich-text field, outside Payload's document form. It requests its parts from the server as the
 * document view does; the blocks in it find the document that they expect, which has no id and is never saved by the
 * editor.
 */
export function RichTextInput(given: Given) {
  const { collection, country, field, labelId, language, opening, pending, t, isCurrent, onChange, onSignedOut } = given
  const [text, setText] = useState<EditorText>(opening)
  const ground = useMemo(() => ({ country, t }), [country, t])
  const frame = useRef<HTMLDivElement>(null)
  const { again, attempt, broken, missing, says, state, there } = useFieldOpening()

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const names = controlNames(t)
    const name = () => {
      nameEditorControls({ element, labelId, names })
      keepKeysWithControls(element)
      const place = element.querySelector<HTMLElement>('.ContentEditable__root')
      if (place) there(place)
    }
    const observer = new MutationObserver(name)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] })
    name()
    const stay = leaveByKeyboard(element)
    return () => {
      observer.disconnect()
      stay()
    }
  }, [labelId, t, there])

  return (
    <>
      <FieldOpening says={says} labelId={labelId} state={state} onTryAgain={again} t={t} />
      <div className="rich-text-input" lang={language} ref={frame}>
        <DocumentInfoProvider
          collectionSlug={collection}
          currentEditor={NOBODY}
          docPermissions={EVERYTHING}
          hasPublishedDoc={false}
          hasSavePermission
          initialData={NO_DATA}
          initialState={NO_DATA}
          isLocked={false}
          lastUpdateTime={0}
          mostRecentVersionIsAutosaved={false}
          unpublishedVersionCount={0}
          versionCount={0}
        >
          <OperationProvider operation="update">
            <EditorForms pending={pending} onMissing={missing} onSignedOut={onSignedOut}>
              <PictureGroundProvider value={ground}>
                {state === 'missing' ? null : (
                  <Breakable onBroken={broken}>
                    <RenderLexical
                      key={attempt}
                      initialValue={opening}
                      name={field}
                      label={false}
                      path={field}
                      schemaPath={`collection.${collection}.${field}`}
                      value={text as never}
                      setValue={(next: unknown) => {
                        // It arrives when the browser is idle, even after the editor was closed or the text was
                        // replaced.
                        if (!isCurrent() || !isEditorText(next)) return
                        setText(next)
                        onChange(next)
                      }}
                    />
                  </Breakable>
                )}
              </PictureGroundProvider>
            </EditorForms>
          </OperationProvider>
        </DocumentInfoProvider>
      </div>
    </>
  )
}

const NO_DATA = {}
const NOBODY = null as never
/** The action that saves decides who may write; the editor itself allows everything that it offers. */
const EVERYTHING = { fields: true } as never
