'use client'

import { useState } from 'react'
import type { Mode } from '@/domain/section'
import { ModeIcon } from '@/icons/ModeIcon'
import type { Translator } from '@/messages/translate'
import { RadioCard } from '../RadioCard'

/** A choice with its effect, and the reason if it cannot be chosen. */
export type ModeCard = { mode: Mode; name: string; does: string; forbidden: string | null }

/**
 * The country's choice for the section. Forbidden choices can be reached and read, but not chosen. Where the country has
 * chosen already, one line says so, and opens the others: the text to write is in sight.
 */
export function ModeCards({
  cards,
  mode,
  note,
  t,
  onChoose,
}: {
  cards: ModeCard[]
  mode: Mode
  /** What saving this choice removes that the screen does not show. */
  note: string | null
  t: Translator
  onChoose: (mode: Mode) => void
}) {
  const [isOpenAtFirst] = useState(mode === 'inherit')
  const chosen = cards.find((card) => card.mode === mode)
  return (
    <>
      <details className="modes" open={isOpenAtFirst}>
        <summary>
          {t('editor.mode.legend')}
          {t('diff.colon')} <ModeIcon mode={mode} /> {chosen?.name}{' '}
          <span className="change">{t('editor.mode.change')}</span>
        </summary>
        <fieldset>
          <legend className="vh">{t('editor.mode.legend')}</legend>
          <div className="opts five">
            {cards.map((card) => (
              <RadioCard
                key={card.mode}
                name="mode"
                value={card.mode}
                isChosen={mode === card.mode}
                isForbidden={card.forbidden !== null}
                title={
                  <>
                    <ModeIcon mode={card.mode} />
                    {card.name}
                  </>
                }
                does={card.forbidden ?? card.does}
                onChoose={() => onChoose(card.mode)}
              />
            ))}
          </div>
        </fieldset>
      </details>
      {/* It exists before it has words, so that a screen reader says them when another choice is made. */}
      <div role="status">{note ? <p className="note">{note}</p> : null}</div>
    </>
  )
}
