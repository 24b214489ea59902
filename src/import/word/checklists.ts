import { type Block, block, type Run, text } from '@/domain/richText/richText'
import { cleanText } from '../cleanRuns'
import { plainTextWithAddresses } from '../inline'
import type { NoteBook } from '../noteBook'
import type { Piece } from '../piece'

/** A box at the beginning of a line; Word's check boxes are read as these characters too. */
const BOX = /^\s*([☐☑☒])\s*/

/**
 * Lines that begin with a tick box become a checklist: consecutive paragraphs, and lists in which each item begins with
 * one. Readers tick for themselves, so a ticked box is reported and not kept.
 */
export function withChecklists({ pieces, path, book }: { pieces: Piece[]; path: string; book: NoteBook }): Piece[] {
  const result: Piece[] = []
  let open: Piece | null = null
  for (const piece of pieces) {
    const lines = linesWithBoxes(piece.block)
    if (lines === null) {
      open = null
      result.push(piece)
      continue
    }
    if (lines.some(isTicked)) book.tally({ kind: 'loss', source: path, key: 'import.ticked' })
    const entries = lines.map(entryOf)
    if (open && piece.block.kind === 'paragraph') {
      open.block.children.push(...entries)
      if (piece.comments) open.comments = [...(open.comments ?? []), ...piece.comments]
    } else result.push({ ...piece, block: block('checklist', { children: entries }) })
    open = piece.block.kind === 'paragraph' ? (result.at(-1) ?? null) : null
  }
  return result
}

/** The lines of a block that all begin with a box; null for any other block. */
function linesWithBoxes({ kind, runs, children }: Block): Run[][] | null {
  const isList = kind === 'list' && children.length > 0 && children.every((item) => item.children.length === 0)
  const lines = kind === 'paragraph' ? [runs] : isList ? children.map((item) => item.runs) : []
  return lines.length > 0 && lines.every((line) => BOX.test(plainTextWithAddresses(line))) ? lines : null
}

function isTicked(line: Run[]): boolean {
  return BOX.exec(plainTextWithAddresses(line))?.[1] !== '☐'
}

function entryOf(line: Run[]): Block {
  const words = cleanText(plainTextWithAddresses(line).replace(BOX, ''))
  return block('entry', { children: [block('field', { attrs: { name: 'text' }, runs: [text(words)] })] })
}
