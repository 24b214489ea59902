import {
  type Check,
  type Conflict,
  type MergedNode,
  mergeRichText,
  type Resolution,
  resolveRichText,
} from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { writeAsWritten } from '@/export/markdown/writeAsWritten'
import { readAsWritten } from '@/import/markdown/readAsWritten'
import { lostWords } from './lostWords'

export type MarkdownMerge = {
  /** The merged file; a conflict contains the text that stays until somebody decides. */
  merged: string
  conflicts: Conflict[]
  checks: Check[]
  limited: boolean
  /** The words that either side has lost, even if everything is decided for that side. */
  lostWords: () => string[]
}

type Three<T> = { base: T; ours: T; theirs: T }

/** Merges three Markdown files as the command line does: front matter as named fields, then the blocks. */
export function mergeMarkdown(texts: Three<string>): MarkdownMerge {
  const read = {
    base: readAsWritten(texts.base),
    ours: readAsWritten(texts.ours),
    theirs: readAsWritten(texts.theirs),
  }
  const frontMatter = mergeRichText({
    base: read.base.frontMatter,
    ours: read.ours.frontMatter,
    theirs: read.theirs.frontMatter,
  })
  const blocks = mergeRichText({ base: read.base.blocks, ours: read.ours.blocks, theirs: read.theirs.blocks })
  return {
    merged: writeAsWritten({ frontMatter: frontMatter.value, blocks: blocks.value }),
    conflicts: [...frontMatter.conflicts, ...blocks.conflicts],
    checks: [...frontMatter.checks, ...blocks.checks],
    limited: frontMatter.limited || blocks.limited,
    lostWords: () =>
      [['ours', 'theirs'] as const, ['theirs', 'ours'] as const].flatMap(([side, other]) => {
        const merged = { frontMatter: decidedFor(frontMatter.nodes, side), blocks: decidedFor(blocks.nodes, side) }
        return lostWords({ base: read.base, own: read[side], other: read[other], merged })
      }),
  }
}

/** The file in normalised Markdown, ignoring white space, so that texts by people can be compared. */
export function inOneSpelling(markdown: string): string {
  return collapsed(writeAsWritten(readAsWritten(markdown)))
}

export function collapsed(markdown: string): string {
  return markdown.replace(/\s+/gu, ' ').trim()
}

/** Returns the merged text with every conflict decided for one side. */
function decidedFor(nodes: MergedNode[], side: 'ours' | 'theirs'): RichText {
  const resolutions: Record<string, Resolution> = {}
  const decide = (node: MergedNode): void => {
    if (node.kind === 'conflict') {
      resolutions[node.id] = side
      for (const inner of [...node.base, ...node.ours, ...node.theirs]) decide(inner)
      return
    }
    for (const run of node.runs) if (run.type === 'conflict') resolutions[run.id] = side
    for (const value of node.disputed ?? []) resolutions[value.id] = side
    node.children.forEach(decide)
  }
  nodes.forEach(decide)
  return resolveRichText({ nodes, resolutions })
}
