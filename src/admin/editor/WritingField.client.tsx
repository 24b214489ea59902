'use client'

import { RenderLexical } from '@payloadcms/richtext-lexical/client'
import { getNearestEditorFromDOMNode } from '@payloadcms/richtext-lexical/lexical'
import { DocumentInfoProvider, OperationProvider, RootProvider } from '@payloadcms/ui'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { EditorForms } from './EditorForms.client'
import { type EditorGround, useEditorServer } from './EditorServer.client'
import { type EditorText, isEditorText } from './sectionValues'

/**
 * Payload's editor for a rich-text field, outside Payload's screens and its document form, with everything around it that
 * it expects there. It is loaded after the page (`RichTextInput`). It requests its parts from the server as the document
 * view does; the blocks in it find the document that they expect, which has no id and is never saved by the editor.
 */
export default function WritingField({
  collection,
  field,
  ground,
  opening,
  pending,
  place,
  isCurrent,
  onChange,
  onMissing,
}: {
  collection: 'sections' | 'variant-sections'
  field: 'body' | 'addition'
  ground: EditorGround
  opening: EditorText
  pending: RefObject<number>
  /** Where the field is shown. What Payload shows over the page is outside of the form in which this place is. */
  place: Element
  isCurrent: () => boolean
  onChange: (text: EditorText) => void
  onMissing: () => void
}) {
  const { call } = useEditorServer()
  const [text, setText] = useState<EditorText>(opening)
  const handOn = useRef(onChange)
  handOn.current = onChange

  // The editor hands its text on when the browser is idle. When the page goes, that is too late for the last words.
  useEffect(() => {
    function handOnNow(): void {
      const root = place.querySelector('[data-lexical-editor]')
      const editor = root && getNearestEditorFromDOMNode(root)
      if (editor && isCurrent()) handOn.current(editor.getEditorState().toJSON())
    }
    const hidden = () => document.visibilityState === 'hidden' && handOnNow()
    // Before those who keep what has arrived.
    window.addEventListener('pagehide', handOnNow, { capture: true })
    document.addEventListener('visibilitychange', hidden, { capture: true })
    return () => {
      window.removeEventListener('pagehide', handOnNow, { capture: true })
      document.removeEventListener('visibilitychange', hidden, { capture: true })
    }
  }, [place, isCurrent])
  const editor = (
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
        <EditorForms pending={pending} onMissing={onMissing}>
          <RenderLexical
            initialValue={opening}
            name={field}
            label={false}
            path={field}
            schemaPath={`collection.${collection}.${field}`}
            value={text as never}
            setValue={(next: unknown) => {
              // It arrives when the browser is idle, even after the editor was closed or the text was replaced.
              if (!isCurrent() || !isEditorText(next)) return
              setText(next)
              onChange(next)
            }}
          />
        </EditorForms>
      </OperationProvider>
    </DocumentInfoProvider>
  )
  return createPortal(
    <RootProvider {...ground} serverFunction={call}>
      {createPortal(editor, place)}
    </RootProvider>,
    document.body,
  )
}

const NO_DATA = {}
const NOBODY = null as never
/** The action that saves decides who may write; the editor itself allows everything that it offers. */
const EVERYTHING = { fields: true } as never
