import type { Language } from '../language'
import { block, type RichText, text } from '../richText/richText'
import { isEmptyField } from '../richText/sameText'
import type { SectionContent } from '../section'
import { openingId, titleId } from '../sectionOpening'

/** A section in one language, as a part of a text of several. `isWithoutHeading`: it goes on where the text before it ends. */
export type Part = { key: string; title: string; summary: string; body: RichText; isWithoutHeading?: boolean }

/** Returns a section as it is in a language. */
export function partOf({ key, title, summary, body }: SectionContent, language: Language): Part {
  return { key, title: title[language] ?? '', summary: summary[language] ?? '', body: body[language] ?? [] }
}

/** Returns the part as readers get it: without a title in its language it has that of the common framework (`title`). */
export function withHeading(part: Part, title: string | undefined): Part {
  return isEmptyField(part.title) && !isEmptyField(part.body) ? { ...part, title: title ?? '' } : part
}

/**
 * Returns the text of several sections as one: a line and a heading begin the text of each after the first, whose text is `body`.
 * Undefined if no text of them has words in the language: a heading alone is none.
 */
export function joinedBody(body: RichText | undefined, parts: readonly Part[]): RichText | undefined {
  if (isEmptyField(body) && parts.every((one) => isEmptyField(one.body))) return body
  const written = parts.filter((one) => !isEmptyField(one.body) || !isEmptyField(one.title))
  return [
    ...(body ?? []),
    ...written.flatMap(({ key, title, summary, body: of, isWithoutHeading = false }) => [
      ...(isWithoutHeading
        ? []
        : [
            block('rule', { id: openingId(key) }),
            block('heading', { id: titleId(key), attrs: { level: 2 }, runs: [text(title)] }),
          ]),
      ...(isEmptyField(summary) ? [] : [block('paragraph', { id: `section-${key}-summary`, runs: [text(summary)] })]),
      ...of,
    ]),
  ]
}
