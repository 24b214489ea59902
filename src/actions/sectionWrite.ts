import type { Language } from '@/domain/language'
import type { ChangeReason } from '@/domain/section'
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
    | 'changeReasons'
    | 'translated'
    | 'translatedFrom'
    | 'slug'
    | 'after'
    | 'parent'
    | 'rank'
    | 'audiences'
    | 'stages'
    | 'additionPlace'
    | 'standIns'
    | 'baseline'
    | 'paused']?: Document[Name] | undefined
}

/** What an action stores for one national section. */
export type SectionWrite = {
  data: SectionData
  /** The texts of `data` are a translation of the common text, not the country's own words. */
  isTranslation?: boolean
  /** What is recorded, one event for each. */
  audits: readonly string[]
  /** Other recorded details: no text by people. */
  details?: Record<string, unknown>
  /** The language of `data`, if it is not the one that the person writes in. */
  language?: Language
  alsoIn?: { language: Language; data: SectionData }[]
  /** The earlier text that words are taken from, when one is restored. */
  earlier?: StoredVariantSection
  /** How many reasons for single changes are dropped, because their change is gone. */
  droppedReasons?: number
}

/** Reasons for single changes as they are stored: nothing where there are none. */
export function storedReasons(reasons: readonly ChangeReason[]): ChangeReason[] | null {
  return reasons.length > 0 ? [...reasons] : null
}

/** The given fields: an omitted field must not replace what another part of the write stores. */
export function given(data: SectionData): SectionData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}
