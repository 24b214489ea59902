import type { SectionChange } from './diff/diff'
import type { Language } from './language'
import { type FieldText, isEmptyField, isSameField } from './richText/sameText'
import { OWN_FIELDS, type OwnField, ownFields, type SectionContent, type SectionText, type Texts } from './section'

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

/** Do two texts without a marked change differ all the same: in spaces, parts without words, or invisible hyphens? */
export function hasSameWords(was: Record<OwnField, FieldText>, is: typeof was, changes: SectionChange[]): boolean {
  const isMarked = changes.some(({ status }) => status !== 'same')
  return !isMarked && OWN_FIELDS.some((field) => !isSameField(was[field], is[field]))
}
