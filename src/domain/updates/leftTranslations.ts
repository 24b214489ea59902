import type { Language } from '../language'
import { isTranslation, shownText, type VariantSection } from '../resolve'
import { isSameField } from '../richText/sameText'
import { TEXT_FIELDS, type TextField } from '../section'
import { readNow, type UpdateSides } from './sides'

/**
 * Returns the languages in which readers still get the country's translation as it was after a decision on sections, although
 * the common text of which it is one changed: the translation is behind until somebody updates it.
 */
export function leftTranslations(decided: readonly { sides: UpdateSides; next: VariantSection }[]): Language[] {
  const languages = decided.flatMap(({ sides, next }) =>
    sides.languages.filter((language) => TEXT_FIELDS.some((field) => isLeft({ sides, next, field, language }))),
  )
  return [...new Set(languages)]
}

function isLeft({
  sides,
  next,
  field,
  language,
}: {
  sides: UpdateSides
  next: VariantSection
  field: TextField
  language: Language
}): boolean {
  const { base, newest, sourceLanguage } = sides
  if (!base || !newest) return false
  const [was, common] = [base.content, newest.content]
  if (isSameField(was[field][sourceLanguage], common[field][sourceLanguage])) return false
  const words = shownText({ own: next, common, field, language })
  return isTranslation({ own: next, common, field, language }) && isSameField(words, readNow(sides, field, language))
}
