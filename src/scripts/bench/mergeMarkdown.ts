import { diff } from 'fast-myers-diff'
import {
  type Check,
  type Conflict,
  type MergedNode,
  mergeRichText,
  type Resolution,
  resolveRichText,
} from '@/domain/merge/merge'
import { numbering } from '@/domain/pairing/tree'
import { type RichText, text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { readRuns } from '@/domain/words/tokens'
import { writeAsWritten } from '@/export/markdown/writeAsWritten'
import { readAsWritten, type WrittenText } from '@/import/markdown/readAsWritten'

export type MarkdownMerge = {
  /** The merged file; a conflict contains the text that stays until somebody decides. */
  merged: string
  conflicts: Conflict[]
  checks: Check[]
  limited: boolean
  /** Words that a side added and that are missing from the merged text, even if everything is decided for that side. */
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
    lostWords: () => lostWords({ read, frontMatter: frontMatter.nodes, blocks: blocks.nodes }),
  }
}

/** The file in normalised Markdown, ignoring white space, so that texts by people can be compared. */
export function inOneSpelling(markdown: string): string {
  return collapsed(writeAsWritten(readAsWritten(markdown)))
}

export function collapsed(markdown: string): string {
  return markdown.replace(/\s+/gu, ' ').trim()
}

/**
 * With every conflict decided for one side, each word that this side added must be there: as often as in its text, less
 * what the other side deleted of this word. Deletions are those of a plain comparison of words, so that a word which
 * the other side deleted here and added there is expected once less than it could be: no false alarms.
 */
function lostWords(given: { read: Three<WrittenText>; frontMatter: MergedNode[]; blocks: MergedNode[] }): string[] {
  const { read, frontMatter, blocks } = given
  const words = { base: wordsOf(read.base), ours: wordsOf(read.ours), theirs: wordsOf(read.theirs) }
  const base = countsOf(words.base)
  const lostBy = (side: 'ours' | 'theirs', other: 'ours' | 'theirs'): string[] => {
    const decided = countsOf(wordsOf({ frontMatter: decidedFor(frontMatter, side), blocks: decidedFor(blocks, side) }))
    const deleted = countsOf(deletedWords({ before: words.base, after: words[other] }))
    return [...countsOf(words[side])].flatMap(([word, count]) => {
      const isNew = count > (base.get(word) ?? 0)
      return isNew && (decided.get(word) ?? 0) < count - (deleted.get(word) ?? 0) ? [word] : []
    })
  }
  return [...lostBy('ours', 'theirs'), ...lostBy('theirs', 'ours')]
}

function deletedWords({ before, after }: { before: string[]; after: string[] }): string[] {
  return [...diff(before, after)].flatMap(([from, to]) => before.slice(from, to))
}

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

function wordsOf({ frontMatter, blocks }: WrittenText): string[] {
  const { tokens } = readRuns([text(`${textOf(frontMatter)}\n${textOf(blocks)}`)], numbering())
  return tokens.filter(({ isWord }) => isWord).map(({ key }) => key)
}

function countsOf(words: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
