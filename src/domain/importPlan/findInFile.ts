import type { ImportedSection } from '../importing'
import type { Language } from '../language'
import { matchSections, type SectionMatch, type SectionToMatch } from '../matchSections'
import { type Block, block, text } from '../richText/richText'

/** A section of a file, the key of the section of a version that it is (null for none), and how that was found. */
export type FoundInFile = { read: ImportedSection; key: string | null; how: SectionMatch['how'] | 'mark' }

/**
 * Finds the section of a version that each section of a Word file is: by the mark that it carries, the others by title and
 * words (`matchSections`). Of two sections with one mark the first has it: the other one is a copy. In a file without any mark,
 * nobody knows which headings begin sections: it is to be cut at all of them, and what is no section belongs to the one above.
 */
export function findInFile({
  read,
  existing,
  language,
}: {
  read: readonly ImportedSection[]
  /** In reading order. */
  existing: readonly SectionToMatch[]
  language: Language
}): FoundInFile[] {
  const free = new Set(existing.map(({ key }) => key))
  const pairs: Record<number, string> = {}
  for (const [index, { mark }] of read.entries())
    if (mark?.language === language && free.delete(mark.key)) pairs[index] = mark.key
  const { matches } = matchSections({ existing, incoming: read, pairs })
  const found = read.map((section, index): FoundInFile => {
    const { match = null, how = 'none' } = matches[index] ?? {}
    return { read: section, key: match, how: index in pairs ? 'mark' : how }
  })
  return read.some(({ mark }) => mark) ? found : withPartsInText(found)
}

function withPartsInText(found: readonly FoundInFile[]): FoundInFile[] {
  const result: FoundInFile[] = []
  for (const one of found) {
    const last = result.at(-1)
    const isPart = one.key === null && last && last.key !== null && one.read.depth > last.read.depth
    if (isPart) result[result.length - 1] = { ...last, read: withPart(last.read, one.read) }
    else result.push(one)
  }
  return result
}

/** Headings in a text begin at level 2, one below the title of its section. */
function withPart(section: ImportedSection, part: ImportedSection): ImportedSection {
  const below = part.depth - section.depth
  const heading = block('heading', { attrs: { level: Math.min(6, below + 1) }, runs: [text(part.title)] })
  const comments = [...(section.comments ?? []), ...(part.comments ?? [])]
  return {
    ...section,
    body: [...section.body, heading, ...part.body.map((one) => deeper(one, below))],
    ...(comments.length > 0 ? { comments } : {}),
  }
}

function deeper(one: Block, by: number): Block {
  if (one.kind !== 'heading') return one
  return { ...one, attrs: { ...one.attrs, level: Math.min(6, Number(one.attrs.level) + by) } }
}
