import type { ByLanguage, Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { type FieldText, isSameField } from '@/domain/richText/sameText'
import type { LexicalState } from '@/lexical/lexicalJson'
import { toLexical } from '@/lexical/toLexical'

type Line = 'title' | 'summary' | 'guidance' | 'explanation'
type Rich = 'body' | 'addition'
type Texts = { [Name in Line]?: ByLanguage<string> } & { [Name in Rich]?: ByLanguage<RichText> }
type ChangedWords = { [Name in Line]?: string | null } & { [Name in Rich]?: LexicalState | null }

/**
 * The fields to write so that one text becomes another in a language. Fields without a visible difference are omitted. An
 * empty text is another one than none: as a country's own it hides the common text.
 */
export function changedWords({
  now,
  next,
  fields,
  language,
}: {
  now: Texts
  next: Texts
  fields: readonly (Line | Rich)[]
  language: Language
}): ChangedWords {
  const data: ChangedWords = {}
  const isChanged = (stored: FieldText, words: FieldText): boolean => {
    return (words === undefined) !== (stored === undefined) || !isSameField(stored, words)
  }
  for (const field of fields) {
    if (!isChanged(now[field]?.[language], next[field]?.[language])) continue
    if (field === 'body' || field === 'addition') {
      const words = next[field]?.[language]
      data[field] = words ? toLexical(words) : null
    } else data[field] = next[field]?.[language] ?? null
  }
  return data
}
