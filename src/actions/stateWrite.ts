import { LANGUAGES, type Language } from '@/domain/language'
import { standInsOf, type VariantSection } from '@/domain/resolve'
import { WRITTEN_FIELDS } from '@/domain/section'
import { changedWords } from './changedWords'
import { type SectionWrite, storedReasons } from './sectionWrite'

/**
 * What must be stored to turn a country's stored state into another: the fields that differ, in each language with
 * differences.
 */
export function stateWrite({
  own,
  next,
  language,
  audit,
  details,
}: {
  own: VariantSection
  next: VariantSection
  /** The language of the first write. */
  language: Language
  audit: string
  details?: Record<string, unknown>
}): SectionWrite {
  const { additionPlace, mode, reason, sources, changeReasons, translated } = next
  const changed = LANGUAGES.flatMap((one) => {
    const data = changedWords({ now: own, next, fields: WRITTEN_FIELDS, language: one })
    return Object.keys(data).length > 0 ? [{ language: one, data }] : []
  })
  const [first = { language, data: {} }, ...alsoIn] = changed
  return {
    language: first.language,
    data: {
      ...first.data,
      mode,
      reason,
      sources: sources || null,
      changeReasons: storedReasons(changeReasons),
      translated,
      additionPlace,
      standIns: standInsOf(next),
    },
    alsoIn,
    audits: [audit],
    ...(details ? { details } : {}),
  }
}
