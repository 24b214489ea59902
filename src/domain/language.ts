/** The languages of content and of our own words. Languages and countries are two different things. */
export const LANGUAGES = ['en', 'fr', 'es', 'it', 'el', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** A value in some of the languages; a language that is missing has not been written, and nothing stands in for it. */
export type ByLanguage<T> = Partial<Record<Language, T>>
