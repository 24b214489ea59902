import { DRAFTERS, hasRole, TRANSLATORS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { type SectionKind, sectionKind } from '@/domain/nationalSave'
import type { Refusal } from '@/domain/refusal'
import { inReadingOrder } from '@/domain/release'
import { type BaseSection, bodyUnderAddition, type ResolvedSection, resolve } from '@/domain/resolve'
import type { SectionContent } from '@/domain/section'
import { translationForbids } from '@/domain/translating'
import { sourceFor } from '@/domain/translationLag'
import { loadBaseSection } from '@/stored/commonBase'
import { loadSectionPlaces, loadVariant, loadVariantSection, type StoredVariantSection } from '@/stored/variants'
import type { Visitor } from '../frame/visitor'
import { loadVersionHead, type VersionHead } from '../reading/versionHead'

/** One section of a national version in one language, with everything that its screen shows about it. */
export type SectionFacts = {
  state: VersionHead
  key: string
  language: Language
  /** The section of the common framework; null for one that only the country has. */
  base: BaseSection | null
  /** What the country has stored for it; null if it never changed it. */
  own: StoredVariantSection | null
  /** What readers get: the section as it is resolved. */
  entry: ResolvedSection['entry']
  content: SectionContent
  number: string
  /** Do other sections stand below it? */
  hasBelow: boolean
  kind: SectionKind
  mayDraft: boolean
  mayTranslate: boolean
  /** Why the person may not translate this section, if there is something to translate; otherwise null. */
  notToTranslate: Refusal | null
}

/**
 * The section that an address names; null if it does not exist or is not for this person. Of the other sections only
 * the places are read, for its number.
 */
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
  if (!variant) return null
  const { country, languages } = variant
  const [own, stored] = await Promise.all([
    loadVariantSection({ req, variant: id, key }),
    loadSectionPlaces({ req, variant: id }),
  ])
  const [state, { base: common, places }] = await Promise.all([
    loadVersionHead({ req, variant, key, own: stored }),
    loadBaseSection({ req, variant, own: stored, key }),
  ])
  const [section] = resolve({ base: common ? [common] : [], variant: own ? [own] : [], languages })
  if (!state || !section) return null
  const language = languages.find((one) => one === asked) ?? languages[0] ?? 'en'
  const numbered = inReadingOrder(places)
  const kind = sectionKind({ common: common?.content ?? null, language })
  const notToTranslate = kind === 'translation' ? translationForbids({ actor, country, own, language }) : null
  return {
    state,
    key,
    language,
    base: common,
    own,
    ...section,
    number: numbered.find(({ entry }) => entry.key === key)?.number ?? '',
    hasBelow: places.some(({ parent }) => parent === key),
    kind,
    mayDraft: hasRole({ actor, roles: DRAFTERS, country }),
    mayTranslate: kind === 'translation' && !notToTranslate && hasRole({ actor, roles: TRANSLATORS, country }),
    notToTranslate,
  }
}

/** The text in which the country's addition stands, or would stand. */
export function textUnderAddition({ base, own, state }: SectionFacts): SectionContent['body'] {
  return base ? bodyUnderAddition({ base, own, languages: state.variant.languages }) : {}
}

/** The language to translate from: the toolkit's own if it has words, otherwise any that has words. */
export function sourceLanguageOf({ state, content, language }: SectionFacts): Language | null {
  const preferred = [state.toolkit.sourceLanguage, ...state.variant.languages, ...state.baseline.languages]
  return sourceFor({ content, language, preferred })
}
