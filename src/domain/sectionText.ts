import { blocksBefore, withAddition } from './additionPlace'
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

/** Two states of a section to be compared for readers of one language; null where it is not there. */
export type TwoStates = { before: SectionContent | null; after: SectionContent | null; language: Language }

/**
 * Returns two texts of a section to be compared for readers of one language. If the addition stands within the text in
 * either of them, or became a part of it, it is part of the text in both, so that the difference shows it in its place and says
 * if it moved.
 */
export function textsInPlace({ before, after, language }: TwoStates): {
  before: SectionText | null
  after: SectionText | null
} {
  const isWithin = [before, after].some((content) => content?.additionPlace && hasBoth(content, language))
  const isPlaced = isWithin || becamePartOfText({ before, after, language })
  const textOf = (content: SectionContent | null) => {
    const text = content && sectionText({ content, language })
    if (!isPlaced || !text || !content || text.addition.length === 0) return text
    const at = blocksBefore({ place: content.additionPlace, body: content.body, language })
    return withAdditionInText(text, at)
  }
  return { before: textOf(before), after: textOf(after) }
}

/** Returns the text with its addition as a part of it, after so many blocks. */
export function withAdditionInText(text: SectionText, at: number): SectionText {
  return { ...text, body: withAddition({ ...text, at }), addition: [] }
}

/** Has the second text every block of the addition of the first one as its own, and no addition? */
function becamePartOfText({ before, after, language }: TwoStates): boolean {
  const addition = before?.addition[language]
  if (!after || isEmptyField(addition) || !isEmptyField(after.addition[language])) return false
  const body = after.body[language] ?? []
  return addition?.every((block) => body.some((one) => isSameField([one], [block]))) ?? false
}

function hasBoth({ body, addition }: Texts, language: Language): boolean {
  return !isEmptyField(body[language]) && !isEmptyField(addition[language])
}

type SomeTexts = { [Field in (typeof WORD_FIELDS)[number]]?: FieldText }

/** Do two texts without a marked change differ all the same: in spaces, parts without words, or invisible hyphens? */
export function hasSameWords(was: SomeTexts, is: SomeTexts, changes: SectionChange[]): boolean {
  return changes.every(({ status }) => status === 'same') && WORD_FIELDS.some((one) => !isSameField(was[one], is[one]))
}
