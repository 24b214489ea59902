'use client'

import { lazy, type RefObject, Suspense, useEffect, useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { controlNames } from './controlNames'
import { Breakable, FieldOpening, useFieldOpening } from './FieldOpening.client'
import { keepKeysWithControls, leaveByKeyboard } from './leaveByKeyboard'
import { nameEditorControls } from './nameEditorControls'
import type { EditorText } from './sectionValues'
import { useEditorGround } from './useEditorGround.client'
import { WritingGroundProvider } from './writingGround.client'

const load = () => import('./WritingField.client')
const WritingField = lazy(load)

type Given = {
  collection: 'sections' | 'variant-sections'
  /** The owner of the text: a country's code, or `master`. */
  country: string
  field: 'body' | 'addition'
  labelId: string
  language: Language
  pageLanguage: Language
  /** The initial text of the editor: use another `key` to show another text. */
  opening: EditorText
  pending: RefObject<number>
  /** Is the initial text still the one that is edited, and not replaced by another? */
  isCurrent: () => boolean
  t: Translator
  onChange: (text: EditorText) => void
}

/**
 * The writing field for a rich text. The page is there before it: the program of the editor, which is larger than all
 * else, and what it needs from the server are requested while the person reads.
 */
export function RichTextInput(given: Given) {
  const { collection, country, field, labelId, language, pageLanguage, opening, pending, t, isCurrent, onChange } =
    given
  const around = useMemo(() => ({ country, language, pageLanguage, t }), [country, language, pageLanguage, t])
  const [frame, setFrame] = useState<HTMLDivElement | null>(null)
  const { again, attempt, broken, missing, says, state, there } = useFieldOpening()
  const ground = useEditorGround({ attempt, onMissing: missing })

  // An error is seen where the field is shown.
  useEffect(() => void load().catch(() => {}), [])

  useEffect(() => {
    if (!frame) return
    const names = controlNames(t)
    const name = () => {
      nameEditorControls({ element: frame, labelId, names })
      keepKeysWithControls(frame)
      const place = frame.querySelector<HTMLElement>('.ContentEditable__root')
      if (place) there(place)
    }
    const observer = new MutationObserver(name)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] })
    name()
    const stay = leaveByKeyboard(frame)
    return () => {
      observer.disconnect()
      stay()
    }
  }, [frame, labelId, t, there])

  return (
    <>
      <FieldOpening says={says} labelId={labelId} state={state} onTryAgain={again} t={t} />
      <div className="rich-text-input" lang={language} ref={setFrame} />
      <WritingGroundProvider value={around}>
        {state === 'missing' || !ground || !frame ? null : (
          <Breakable onBroken={broken}>
            <Suspense>
              <WritingField
                key={attempt}
                ground={ground}
                place={frame}
                onMissing={missing}
                {...{ collection, field, opening, pending, isCurrent, onChange }}
              />
            </Suspense>
          </Breakable>
        )}
      </WritingGroundProvider>
    </>
  )
}
