import type { Language } from '@/domain/language'
import type { ResolvedVariant } from '@/stored/resolveVariant'
import type { StoredVariantSection, Variant } from '@/stored/variants'
import { type TextIn, textIn } from '../words/titles'

/** The sections that left a version and that the common framework does not have for it, the last one first. */
export function removedSections({ own, sections }: Pick<ResolvedVariant, 'own' | 'sections'>): StoredVariantSection[] {
  const there = new Set(sections.map(({ entry }) => entry.key))
  return own
    .filter(({ key, mode }) => mode === 'omit' && !there.has(key))
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
}

/** The title of a removed section, in the language of the page if it has one. */
export function titleOfRemoved(
  { key, slug, title }: StoredVariantSection,
  { variant, language }: { variant: Variant; language: Language },
): TextIn {
  return textIn({ given: title, languages: [language, ...variant.languages], otherwise: slug ?? key })
}
