import { withAddition } from '@/domain/additionPlace'
import { block, type RichText, text } from '@/domain/richText/richText'
import type { Audience, Policy, Stage } from '@/domain/section'
import { forMarkdown, type PicturePath } from './forMarkdown'
import { noteNames, notesOf } from './noteNames'
import { onOneLine } from './onOneLine'
import { finished, writeBlocks } from './writeBlocks'

/** One section in one language. */
export type ExportedSection = {
  title: string
  slug?: string
  summary?: string
  body: RichText
  /** A country's addition to the common text; read back, it is a part of the body. */
  addition?: RichText
  /** How many blocks of the body stand before the addition; all if absent. */
  additionAt?: number
  audiences?: readonly Audience[]
  stages?: readonly Stage[]
  policy?: Policy
  guidance?: string
}

/**
 * A section as a Markdown file in our dialect, which `readDocument` reads back (with level 1) as the same section,
 * except for the losses that docs/formats.md lists.
 */
export function exportSection({
  section,
  order,
  pathOf = String,
}: {
  section: ExportedSection
  /** The position among its siblings, for the file of a folder. */
  order?: number
  pathOf?: PicturePath
}): string {
  const title = block('heading', { attrs: { level: 1 }, runs: [text(section.title)] })
  const { body, addition = [], additionAt = body.length } = section
  const blocks = [title, ...forMarkdown(withAddition({ body, addition, at: additionAt }), pathOf)]
  const noteName = noteNames(notesOf(blocks), JSON.stringify(blocks))
  const spelling = { isSource: false, definitions: new Set<string>(), noteName }
  const notes = [...noteName.used()].flatMap(([note, name]) => {
    const words = writeBlocks([block('paragraph', { runs: [text(onOneLine(note))] })], spelling)
    return ['', `[^${name}]: ${words.join(' ')}`]
  })
  const head = frontMatter(section, order)
  return finished([...head, ...writeBlocks(blocks, spelling), ...notes])
}

/** The keys that are not empty; nothing if all are. */
function frontMatter(
  { slug, summary, audiences, stages, policy, guidance }: ExportedSection,
  order?: number,
): string[] {
  const lines = [
    ...line('slug', slug),
    ...(order === undefined ? [] : [`order: ${order}`]),
    ...line('summary', summary),
    ...choices('audiences', audiences),
    ...choices('stages', stages),
    ...(policy === undefined ? [] : [`policy: ${policy}`]),
    ...line('guidance', guidance),
  ]
  return lines.length === 0 ? [] : ['---', ...lines, '---', '']
}

// A JSON string is a YAML string.
function line(name: string, value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [`${name}: ${JSON.stringify(value)}`]
}

function choices(name: string, given: readonly string[] = []): string[] {
  return given.length === 0 ? [] : [`${name}: [${given.join(', ')}]`]
}
