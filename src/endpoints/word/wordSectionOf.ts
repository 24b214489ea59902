import type { Language } from '@/domain/language'
import type { WordSection } from '@/export/word/wordSection'
import type { Translator } from '@/messages/translate'
import { additionAt, type TextOfSection, type WorkingText } from './wordText'

/** A section of a working text as it is written in a Word file. */
export function wordSection({
  section: { content, depth, mode, number, rev },
  text,
  language,
  say,
}: {
  section: TextOfSection
  text: WorkingText
  language: Language
  say: Translator
}): WordSection {
  const addition = content.addition[language] ?? []
  const sets = [
    content.audiences.map((one) => say(`words.audience.${one}`)).join(', '),
    content.stages.map((one) => say(`words.stage.${one}`)).join(', '),
  ]
  const languages = [language, text.toolkit.sourceLanguage, ...text.languages]
  return {
    mark: { key: content.key, language, rev },
    depth,
    number: number.split('.').map(Number),
    title: firstOf(content.title, languages),
    about: [mode === null ? '' : say(`words.mode.${mode}`), ...sets].filter((one) => one !== '').join(' · ') || number,
    summary: content.summary[language] ?? '',
    body: content.body[language] ?? [],
    ...(addition.length > 0 ? { addition: { blocks: addition, at: additionAt(content, language) } } : {}),
  }
}

/** The words in the first of these languages that has some. */
export function firstOf(given: Partial<Record<Language, string>>, languages: readonly Language[]): string {
  return languages.map((one) => given[one] ?? '').find((words) => words !== '') ?? ''
}
