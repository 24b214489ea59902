import type { Spot } from '@/domain/places'
import type { Translator } from '@/messages/translate'
import { Field } from './Field'
import type { PlacedTitle } from './placeChoices'

/** Two lists for a place of the version: under which section, and after which one there. */
export function PlaceFields({
  places,
  spot,
  change,
  t,
}: {
  /** In reading order. */
  places: readonly PlacedTitle[]
  spot: Spot
  change: (spot: Spot) => void
  t: Translator
}) {
  const under = (parent: string | null) => places.filter((one) => one.parent === parent)
  return (
    <div className="cols c2">
      <Field id="place-parent" label={t('editor.spot.under')} errorMark={t('editor.error')}>
        <select
          id="place-parent"
          value={spot.parent ?? ''}
          onChange={({ target }) => {
            const parent = target.value === '' ? null : target.value
            change({ parent, after: under(parent).at(-1)?.key ?? null })
          }}
        >
          <option value="">{t('editor.spot.top')}</option>
          {places.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field id="place-after" label={t('editor.spot.after')} errorMark={t('editor.error')}>
        <select
          id="place-after"
          value={spot.after ?? ''}
          onChange={({ target }) => change({ ...spot, after: target.value === '' ? null : target.value })}
        >
          <option value="">{t('editor.spot.first')}</option>
          {under(spot.parent).map(({ key, label }) => (
            <option key={key} value={key}>
              {t('editor.spot.behind', { section: label })}
            </option>
          ))}
        </select>
      </Field>
    </div>
  )
}
