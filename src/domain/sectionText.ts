import type { Language } from './language'
import { isEmptyField } from './richText/sameText'
import { OWN_FIELDS, type SectionContent, type SectionText, type Texts } from './section'

/** Has a section a title, a summary or a text in this language? Without, readers get it in another one. */
export function hasText(content: Texts, language: Language): boolean {
  return OWN_FIELDS.some((field) => !isEmptyField(content[field][language]))
}

/** The words of a section in one language, as the difference engine takes them; what nobody wrote is empty. */
export function sectionText({ content, language }: { content: SectionContent; language: Language }): SectionText {
  return {
    key: content.key,
    title: content.title[language] ?? '',
    summary: content.summary[language] ?? '',
    body: content.body[language] ?? [],
    addition: content.addition[language] ?? [],
    audiences: content.audiences,
    stages: content.stages,
  }
}
