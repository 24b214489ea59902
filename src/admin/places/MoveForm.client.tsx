'use client'

import { useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Spot } from '@/domain/places'
import { ActionButton } from '../ActionButton.client'
import type { ActionWords } from '../actionWords'
import { browserTranslator } from '../editor/browserTranslator'
import { PlaceFields } from '../editor/PlaceFields'
import type { PlacedTitle } from '../editor/placeChoices'

/** The action that moves a section: of the country's own, or of the common framework. */
export type MoveAction = 'move-section' | 'move-common-section'

/** Moves a section to any place of its version, or of the common framework. */
export function MoveForm({
  action,
  words,
  pageLanguage,
  actionWords,
  places,
  opening,
  input,
  hasSections,
}: {
  action: MoveAction
  words: Record<string, string>
  pageLanguage: Language
  actionWords: ActionWords
  /** All sections without the one that moves and those under it. */
  places: PlacedTitle[]
  /** Where the section stands now. */
  opening: Spot
  input: Record<string, unknown>
  /** Do others stand under it? They move too. */
  hasSections: boolean
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [{ from, spot }, choose] = useState({ from: opening, spot: opening })
  // Where the section stands now is chosen again after each move.
  if (!isSameSpot(from, opening)) choose({ from: opening, spot: opening })
  return (
    <div className="stack">
      <PlaceFields places={places} spot={spot} change={(next) => choose({ from: opening, spot: next })} t={t} />
      {hasSections ? <p className="muted">{t('editor.move.with')}</p> : null}
      <ActionButton
        action={action}
        input={{ ...input, ...spot }}
        label={t('editor.move.do')}
        words={actionWords}
        look="second"
      />
    </div>
  )
}

function isSameSpot(one: Spot, other: Spot): boolean {
  return one.parent === other.parent && one.after === other.after
}
