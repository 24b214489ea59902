import { wordsRead } from '@/domain/became'
import type { Language } from '@/domain/language'
import type { ManifestEntry, Release } from '@/domain/release'
import type { RichText } from '@/domain/richText/richText'
import { isEmptyField } from '@/domain/richText/sameText'
import { type Said, saidIn } from '@/domain/said'
import type { SectionContent } from '@/domain/section'
import { readsTranslated, translatedIn } from '@/domain/translating'
import { type Why, whyOf } from '@/domain/why'
import { type Difference, type DifferenceInShort, differenceOf } from './difference'
import { type OutlineEntry, outlineOf, type SectionFacts } from './outline'
import { isWrittenElsewhere, lacksLanguage } from './sectionText'
import type { VersionView } from './versionView'

/** How one section of a national version differs from the common text that it is based on. */
export type ComparisonView = {
  version: VersionView
  here: OutlineEntry
  why: Why | null
  difference: Difference
  /**
   * How much of the common text is a translation by the country, because the common framework has none in this
   * language.
   */
  translated: 'whole' | 'partly' | null
  /** Show the places before and after, instead of marks in the text. */
  sentences: boolean
  /** The common text has no words in this language: the comparison only contains the addition. */
  isAdditionOnly: boolean
  /** The common text that is not compared, to be read beside the comparison. */
  common: { summary?: Said<string>; body?: Said<RichText> }
}

export function comparisonView({
  version,
  release,
  entry,
  content,
  base,
  facts,
  sentences,
}: {
  version: VersionView
  release: Release
  entry: ManifestEntry
  content: SectionContent
  base?: SectionContent
  facts: ReadonlyMap<string, SectionFacts>
  sentences: boolean
}): ComparisonView | undefined {
  const { language, toolkit } = version
  const source = toolkit.sourceLanguage
  const here = outlineOf({ release, facts, language, source }).find(({ key }) => key === entry.key)
  if (!here) return undefined
  const read = wordsRead({ entry, content }, { language, source })
  const isOne = entry.mode !== 'omit' && readsTranslated({ provenance: entry.provenance, language })
  const difference = differenceOf({ entry, content, base, language })
  // Words that replace missing ones are not compared in this language.
  const translated = isOne ? translatedIn({ provenance: entry.provenance, content, language, read }) : null
  const isLacking = base !== undefined && lacksLanguage({ base, content, language }) === 'common'
  return {
    version,
    here,
    why: whyOf(entry, { language, source }),
    difference,
    translated,
    sentences,
    isAdditionOnly:
      difference.is === 'different' && isLacking && translated === null && isEmptyField(base.body[language]),
    common: notCompared({ common: entry.mode === 'omit' ? content : base, difference, translated, language, source }),
  }
}

/**
 * The fields of the common text without a counterpart: all if nothing is compared, otherwise those that exist only in
 * other languages.
 */
function notCompared({
  common,
  difference,
  translated,
  ...reading
}: Pick<ComparisonView, 'difference' | 'translated'> & {
  common: SectionContent | undefined
  language: Language
  source: Language
}): ComparisonView['common'] {
  if (!common) return {}
  const isAlone = difference.is === 'omitted' || difference.is === 'not-comparable'
  if (!isAlone && difference.is !== 'different' && !translated) return {}
  const isApart = (field: 'summary' | 'body') => isWrittenElsewhere(common[field], reading.language)
  // For an unused section the page only has the text.
  const hasSummary = difference.is !== 'omitted' && (isAlone || isApart('summary'))
  const summary = hasSummary ? saidIn(common.summary, reading) : undefined
  const body = isAlone || isApart('body') ? saidIn(common.body, reading) : undefined
  return { ...(summary ? { summary } : {}), ...(body ? { body } : {}) }
}

/** Every section of a national version with what the country did and how much differs. */
export type OverviewView = {
  version: VersionView
  rows: { here: OutlineEntry; why: Why | null; difference: DifferenceInShort }[]
}

export function overviewView({
  version,
  release,
  facts,
  differences,
}: {
  version: VersionView
  release: Release
  facts: ReadonlyMap<string, SectionFacts>
  /** By the key of the section. */
  differences: ReadonlyMap<string, DifferenceInShort>
}): OverviewView {
  const { language, toolkit } = version
  const source = toolkit.sourceLanguage
  const entries = new Map(release.manifest.map((entry) => [entry.key, entry]))
  const outline = outlineOf({ release, facts, language, source })
  return {
    version,
    rows: outline.flatMap((here) => {
      const entry = entries.get(here.key)
      const difference = differences.get(here.key)
      return entry && difference ? [{ here, why: whyOf(entry, { language, source }), difference }] : []
    }),
  }
}
