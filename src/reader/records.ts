import type { ByLanguage, Language } from '@/domain/language'

/** A toolkit as readers know it. */
export type ReaderToolkit = {
  id: string
  slug: string
  title: ByLanguage<string>
  description: ByLanguage<string>
  /** Invented to show the product: every page says so. */
  sample: boolean
  sourceLanguage: Language
}

export type ReaderCountry = { code: string; name: ByLanguage<string> }
