import type { ByLanguage, Language } from '@/domain/language'
import type { RichText } from '@/domain/richText'
import { isSameField } from '@/domain/sameText'
import { toLexical } from '@/lexical/toLexical'

type Texts<Field extends string> = Record<Field, ByLanguage<string> | ByLanguage<RichText>>

/**
 * The fields to write so that the words of one text become those of another in a language. What reads the same is left out,
 * but an empty text is cleared where there is to be none: as a country's own it would hide a common text that comes later.
 */
export function changedWords<Field extends string>({
  now,
  next,
  fields,
  language,
  hidesCommon = false,
}: {
  now: Texts<Field>
  next: Texts<Field>
  fields: readonly Field[]
  language: Language
  /** An empty text is one: it hides the common text, which no text would not. */
  hidesCommon?: boolean
}): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const field of fields) {
    const [stored, words] = [now[field][language], next[field][language]]
    const isCleared = words === undefined && stored !== undefined
    const isEmptied = hidesCommon && words !== undefined && stored === undefined
    if (isSameField(stored, words) && !isCleared && !isEmptied) continue
    data[field] = words === undefined ? null : Array.isArray(words) ? toLexical(words) : words
  }
  return data
}
