import type { Node } from 'mdast'
import { type Attributes, type Block, block, type Mark, type Run, text } from '@/domain/richText/richText'

export type SourceContext = {
  /** The file without what is hidden from the parser, and a way to restore that. */
  markdown: string
  restore: (value: string) => string
}

/** The lines of the file that a node was read from, without the prefixes of the quotes and lists around it. */
export function rawLines(node: Node, { markdown, restore }: SourceContext): string[] {
  if (!node.position) return []
  const { start, end } = node.position
  const [first = '', ...others] = restore(markdown.slice(start.offset, end.offset)).split('\n')
  const outside = new RegExp(`^[ \\t>]{0,${start.column - 1}}`)
  return [first, ...others.map((line) => line.replace(outside, ''))]
}

/** Lines of the file that stay as they are. */
export function sourceParagraph(lines: readonly string[], attrs: Attributes = {}): Block {
  const end = lines.findLastIndex((line) => line.trim() !== '')
  return block('paragraph', { attrs: { source: true, ...attrs }, runs: runsOfLines(lines.slice(0, end + 1)) })
}

/** One run for each line, with breaks between them; an empty line has no run. */
export function runsOfLines(lines: readonly string[], marks: Mark[] = []): Run[] {
  return lines.flatMap((line, index): Run[] => {
    const words: Run[] = line === '' ? [] : [text(line, marks)]
    return index === 0 ? words : [{ type: 'break' }, ...words]
  })
}
