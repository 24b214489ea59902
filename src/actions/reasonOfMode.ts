import { LANGUAGES, type Language } from '@/domain/language'
import type { Mode } from '@/domain/section'
import type { StoredVariantSection } from '@/stored/variants'
import type { SectionWrite } from './sectionWrite'

/**
 * A country's reason after it made another choice for a section: none, in any language, until a new one is given. A
 * reason to add something is not a reason to leave the section out. Merge this below what was written.
 */
export function reasonOfMode({
  own,
  mode,
  language,
}: {
  own: StoredVariantSection | null
  mode: Mode
  /** The language that is written. */
  language: Language
}): Pick<SectionWrite, 'data' | 'alsoIn'> {
  if (!own || own.mode === mode) return { data: {} }
  const others = LANGUAGES.filter((one) => one !== language && own.explanation[one] !== undefined)
  return {
    data: { reason: null, explanation: null, sources: null, changeReasons: null },
    alsoIn: others.map((one) => ({ language: one, data: { explanation: null } })),
  }
}
