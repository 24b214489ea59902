import { LANGUAGES, type Language } from '@/domain/language'
import type { Mode } from '@/domain/section'
import type { StoredVariantSection } from '@/stored/variants'
import type { SectionWrite } from './sectionWrite'

/**
 * What a country's reason is where it does something else with a section than before: none, in no language, until one is
 * given for that. A reason to add something is not the reason to leave the section out. To be put under what was written.
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
    data: { reason: null, explanation: null, sources: null },
    alsoIn: others.map((one) => ({ language: one, data: { explanation: null } })),
  }
}
