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
  /** Whose text it is: a country's code, or `master`. */
  country: string
  field: 'body' | 'addition'
  labelId: string
  language: Language
  /** The text that the editor opens with: give another `key` to show another text. */
  opening: EditorText
  pending: RefObject<number>
  /** Is the text that it opened with still the one that is written, and not another that took its place? */
  isCurrent: () => boolean
  /** The session has ended: the editor cannot be opened. */
  onSignedOut: () => void
  t: Translator
  onChange: (text: EditorText) => void
}

/**
 * Payload's editor for a rich-text field, outside of Payload's document form. It asks the server for its parts as the
 * document view does; the blocks in it find the document that they expect, which has no id and is never saved by it.
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
                        // It comes when the browser is idle, also after the editor was closed or another text took its place.
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
/** Who may write is decided by the action that saves; the editor itself allows what it offers. */
const EVERYTHING = { fields: true } as never
