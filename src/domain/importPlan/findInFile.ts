import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { matchSections, type SectionMatch, type SectionToMatch } from '../matchSections'
import { type Block, block, type RichText, text } from '../richText/richText'
import { isMarked } from './isMarked'
import { beginsWithNumber, withoutNumberBefore, withoutOwnNumber, withoutTypedNumbers } from './withoutTypedNumbers'

/** A section of a version with the number that every screen shows. */
export type NumberedSection = SectionToMatch & { number: string }

/** A section of a file, the key of the section of a version that it is (null for none), and how that was found. */
export type FoundInFile = {
  read: ImportedSection
  key: string | null
  how: SectionMatch['how'] | 'mark'
  /** Headings as high as its title that are no section: they and the words below them are in its text. */
  kept: string[]
  /** A higher heading behind it that is no section: what was below that in the file is in no section. */
  cutBy: string | null
  /** The title behind it of a section that is found by its words alone, though others carry marks: they can be words of this one. */
  guessBehind: string | null
  /** Is it such a section itself? */
  isGuess: boolean
}

/**
 * Finds the section of a version that each section of a Word file is: by the mark that it carries, the others by title and
 * words (`matchSections`). Of two sections with one mark the first has it: the other one is a copy.
 *
 * Anybody can give a line the look of a heading, and a file without marks is to be cut at all of them: a heading that is no
 * section, and is not higher than the title of the section above it, stays in the text of that section.
 *
 * Numbers that were typed before the titles are no part of them: every screen shows the numbers of the tree.
 */
export function findInFile({
  read,
  existing,
  language,
}: {
  read: readonly ImportedSection[]
  /** In reading order. */
  existing: readonly NumberedSection[]
  language: Language
}): FoundInFile[] {
  const free = new Set(existing.map(({ key }) => key))
  const pairs: Record<number, string> = {}
  for (const [index, { mark }] of read.entries())
    if (mark?.language === language && free.delete(mark.key)) pairs[index] = mark.key
  const named = withTitlesOf({ existing, read })
  const { matches } = matchSections({ existing, incoming: named, pairs })
  const byKey = new Map(existing.map((section) => [section.key, section]))
  const result: Found[] = []
  for (const [index, one] of read.entries()) {
    const { match: key = null, how = 'none' } = matches[index] ?? {}
    const above = result.at(-1)
    const isPart = key === null && !one.mark && above && above.key !== null && one.depth >= above.read.depth
    const known = byKey.get(key ?? '')
    const { title } = named[index] ?? one
    const section = known ? { ...one, title: withoutOwnNumber({ ...known, known: known.title, title }) } : one
    if (isPart) result[result.length - 1] = withPart(above, one)
    else result.push({ read: section, key, how: index in pairs ? 'mark' : how, kept: [] })
  }
  const hasMarks = isMarked(read)
  const isGuess = ({ how }: Found) => hasMarks && how === 'content'
  return result.map((one, index) => {
    const next = result[index + 1]
    const unmarked = one.key !== null && next && !next.read.mark ? next : null
    return {
      ...one,
      cutBy: unmarked?.key === null ? unmarked.read.title : null,
      guessBehind: unmarked && isGuess(unmarked) ? unmarked.read.title : null,
      isGuess: isGuess(one),
    }
  })
}

/** The sections of a file as they are called without the numbers typed before them. */
function withTitlesOf({
  existing,
  read,
}: {
  existing: readonly NumberedSection[]
  read: readonly ImportedSection[]
}): ImportedSection[] {
  const known = new Set(existing.map(({ title }) => title.toLowerCase()))
  const asInTree = existing.some(({ title }) => beginsWithNumber(title)) ? read : withoutTypedNumbers(read)
  return asInTree.map((one) => ({ ...one, title: withoutNumberBefore({ title: one.title, known }) }))
}

type Found = Omit<FoundInFile, 'cutBy' | 'guessBehind' | 'isGuess'>

/** Headings in a text begin at level 2, one below the title of its section; those below a heading as high as it keep their level. */
function withPart({ kept, read: section, ...found }: Found, part: ImportedSection): Found {
  const below = part.depth - section.depth
  const level = Math.max(2, Math.min(6, below + 1))
  const heading = block('heading', { attrs: { level }, runs: part.titleRuns ?? [text(part.title)] })
  const summary = [section.summary, part.summary].filter((one) => one !== undefined).join('\n')
  const comments = [...(section.comments ?? []), ...(part.comments ?? [])]
  const read = {
    ...section,
    ...(summary === '' ? {} : { summary }),
    ...textWith({ section, heading, part, inText: (blocks) => blocks.map((one) => deeper(one, below)) }),
    ...(comments.length > 0 ? { comments } : {}),
  }
  return { ...found, read, kept: below === 0 ? [...kept, part.title] : kept }
}

/** A heading in an addition divides the addition; every other one divides the body. */
function textWith({
  section: { added, body },
  heading,
  part,
  inText,
}: {
  section: ImportedSection
  heading: Block
  part: ImportedSection
  inText: (blocks: RichText) => RichText
}): Pick<ImportedSection, 'added' | 'body'> {
  const [own, ownAdded] = [inText(part.body), inText(part.added?.blocks ?? [])]
  if (added && part.added)
    return { body: [...body, ...own], added: { ...added, blocks: [...added.blocks, heading, ...ownAdded] } }
  const at = body.length + 1 + (part.added?.at ?? 0)
  return { body: [...body, heading, ...own], ...(part.added ? { added: { blocks: ownAdded, at } } : {}) }
}

function deeper(one: Block, by: number): Block {
  if (one.kind !== 'heading') return one
  return { ...one, attrs: { ...one.attrs, level: Math.min(6, Number(one.attrs.level) + by) } }
}
