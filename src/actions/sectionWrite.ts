import type { Language } from '@/domain/language'
import type { VariantSection as Document } from '@/payload-types'
import type { StoredVariantSection } from '@/stored/variants'

/** The fields of `variant-sections` that a person writes, in one language; null clears one. */
export type SectionData = {
  [Name in
    | 'title'
    | 'summary'
    | 'body'
    | 'addition'
    | 'explanation'
    | 'mode'
    | 'reason'
    | 'sources'
    | 'translated'
    | 'slug'
    | 'after'
    | 'parent'
    | 'rank']?: Document[Name] | undefined
}

/** What an action wants to store of one national section. */
export type SectionWrite = {
  data: SectionData
  /** The texts of `data` are a translation of the common text, not the country's own words. */
  isTranslation?: boolean
  /** What goes on record, an event for each. */
  audits: readonly string[]
  /** What else goes on record: no text of people. */
  details?: Record<string, unknown>
  /** The language of `data`, where it is not the one that the person writes in. */
  language?: Language
  alsoIn?: { language: Language; data: SectionData }[]
  /** From which common text each field was made, where that is not the common text of now. */
  madeFrom?: Record<string, unknown>
  /** The earlier text that words are taken from, where one is brought back. */
  earlier?: StoredVariantSection
}

/** The fields that were given: what was not does not take the place of what another part of the write stores. */
export function given(data: SectionData): SectionData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}
