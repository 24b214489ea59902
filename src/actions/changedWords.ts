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
 * The fields to write so that one text becomes another in a language. Fields without a visible difference are omitted,
 * but an empty text is cleared if there should be none: as a country's own it would hide a later common text.
 */
export function changedWords({
  now,
  next,
  fields,
  language,
  isEmptyRead = false,
}: {
  now: Texts
  next: Texts
  fields: readonly (Line | Rich)[]
  language: Language
  /** See `isEmptyTextRead`. */
  isEmptyRead?: boolean
}): ChangedWords {
  const data: ChangedWords = {}
  const isChanged = (stored: FieldText, words: FieldText): boolean => {
    const isCleared = words === undefined && stored !== undefined
    const isEmptied = isEmptyRead && words !== undefined && stored === undefined
    return isCleared || isEmptied || !isSameField(stored, words)
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
