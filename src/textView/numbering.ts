import type { Footnote } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { changeOf, runsOf, type ShownBlock } from './shownBlock'

/** A heading of a text with its level on the page and the target of links to it. */
export type PlacedHeading = { id: string; level: number; words: string }

/** What is numbered in a text before it is rendered: levels of headings, footnotes and tick boxes. */
export type Numbering = {
  headings: Map<ShownBlock, PlacedHeading>
  notes: Map<Footnote, number>
  checks: Map<ShownBlock, number>
  tables: Map<ShownBlock, string>
}

/**
 * Numbers the blocks in reading order. Headings start at `topLevel` and never skip a level, whatever the levels in the
 * text are, so that a reader who jumps from heading to heading misses nothing.
 */
export function numberingOf({
  blocks,
  topLevel,
  idPrefix = '',
  firstNote = 1,
  firstCheck = 1,
}: {
  blocks: readonly ShownBlock[]
  topLevel: number
  idPrefix?: string
  firstNote?: number
  firstCheck?: number
}): Numbering {
  const numbering: Numbering = { headings: new Map(), notes: new Map(), checks: new Map(), tables: new Map() }
  const open: number[] = []
  let under = ''
  let index = 0
  const visit = (block: ShownBlock): void => {
    index += 1
    if (block.kind === 'heading') {
      const given = Number(block.attrs.level) || 2
      while (open.length > 0 && (open.at(-1) ?? 0) >= given) open.pop()
      open.push(given)
      under = plainTextOf(runsOf(block).filter((run) => run.type !== 'footnote'))
      const level = Math.min(topLevel + open.length - 1, 6)
      numbering.headings.set(block, { id: `${idPrefix}h-${block.id || index}`, level, words: under })
    }
    if (block.kind === 'table') numbering.tables.set(block, under)
    if (block.kind === 'checklist')
      for (const entry of block.children) numbering.checks.set(entry, firstCheck + numbering.checks.size)
    // The notes of a difference are in place, and need no number.
    for (const run of changeOf(block) ? [] : runsOf(block))
      if (run.type === 'footnote') numbering.notes.set(run, firstNote + numbering.notes.size)
    block.children.forEach(visit)
  }
  blocks.forEach(visit)
  return numbering
}
