import { isSameJson } from '@/domain/canonicalJson'
import type { ByLanguage, Language } from '@/domain/language'
import type { RichText } from '@/domain/richText'
import { toLexical } from '@/lexical/toLexical'

type Texts<Field extends string> = Record<Field, ByLanguage<string> | ByLanguage<RichText>>

/** The fields to write so that the words of one text become those of another in a language: what is the same is left out. */
export function changedWords<Field extends string>({
  now,
  next,
  fields,
  language,
}: {
  now: Texts<Field>
  next: Texts<Field>
  fields: readonly Field[]
  language: Language
}): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const field of fields) {
    const words = next[field][language]
    if (isSameJson(words, now[field][language])) continue
    data[field] = words === undefined ? null : Array.isArray(words) ? toLexical(words) : words
  }
  return data
}
