import { OWN_FIELDS } from '@/domain/bringBack'
import type { ByLanguage, Language } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { REASONS } from '@/domain/section'
import { translatedAfter } from '@/domain/translating'
import { fromLexical } from '@/lexical/fromLexical'
import { asChoice, asText } from '@/stored/parse'
import type { SectionData, SectionWrite } from './sectionWrite'

/**
 * The stored state of a section after a write, as it will be read: fields that the write does not name stay, and null
 * clears.
 */
export function stateAfter({
  own,
  write,
  language,
}: {
  own: VariantSection
  write: SectionWrite
  /** The one that the person writes in. */
  language: Language
}): VariantSection {
  const { data } = write
  const next: VariantSection = {
    ...own,
    mode: data.mode ?? own.mode,
    reason: data.reason === undefined ? own.reason : asChoice(data.reason, REASONS, null),
    sources: data.sources === undefined ? own.sources : asText(data.sources),
  }
  for (const one of [{ language: write.language ?? language, data }, ...(write.alsoIn ?? [])]) {
    next.explanation = withWords(next.explanation, one, 'explanation', asText)
    for (const field of OWN_FIELDS) {
      if (field === 'body' || field === 'addition') next[field] = withWords(next[field], one, field, fromLexical)
      else next[field] = withWords(next[field], one, field, asText)
    }
  }
  const { isTranslation = false } = write
  return {
    ...next,
    translated: data.translated ?? translatedAfter({ before: own, after: next, language, isTranslation }),
  }
}

function withWords<Text>(
  words: ByLanguage<Text>,
  { language, data }: { language: Language; data: SectionData },
  field: keyof SectionData,
  read: (value: unknown) => Text,
): ByLanguage<Text> {
  const given = data[field]
  if (given === undefined) return words
  const after = { ...words }
  if (given === null) delete after[language]
  else after[language] = read(given)
  return after
}
