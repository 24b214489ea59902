import type { BlockChange } from '@/domain/diff/diff'
import type { SideRow } from '@/domain/sideBySide'
import type { Range } from '@/domain/words/pieces'
import { OBJECT } from '@/domain/words/tokens'

/** A line of our text, and the stretches of it that the common text does not have. */
export type AddedLine = { text: string; added: Range[] }

/** The lines of our side of a row that have words which the common text does not have. */
export function addedWords({ change, state }: SideRow): AddedLine[] | 'all' {
  if (state === 'added') return 'all'
  if (!change || change.status === 'same') return []
  return linesOf(change.blocks).filter(({ added }) => added.length > 0)
}

function linesOf(blocks: readonly BlockChange[]): AddedLine[] {
  return blocks.flatMap((block) => {
    if (block.status === 'removed') return []
    const line: AddedLine = { text: '', added: [] }
    for (const { object, status, text } of block.segments) {
      if (status === 'removed') continue
      const from = line.text.length
      line.text += object ? OBJECT : text
      const to = from + text.trimEnd().length
      // Spaces at the edge of a change are outside its mark.
      const start = from + text.length - text.trimStart().length
      if (!object && (status === 'added' || block.status === 'added') && to > start)
        line.added.push({ from: start, to })
    }
    return [...(line.text === '' ? [] : [line]), ...linesOf(block.children)]
  })
}
