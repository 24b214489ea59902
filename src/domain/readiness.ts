import { type ByLanguage, LANGUAGES, type Language } from './language'
import { hasUndescribedPicture } from './pictures'
import { isToBeFilledIn } from './policy'
import type { Refusal } from './refusal'
import type { PlacedSection } from './release'
import type { RichText } from './richText/richText'
import type { SectionContent } from './section'

/**
 * Lists what still has to be done before a national version can be sent for review. Each reason names its section by
 * the title in the first of `languages` that has one.
 */
export function openProblemsOf(sections: PlacedSection[], languages: readonly Language[]): Refusal[] {
  return sections.flatMap(({ entry, content }): Refusal[] => {
    const section = titleOf(content, languages)
    if (isToBeFilledIn({ policy: content.policy, mode: entry.mode }))
      return [{ key: 'refusal.to-be-filled-in', params: { section } }]
    if ((entry.mode === 'adapt' || entry.mode === 'omit') && entry.reason === undefined)
      return [{ key: 'refusal.reason-missing', params: { section } }]
    // Pictures of the common text are described there.
    const isOwn = (language: Language) => ['national', 'translation'].includes(entry.provenance.body?.[language] ?? '')
    const body = Object.fromEntries(languages.filter(isOwn).map((language) => [language, content.body[language]]))
    return undescribedIn({ section, languages: undescribedLanguages([body, content.addition]) })
  })
}

/** Lists what still has to be done in a section of the common framework before it can be released. */
export function openProblemsOfCommon(content: SectionContent, languages: readonly Language[]): Refusal[] {
  return undescribedIn({ section: titleOf(content, languages), languages: undescribedLanguages([content.body]) })
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
