import type { ByLanguage, Language } from '@/domain/language'
import type { Release } from '@/domain/release'

/** A toolkit as readers know it. */
export type ReaderToolkit = {
  id: string
  slug: string
  title: ByLanguage<string>
  description: ByLanguage<string>
  /** Made up to show the product: every page says so. */
  sample: boolean
  sourceLanguage: Language
}

export type ReaderCountry = { code: string; name: ByLanguage<string> }

/** A release without what it holds: for lists and links. */
export type ReleaseHead = Omit<Release, 'manifest' | 'pictures'>
