import type { Block, RichText } from '@/domain/richText/richText'
import { type SideRow, sideBySide } from '@/domain/sideBySide'
import { fromLexical } from '@/lexical/fromLexical'
import { arrayOf, recordOf } from '@/lexical/lexicalJson'
import type { EditorText } from '../sectionValues'

/** The common text beside a text that somebody writes, row by row. */
export type LiveRows = {
  rows: SideRow[]
  /** Which of the outermost nodes of the written text a block of it is. */
  nodeOf: ReadonlyMap<Block, number>
}

/** Compares both texts as they are now; in two languages, paragraphs are paired and no words are compared. */
export function liveRows({
  common,
  ours,
  isSameLanguage,
}: {
  common: RichText
  ours: EditorText
  isSameLanguage: boolean
}): LiveRows {
  const nodeOf = new Map<Block, number>()
  const national = arrayOf(recordOf(recordOf(ours).root).children).flatMap((node, index) => {
    const blocks = fromLexical({ root: { children: [node] } })
    for (const block of blocks) nodeOf.set(block, index)
    return blocks
  })
  return { rows: sideBySide({ common, national, isSameLanguage }), nodeOf }
}

/** The nodes in which our side of a row stands, in order. */
export function nodesOfRow(row: SideRow, nodeOf: LiveRows['nodeOf']): number[] {
  return [...new Set(row.national.flatMap((block) => nodeOf.get(block) ?? []))].toSorted((one, other) => one - other)
}

/** Where the common text of a row comes into the written text, and which nodes it replaces. */
export type RowRestored = { at: number; removed: number[]; common: RichText }

/**
 * What brings the common text of a row back; null where it is there, stands in another place, or shares a node with another row.
 * A paragraph that is left out comes back behind what stands before it.
 */
export function restoredRow({ rows, nodeOf }: LiveRows, index: number): RowRestored | null {
  const row = rows[index]
  if (!row || row.state === 'kept' || row.state === 'moved') return null
  const removed = nodesOfRow(row, nodeOf)
  const others = rows.filter((one) => one !== row).flatMap((one) => nodesOfRow(one, nodeOf))
  if (removed.some((node) => others.includes(node))) return null
  const above = rows.slice(0, index).flatMap((one) => nodesOfRow(one, nodeOf))
  return { at: removed[0] ?? Math.max(-1, ...above) + 1, removed, common: row.common }
}
