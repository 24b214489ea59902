'use client'

import { useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Spot } from '@/domain/places'
import { ActionForm } from '../ActionForm.client'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { PlaceFields } from '../editor/PlaceFields'
import type { PlacedTitle } from '../editor/placeChoices'

/** Asks for the title and the place of a new section. */
export function AddCommonForm({
  words,
  pageLanguage,
  actionWords,
  places,
  opening,
  input,
  next,
  title,
  most,
}: {
  words: Record<string, string>
  pageLanguage: Language
  actionWords: ActionWords
  places: PlacedTitle[]
  opening: Spot
  input: Record<string, unknown>
  next: string
  title: { label: string; language: Language }
  /** The longest title. */
  most: number
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [spot, change] = useState(opening)
  return (
    <section className="panel">
      <ActionForm
        fixed={{ ...input, ...spot }}
        choices={[{ action: 'add-common-section', label: t('tree.add.do') }]}
        words={actionWords}
        next={next}
      >
        <div className="stack">
          <div className="field">
            <label htmlFor="new-title">{title.label}</label>
            <input type="text" id="new-title" name="title" lang={title.language} maxLength={most} autoComplete="off" />
          </div>
          <PlaceFields places={places} spot={spot} change={change} t={t} />
        </div>
      </ActionForm>
    </section>
  )
}
