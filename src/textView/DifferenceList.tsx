import { placesOf, type SectionChange } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { describePlace } from './describeChange'
import { keyed } from './keyed'

type Given = { change: SectionChange; t: Translator; textLanguage?: Language; anchor?: string }

/** The differences of a section as links to the places where `SectionDifference` with the same anchor shows them. */
export function DifferenceList({ change, t, textLanguage, anchor = 'd' }: Given) {
  return (
    <ol className="small">
      {keyed(placesOf(change.fields)).map(({ key, one: place, index }) => {
        const happened = describePlace(place)
        return (
          <li key={key}>
            <a href={`#${anchor}${index + 1}`}>{t(happened.key, happened.params)}</a>
            {place.under === '' ? null : (
              <span className="muted">
                {t('diff.colon')} <span lang={textLanguage}>{place.under}</span>
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
