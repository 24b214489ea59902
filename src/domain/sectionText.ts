import type { Language } from './language'
import type { SectionContent, SectionText } from './section'

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
