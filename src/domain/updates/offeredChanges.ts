import type { Sides } from '../alignment/sides'
import { type BlockChange, changeOfPart, diffSection, dividedIntoParts, idsOf, type SectionChange } from '../diff/diff'
import { type ByLanguage, LANGUAGES, type Language } from '../language'
import type { PlacedSection } from '../release'
import type { RichText } from '../richText/richText'
import { isSameField } from '../richText/sameText'
import type { SectionText } from '../section'
import type { UpdatePart } from '../sectionBaseline'
import { openingIds } from '../sectionOpening'
import { sectionText } from '../sectionText'

/** One change of the common framework that a person takes or leaves alone. */
export type OfferedChange = {
  /** Names the change in this update and language: the field for a line of words, or a block of the text. */
  id: string
  /** The section with this change alone. */
  change: SectionChange
}

type CommonSides = { base: PlacedSection | null; newest: PlacedSection | null }

type Texts = {
  before: SectionText
  after: SectionText
  /** The parts of the body that changed, each named by the first of its ids. */
  parts: string[]
  /** Those that a person can leave alone, with what changed there. */
  offered: { id: string; part: BlockChange[] }[]
  /** The body before, with these parts as they are after. */
  bodyWith: (parts: readonly string[]) => RichText
}

/**
 * Returns the changes of the common framework in one language, in the order of the text; none of a section that is new or
 * gone. The texts are compared once.
 */
export function offeredChanges(sides: CommonSides, language: Language): OfferedChange[] {
  const texts = textsOf(sides, language)
  if (!texts) return []
  const { before, after } = texts
  const { key } = after
  const short = { ...before, body: [] }
  const lines = changedLines(texts).map((id) => ({
    id,
    change: diffSection({ before: short, after: { ...short, [id]: after[id] } }),
  }))
  const blocks = texts.offered.map(({ id, part }) => ({ id, change: changeOfPart({ key, field: 'body', part }) }))
  return [...lines, ...blocks]
}

/** Can a person who decides on these parts decline all of these changes, named by their ids? */
export function isOffered(
  sides: CommonSides,
  { parts, declined }: { parts: readonly UpdatePart[]; declined: ByLanguage<readonly string[]> },
): boolean {
  return LANGUAGES.every((language) => {
    const ids = declined[language] ?? []
    const texts = ids.length > 0 ? textsOf(sides, language) : null
    const lines = texts ? changedLines(texts).filter((name) => parts.includes(name)) : []
    const blocks = texts && parts.includes('body') ? texts.offered.map(({ id }) => id) : []
    const offered = new Set([...lines, ...blocks])
    return ids.every((id) => offered.has(id))
  })
}

/**
 * Returns the newest common text in one language without the changes that a person declined (`OfferedChange`); null if the
 * newest release does not have the section.
 */
export function theirText(
  sides: CommonSides,
  language: Language,
  declined: readonly string[] = [],
): SectionText | null {
  const { newest } = sides
  const texts = declined.length > 0 ? textsOf(sides, language) : null
  if (texts) return withoutChanges(texts, declined)
  return newest && sectionText({ content: newest.content, language })
}

function textsOf({ base, newest }: CommonSides, language: Language): Texts | null {
  if (!base || !newest) return null
  const textOf = ({ content }: typeof base) => sectionText({ content, language })
  const [before, after] = [textOf(base), textOf(newest)]
  const { parts, textWith } = dividedIntoParts({ before: before.body, after: after.body })
  const changed = parts.filter((part) => part.some(isChangedInside))
  const named = changed.flatMap((part) =>
    idsOf(part)
      .slice(0, 1)
      .map((id) => ({ id, part })),
  )
  // A new section is there with or without the line that stands for it in the text of both.
  const opening = openingIds(after.body)
  const isOpening = ({ id, status }: BlockChange) => status === 'added' && opening.has(id)
  const names = named.map(({ id }) => id)
  return {
    ...{ before, after, parts: names, offered: named.filter(({ part }) => !part.every(isOpening)) },
    bodyWith: (ids) => (ids.length === names.length ? after.body : textWith(ids)),
  }
}

const LINES = ['title', 'summary'] as const

function changedLines({ before, after }: Sides<SectionText>): (typeof LINES)[number][] {
  return LINES.filter((name) => !isSameField(before[name], after[name]))
}

function isChanged({ status }: { status: string }): boolean {
  return status !== 'same'
}

function isChangedInside(block: BlockChange): boolean {
  return isChanged(block) || block.moved === true || block.children.some(isChangedInside)
}

function withoutChanges({ before, after, parts, bodyWith }: Texts, declined: readonly string[]): SectionText {
  const left = new Set(declined)
  const line = (name: (typeof LINES)[number]) => (left.has(name) ? before : after)[name]
  const body = bodyWith(parts.filter((id) => !left.has(id)))
  return { ...after, title: line('title'), summary: line('summary'), body }
}
