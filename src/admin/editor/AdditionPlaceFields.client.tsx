'use client'

import type { PlaceChoice } from '@/domain/additionPlace'
import type { Translator } from '@/messages/translate'
import type { AdditionPlaces } from './additionPlaces'
import { Field } from './Field'

const WHERE = ['before', 'after', 'after-block'] as const

/** Where the country's addition stands: before the common text, after it, or after one of its blocks. */
export function AdditionPlaceFields({
  choice,
  places: { blocks, gone, language },
  change,
  t,
}: {
  choice: PlaceChoice
  places: AdditionPlaces
  change: (choice: PlaceChoice) => void
  t: Translator
}) {
  const [first] = blocks
  const chosen = choice.where === 'after-block' ? choice.block : null
  const isGone = chosen !== null && gone !== null && !blocks.some(({ id }) => id === chosen)
  function choose(where: PlaceChoice['where']): void {
    if (where !== 'after-block') change({ where })
    else if (first) change({ where, block: first.id })
  }
  return (
    <fieldset className="addition-place">
      <legend>{t('editor.place.legend')}</legend>
      {WHERE.filter((where) => where !== 'after-block' || first || chosen !== null).map((where) => (
        <label className="tick-label" key={where}>
          <input type="radio" name="addition-place" checked={choice.where === where} onChange={() => choose(where)} />
          {t(`editor.place.${where}`)}
        </label>
      ))}
      {chosen === null ? null : (
        <>
          {isGone ? <p className="note">{t('editor.place.block-gone', { words: gone })}</p> : null}
          <Field id="section-additionPlace" label={t('editor.place.block')} errorMark={t('editor.error')}>
            <select
              id="section-additionPlace"
              name="additionPlace"
              value={chosen}
              onChange={(event) => change({ where: 'after-block', block: event.target.value })}
            >
              {isGone ? <option value={chosen}>{gone}</option> : null}
              {blocks.map(({ id, words }, index) => (
                <option key={id} value={id} lang={words ? language : undefined}>
                  {`${index + 1}. ${words || t('editor.place.no-words')}`}
                </option>
              ))}
            </select>
          </Field>
        </>
      )}
    </fieldset>
  )
}
