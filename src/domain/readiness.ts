import { brokenParts, openParts } from './keptParts'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import { rulesForbid } from './partRules'
import { hasUndescribedPicture } from './pictures'
import { isToBeFilledIn } from './policy'
import type { Refusal } from './refusal'
import type { PlacedSection } from './release'
import type { RichText } from './richText/richText'
import { partRefusal, type RuledPart } from './ruledParts'
import type { SectionContent } from './section'

/**
 * Lists what still has to be done before a national version can be sent for review. Each reason names its section by
 * the title in the first of `languages` that has one. `common` has the sections of the common framework on which it stands.
 */
export function openProblemsOf(
  sections: readonly PlacedSection[],
  {
    common,
    ...read
  }: {
    common: ReadonlyMap<string, SectionContent>
    languages: readonly Language[]
    /** The language of the common framework. */
    source: Language
  },
): Refusal[] {
  const { languages } = read
  return sections.flatMap(({ entry, content }): Refusal[] => {
    const section = titleOf(content, languages)
    if (isToBeFilledIn({ policy: content.policy, mode: entry.mode }))
      return [{ key: 'refusal.to-be-filled-in', params: { section } }]
    const parts = partProblems({ entry, content }, { common: common.get(entry.key), ...read })
    if (parts.length > 0) return parts.map((one) => ({ ...one, params: { ...one.params, section } }))
    if ((entry.mode === 'adapt' || entry.mode === 'omit') && entry.reason === undefined)
      return [{ key: 'refusal.reason-missing', params: { section } }]
    // Pictures of the common text are described there.
    const isOwn = (language: Language) => ['national', 'translation'].includes(entry.provenance.body?.[language] ?? '')
    const body = Object.fromEntries(languages.filter(isOwn).map((language) => [language, content.body[language]]))
    return undescribedIn({ section, languages: undescribedLanguages([body, content.addition]) })
  })
}

/** The parts that the country has to fill in or to put back, each once: in the first language in which that is so. */
function partProblems(
  section: PlacedSection,
  {
    common,
    languages,
    source,
  }: { common: SectionContent | undefined; languages: readonly Language[]; source: Language },
): (Refusal & { params: Record<string, string> })[] {
  if (!common?.rules) return []
  const once = (parts: readonly RuledPart[]) =>
    parts.filter((part, at) => parts.findIndex(({ rule }) => rule === part.rule) === at)
  return [
    ...once(openParts({ common, section, languages })).map((part) =>
      partRefusal('refusal.part-to-fill-in', part, languages),
    ),
    ...once(brokenParts({ common, text: section.content, languages, source })).map((part) =>
      partRefusal('refusal.part-fixed', part, languages),
    ),
  ]
}

/** The common texts by the key of their section. */
export function contentByKey(sections: readonly PlacedSection[]): Map<string, SectionContent> {
  return new Map(sections.map(({ entry, content }) => [entry.key, content]))
}

/** Lists what still has to be done in a section of the common framework before it can be released. */
export function openProblemsOfCommon(content: SectionContent, languages: readonly Language[]): Refusal[] {
  const section = titleOf(content, languages)
  return [
    ...undescribedIn({ section, languages: undescribedLanguages([content.body]) }),
    ...rulesForbid(content).map(({ key }) => ({ key, params: { section } })),
  ]
}

/** Returns the languages in which one of these texts shows an undescribed picture. */
export function undescribedLanguages(texts: readonly ByLanguage<RichText | undefined>[]): Language[] {
  return LANGUAGES.filter((language) => texts.some((text) => hasUndescribedPicture(text[language] ?? [])))
}

/** Returns one reason for each language in which a section shows an undescribed picture. */
export function undescribedIn({ section, languages }: { section: string; languages: readonly Language[] }): Refusal[] {
  return languages.map((language) => ({ key: 'refusal.picture-undescribed', params: { section, language } }))
}

/** Returns the title of a section in the first of these languages that has one, else in any, else the key. */
export function titleOf(content: SectionContent, languages: readonly Language[]): string {
  const titles = languages.map((language) => content.title[language])
  return titles.find(Boolean) ?? Object.values(content.title)[0] ?? content.key
}
