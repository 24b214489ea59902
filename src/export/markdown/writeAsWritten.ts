import type { NodeInVersions } from '@/domain/richText/versions'
import type { BlockSpelling } from './blockSpelling'
import { foldedLabel } from './escapeText'
import { noteNames, notesOf } from './noteNames'
import { finished, writeBlocks } from './writeBlocks'
import { writeFrontMatter } from './writeFrontMatter'

/**
 * Writes a text that `readAsWritten` read, or a merge of three of them, as a Markdown file, in one style: one line for
 * each paragraph, `-` for bullets, `**` and `_`, fences for code. A text that is read, written and read again is the
 * same, and writing it again gives the same file. If a merge left a conflict, the block (in a list the item, in a table
 * the row) is written three times between git's markers: ours, the base and theirs.
 */
export function writeAsWritten(written: {
  frontMatter: readonly NodeInVersions[]
  blocks: readonly NodeInVersions[]
}): string {
  const { frontMatter } = written
  const blocks = standing(written.blocks)
  const lines = linesOfSource(blocks)
  const noteName = noteNames(notesOf(blocks), lines.join('\n'))
  const spelling: BlockSpelling = { isSource: true, definitions: definitionsIn(lines), noteName }
  const head = writeFrontMatter(frontMatter)
  const body = writeBlocks(blocks, { ...spelling, isFileStart: head.length === 0 })
  const notes = [...noteName.used()].map(([note, name]) => `[^${name}]: ${note}`)
  const parts = [body, notes.flatMap((note, index) => (index === 0 ? [note] : ['', note]))].filter(
    (part) => part.length > 0,
  )
  const text = parts.map((part) => part.join('\n')).join('\n\n')
  return finished([...head, ...(head.length > 0 && text !== '' ? [''] : []), ...(text === '' ? [] : [text])])
}

/** A block that both moved is where ours has it: markers could only show it twice. */
function standing(nodes: readonly NodeInVersions[]): readonly NodeInVersions[] {
  return nodes.flatMap((node): readonly NodeInVersions[] => {
    if (node.kind !== 'conflict') return [{ ...node, children: standing(node.children) }]
    if (node.isPlace) return standing(node[node.kept])
    return [{ ...node, base: standing(node.base), ours: standing(node.ours), theirs: standing(node.theirs) }]
  })
}

/** All text that may contain definitions and names of notes. */
function linesOfSource(nodes: readonly NodeInVersions[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.kind === 'conflict')
      return [...linesOfSource(node.ours), ...linesOfSource(node.base), ...linesOfSource(node.theirs)]
    const runs = node.runs.flatMap((run) =>
      run.type === 'conflict' ? [...run.ours, ...run.base, ...run.theirs] : [run],
    )
    const own = runs.map((run) => (run.type === 'text' ? run.text : '\n')).join('')
    return [...own.split('\n'), ...linesOfSource(node.children)]
  })
}

function definitionsIn(lines: readonly string[]): Set<string> {
  const labels = lines.flatMap((line) => /^ {0,3}\[((?:[^[\]\\]|\\.)+)\]:/.exec(line)?.[1] ?? [])
  return new Set(labels.filter((label) => !label.startsWith('^')).map(foldedLabel))
}
