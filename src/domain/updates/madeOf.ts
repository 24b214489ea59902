import { isPlaceGone, textWithAddition } from '../additionPlace'
import { type ByLanguage, LANGUAGES, type Language } from '../language'
import type { RichText } from '../richText/richText'
import type { SectionContent } from '../section'
import { openingId } from '../sectionOpening'
import { divided } from './dividedText'
import { joinedBody, partOf } from './joinedText'
import type { Regrouping } from './regroupings'

/** Both texts of a section; null on the side that does not have it. */
export type TwoContents = { before: SectionContent | null; after: SectionContent | null }

/**
 * Returns, by key, what the sections that are there now were made of: the part of a divided text that each of them has now, or all the
 * texts of a joined one. Compared with that, only what else changed differs. A heading that became the title of a section is its title.
 * A section that is gone was made of nothing: its text is compared in the one that has it now.
 */
export function madeOf({
  became,
  head: { before, after },
  others,
}: {
  became: Regrouping['became']
  head: TwoContents
  /** In the order of the text. */
  others: readonly TwoContents[]
}): Map<string, SectionContent> {
  if (!before || !after) return new Map()
  const members = others.flatMap((one) => one.after ?? one.before ?? [])
  if (became === 'joined') return new Map([[before.key, wholeOf(before, members)]])
  return partsOf({ before, after, others: members })
}

function partsOf({
  before,
  after,
  others,
}: {
  before: SectionContent
  after: SectionContent
  others: readonly SectionContent[]
}): Map<string, SectionContent> {
  const { key: first, addition, additionPlace: place, ...common } = before
  const empty = { ...common, title: {}, summary: {}, guidance: {}, body: {}, addition: {} }
  const parts = new Map<string, SectionContent>(others.map(({ key }) => [key, { ...empty, key }]))
  parts.set(first, { ...common, key: first, body: {}, addition: {} })
  for (const language of LANGUAGES) {
    const body = before.body[language]
    if (!body) continue
    const now =
      joinedBody(
        after.body[language],
        others.map((one) => partOf(one, language)),
      ) ?? []
    for (const [key, piece] of divided({ body, common: now, first, keys: others.map(({ key }) => key) })) {
      const part = parts.get(key)
      if (!part) continue
      const title = piece.title === null ? part.title : { ...part.title, [language]: piece.title }
      parts.set(key, { ...part, title, body: { ...part.body, [language]: piece.body } })
    }
  }
  const isHere = ({ body }: SectionContent) => place?.where === 'after-block' && !isPlaceGone({ place, body })
  const added = [...parts.values()].find(isHere)?.key ?? first
  const holder = parts.get(added)
  if (holder) parts.set(added, { ...holder, addition, ...(place ? { additionPlace: place } : {}) })
  return parts
}

function wholeOf(head: SectionContent, others: readonly SectionContent[]): SectionContent {
  const lines = new Set(others.map(({ key }) => openingId(key)))
  const body: ByLanguage<RichText> = {}
  for (const language of LANGUAGES) {
    const joined = joinedBody(
      head.body[language],
      others.map((one) => withAdditionIn(one, language)),
    )
    if (joined) body[language] = joined.filter(({ id }) => !lines.has(id))
  }
  return { ...head, body }
}

function withAdditionIn(content: SectionContent, language: Language) {
  return { ...partOf(content, language), body: textWithAddition(content, language) }
}
