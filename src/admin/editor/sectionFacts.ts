import { DRAFTERS, hasRole, TRANSLATORS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { type SectionKind, sectionKind } from '@/domain/nationalSave'
import type { Refusal } from '@/domain/refusal'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import type { BaseSection } from '@/domain/resolve'
import type { SectionContent } from '@/domain/section'
import { translationForbids } from '@/domain/translating'
import { loadVariant, type StoredVariantSection } from '@/stored/variants'
import type { Visitor } from '../frame/visitor'
import { loadVersionState, type VersionState } from '../reading/versionState'

/** One section of a national version in one language, with everything that its screen shows about it. */
export type SectionFacts = {
  state: VersionState
  key: string
  language: Language
  /** The section of the common framework; null for one that only the country has. */
  base: BaseSection | null
  /** What the country has stored for it; null if it never changed it. */
  own: StoredVariantSection | null
  /** What readers get: the section as it is resolved. */
  entry: ManifestEntry
  content: SectionContent
  number: string
  kind: SectionKind
  mayDraft: boolean
  mayTranslate: boolean
  /** Why the person may not translate this section, if there is something to translate; otherwise null. */
  notToTranslate: Refusal | null
}

/** The section that an address names; null if it does not exist or is not for this person. */
export async function loadSectionFacts({
  visitor: { actor, req },
  variant: id,
  key,
  asked,
}: {
  visitor: Visitor
  variant: string
  key: string
  asked: string
}): Promise<SectionFacts | null> {
  const variant = await loadVariant({ req, id })
  const state = variant && (await loadVersionState({ req, variant }))
  if (!variant || !state) return null
  const { base, own, sections } = state.resolved
  const section = sections.find(({ entry }) => entry.key === key)
  if (!section) return null
  const language = variant.languages.find((one) => one === asked) ?? variant.languages[0] ?? 'en'
  const common = base.find(({ entry }) => entry.key === key) ?? null
  const numbered = inReadingOrder(sections.map(({ entry }) => entry))
  const country = variant.country
  const stored = own.find((one) => one.key === key) ?? null
  const kind = sectionKind({ common: common?.content ?? null, language })
  const notToTranslate =
    kind === 'translation' ? translationForbids({ actor, country, mode: stored?.mode ?? 'inherit' }) : null
  return {
    state,
    key,
    language,
    base: common,
    own: stored,
    ...section,
    number: numbered.find(({ entry }) => entry.key === key)?.number ?? '',
    kind,
    mayDraft: hasRole({ actor, roles: DRAFTERS, country }),
    mayTranslate: kind === 'translation' && !notToTranslate && hasRole({ actor, roles: TRANSLATORS, country }),
    notToTranslate,
  }
}

/** The language to translate from: the toolkit's own if it has words, otherwise any that has words. */
export function sourceLanguageOf({ state, content, language }: SectionFacts): Language | null {
  const candidates = [state.toolkit.sourceLanguage, ...state.variant.languages, ...state.resolved.baseline.languages]
  return candidates.find((one) => one !== language && content.title[one] !== undefined) ?? null
}
