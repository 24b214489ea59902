import type { SectionChange } from './diff/diff'
import type { Language } from './language'
import { type FieldText, isEmptyField, isSameField } from './richText/sameText'
import { OWN_FIELDS, ownFields, type SectionContent, type SectionText, type Texts, WORD_FIELDS } from './section'

/** Does a section have any text in this language? If not, readers get it in another one. */
export function hasText(content: Texts, language: Language): boolean {
  return OWN_FIELDS.some((field) => !isEmptyField(content[field][language]))
}

/** Returns the texts of a section in one language, for the difference engine; missing texts are empty. */
export function sectionText({ content, language }: { content: SectionContent; language: Language }): SectionText {
  return {
    key: content.key,
    ...ownFields({ text: (name) => content[name][language] ?? '', richText: (name) => content[name][language] ?? [] }),
    audiences: content.audiences,
    stages: content.stages,
  }
}

type SomeTexts = { [Field in (typeof WORD_FIELDS)[number]]?: FieldText }

/** Do two texts without a marked change differ all the same: in spaces, parts without words, or invisible hyphens? */
export function hasSameWords(was: SomeTexts, is: SomeTexts, changes: SectionChange[]): boolean {
  return changes.every(({ status }) => status === 'same') && WORD_FIELDS.some((one) => !isSameField(was[one], is[one]))
}
