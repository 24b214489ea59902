import { isSameJson } from '@/domain/canonicalJson'
import { LANGUAGES, type Language } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { inEach, TEXT_FIELDS, WRITTEN_FIELDS } from '@/domain/section'
import type { StoredVariantSection } from '@/stored/variants'
import { changedWords } from './changedWords'
import type { SectionWrite } from './sectionWrite'

/**
 * What must be stored to turn a country's stored state into another: the fields that differ, in each language with
 * differences, and the common text that each is based on. `earlier` is the revision that words were taken from.
 */
export function stateWrite({
  own,
  next,
  earlier,
  language,
  audit,
  details,
}: {
  own: StoredText
  next: VariantSection
  earlier: StoredVariantSection | null
  /** The language of the first write. */
  language: Language
  audit: string
  details?: Record<string, unknown>
}): SectionWrite {
  const { mode, reason, sources, translated } = next
  const changed = LANGUAGES.flatMap((one) => {
    const data = changedWords({ now: own, next, fields: WRITTEN_FIELDS, language: one, hidesCommon: mode === 'adapt' })
    return Object.keys(data).length > 0 ? [{ language: one, data }] : []
  })
  const [first = { language, data: {} }, ...alsoIn] = changed
  return {
    language: first.language,
    data: { ...first.data, mode, reason, sources: sources || null, translated },
    alsoIn,
    madeFrom: madeFromAfter({ own, next, earlier }),
    audits: [audit],
    ...(details ? { details } : {}),
  }
}

type StoredText = VariantSection & Pick<StoredVariantSection, 'madeFrom'>
type States = { own: StoredText; next: VariantSection }

/** A text that stays or is mixed keeps its base; a text that is taken has its own. */
function madeFromAfter({
  own,
  next,
  earlier,
}: States & { earlier: StoredVariantSection | null }): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const { field, language } of inEach(TEXT_FIELDS)) {
    const words = next[field][language]
    if (words === undefined) continue
    const name = `${field}-${language}`
    const isTaken = earlier !== null && isSameJson(words, earlier[field][language])
    const from = isTaken ? earlier.madeFrom[name] : (own.madeFrom[name] ?? earlier?.madeFrom[name])
    if (from !== undefined) result[name] = from
  }
  return result
}
