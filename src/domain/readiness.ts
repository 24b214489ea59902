import { type ByLanguage, LANGUAGES, type Language } from './language'
import { hasUndescribedPicture } from './pictures'
import { isToBeFilledIn } from './policy'
import type { Refusal } from './refusal'
import type { PlacedSection } from './release'
import type { RichText } from './richText/richText'
import type { SectionContent } from './section'

/**
 * What still has to be done before a national version can be sent for review: one reason for each section, with its
 * title in the language of the reader or the first that it has.
 */
export function openProblemsOf({
  sections,
  languages,
}: {
  sections: PlacedSection[]
  languages: readonly Language[]
}): Refusal[] {
  return sections.flatMap(({ entry, content }): Refusal[] => {
    const section = titleOf(content, languages)
    if (isToBeFilledIn({ policy: content.policy, mode: entry.mode }))
      return [{ key: 'refusal.to-be-filled-in', params: { section } }]
    if ((entry.mode === 'adapt' || entry.mode === 'omit') && entry.reason === undefined)
      return [{ key: 'refusal.reason-missing', params: { section } }]
    // What stands in the common text is described there.
    const isOwn = (language: Language) => ['national', 'translation'].includes(entry.provenance.body?.[language] ?? '')
    const body = Object.fromEntries(languages.filter(isOwn).map((language) => [language, content.body[language]]))
    return undescribedIn({ section, languages: undescribedLanguages([body, content.addition]) })
  })
}

/** What still has to be done in a section of the common framework before it can be released. */
export function openProblemsOfCommon({
  content,
  languages,
}: {
  content: SectionContent
  /** In which the title of the section is looked for. */
  languages: readonly Language[]
}): Refusal[] {
  return undescribedIn({ section: titleOf(content, languages), languages: undescribedLanguages([content.body]) })
}

/** The languages in which one of these texts shows a picture that nobody described. */
export function undescribedLanguages(texts: readonly ByLanguage<RichText | undefined>[]): Language[] {
  return LANGUAGES.filter((language) => texts.some((text) => hasUndescribedPicture(text[language] ?? [])))
}

/** One reason for each language in which a section shows a picture that nobody described. */
export function undescribedIn({ section, languages }: { section: string; languages: readonly Language[] }): Refusal[] {
  return languages.map((language) => ({ key: 'refusal.picture-undescribed', params: { section, language } }))
}

/** The title of a section in the first of the languages that it has, or in any. */
export function titleOf(content: SectionContent, languages: readonly Language[]): string {
  const titles = languages.map((language) => content.title[language])
  return titles.find(Boolean) ?? Object.values(content.title)[0] ?? content.key
}
