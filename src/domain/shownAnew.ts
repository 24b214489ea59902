import { OWN_FIELDS, ownWords } from './bringBack'
import { LANGUAGES, type Language } from './language'
import type { VariantSection } from './resolve'
import { isEmptyField, isSameField } from './sameText'
import type { Mode, SectionContent } from './section'

/**
 * The languages in which another choice of the country brings words to readers that are stored and that no state in `known`
 * showed them: an adapted text stays stored while the section is left out or only supplemented.
 */
export function languagesShownAnew({
  common,
  own,
  mode,
  known,
}: {
  /** The section of the common framework; null for one that only the country has. */
  common: SectionContent | null
  own: VariantSection
  mode: Mode
  known: readonly VariantSection[]
}): Language[] {
  return LANGUAGES.filter((language) => {
    const shown = ownWords({ common, section: { ...own, mode }, language })
    const before = known.map((section) => ownWords({ common, section, language }))
    return OWN_FIELDS.some(
      (field) => !isEmptyField(shown[field]) && !before.some((words) => isSameField(words[field], shown[field])),
    )
  })
}
