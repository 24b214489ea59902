/** The languages of content and of the interface. A language does not stand for a country. */
export const LANGUAGES = ['en', 'fr', 'es', 'it', 'el', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** A value in some of the languages. A missing language has not been written; nothing is filled in for it. */
export type ByLanguage<T> = Partial<Record<Language, T>>
