import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { type BaseSection, isTranslation, type VariantSection } from '@/domain/resolve'
import { inEach, type SectionContent, TEXT_FIELDS, type Texts, withWords } from '@/domain/section'
import { isFromOther, originOfTranslation, standsOn } from '@/domain/translatedFrom'
import { type TranslationBehind, translationBehind } from '@/domain/translationBehind'
import { countLag, type Lagging, sourceFor, type TranslationLag, translationLag } from '@/domain/translationLag'
import { commonHeads, loadContents, loadStandingReleases } from './commonBase'
import type { ReleaseHead } from './release'
import type { Variant } from './variants'

type Asked = {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline' | 'languages'>
  /** The language of the common framework. */
  sourceLanguage: Language
}

/** A translation by the country, with all that says where it lags; by section and language. */
export type ComparedTranslation = { key: string; language: Language; compared: Lagging }

/**
 * The translations of a version of which a source text may have changed since, with the texts to compare. Nothing is
 * read of a translation that was made from the releases on which its section stands.
 */
export async function loadComparedTranslations({
  base,
  own,
  ...asked
}: Asked & { base: readonly BaseSection[]; own: readonly VariantSection[] }): Promise<ComparedTranslation[]> {
  const { req, variant } = asked
  const commons = new Map(base.map((section) => [section.entry.key, section.content]))
  const moved = own.flatMap((section) => {
    const common = commons.get(section.key)
    return common && section.mode !== 'omit' ? movedTranslations({ ...asked, section, common }) : []
  })
  if (moved.length === 0) return []
  const named = moved.flatMap(({ releases }) => releases)
  const { entryIn } = await loadStandingReleases({ req, variant, own: [], others: named })
  const entriesOf = ({ key, releases }: (typeof moved)[number]): Record<string, ManifestEntry> =>
    Object.fromEntries(
      releases.flatMap((release): [string, ManifestEntry][] => {
        const entry = entryIn(release, key)
        return entry ? [[release, entry]] : []
      }),
    )
  const contentOf = await loadContents({ req, entries: moved.map(entriesOf) })
  return moved.map(({ key, language, compared }) => {
    const contentIn = (release: string): SectionContent | null => {
      const entry = entryIn(release, key)
      return entry ? contentOf(entry) : null
    }
    return { key, language, compared: { ...compared, contentIn } }
  })
}

/** Where a translation lags, since when, and what was said about the changes that it does not have yet. */
export type BehindTranslation = TranslationLag & TranslationBehind<ReleaseHead>

type Following = Parameters<typeof loadComparedTranslations>[0] & { variant: Pick<Variant, 'toolkit'> }

/** Where each translation of a version lags, by section and language; sections that lag nowhere are left out. */
export async function loadTranslationLags(asked: Following): Promise<Map<string, ByLanguage<BehindTranslation>>> {
  return lagsIn(await loadComparedTranslations(asked), asked)
}

/** The same of translations that are loaded. */
export async function lagsIn(
  found: readonly ComparedTranslation[],
  { own, req, variant }: Pick<Following, 'own' | 'req' | 'variant'>,
): Promise<Map<string, ByLanguage<BehindTranslation>>> {
  const lags = new Map<string, ByLanguage<BehindTranslation>>()
  const line = found.length > 0 ? await commonHeads({ req, toolkit: variant.toolkit }) : []
  const baselines = new Map(own.map(({ key, baseline }) => [key, baseline]))
  for (const { key, language, compared } of found) {
    await letOthersGo()
    const lag = translationLag(compared)
    if (countLag(lag) === 0) continue
    const named = Object.values(standsOn({ baseline: baselines.get(key) ?? {}, start: variant.baseline }))
    const seq = Math.max(...line.filter(({ id }) => named.includes(id)).map((one) => one.seq))
    const behind = translationBehind({ key, lag, origin: compared.origin, line, standsOn: { seq } })
    lags.set(key, { ...lags.get(key), [language]: { ...lag, ...behind } })
  }
  return lags
}

/** The translations of one section that were made, in any part, from another release than that on which the part stands. */
function movedTranslations({
  variant: { baseline: start, languages },
  sourceLanguage,
  section,
  common,
}: Omit<Asked, 'req'> & { section: VariantSection; common: SectionContent }) {
  const preferred = [sourceLanguage, ...languages, ...LANGUAGES]
  return languages.flatMap((language) => {
    const source = sourceFor({ content: common, language, preferred })
    if (source === null || !section.translated.includes(language)) return []
    const origin = originOfTranslation({ own: section, language, start })
    if (!isFromOther({ own: section, language, start })) return []
    const releases = [...new Set([...TEXT_FIELDS.map((field) => origin[field]), ...Object.values(origin.settled)])]
    const compared = { language, source, origin, now: common, own: translationIn({ section, common, language }) }
    return [{ key: section.key, language, releases, compared }]
  })
}

/** The words of a section that are a translation in the language, without any other ones. */
function translationIn({
  section,
  common,
  language,
}: {
  section: VariantSection
  common: SectionContent
  language: Language
}): Pick<Texts, 'title' | 'summary' | 'body'> {
  const others = inEach(TEXT_FIELDS, [language]).filter((place) => !isTranslation({ own: section, common, ...place }))
  return others.reduce((left, { field }) => withWords(left, field, language, undefined), section)
}
