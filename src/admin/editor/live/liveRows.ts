import type { Block, RichText } from '@/domain/richText/richText'
import { type SideRow, sideBySide } from '@/domain/sideBySide'
import { fromLexical } from '@/lexical/fromLexical'
import { arrayOf, recordOf } from '@/lexical/lexicalJson'
import type { EditorText } from '../sectionValues'

/** The common text beside a text that somebody writes, row by row. */
export type LiveRows = {
  rows: SideRow[]
  /** For each row, in which of the outermost nodes of the written text our side of it stands, in order. */
  nodes: number[][]
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
  const rows = sideBySide({ common, national, isSameLanguage })
  const nodesOf = (row: SideRow) => [...new Set(row.national.flatMap((block) => nodeOf.get(block) ?? []))]
  return { rows, nodes: rows.map((row) => nodesOf(row).toSorted((one, other) => one - other)) }
}

/** Where the common text of a row comes into the written text, and which nodes it replaces. */
export type RowRestored = { at: number; removed: number[]; common: RichText }

/**
 * What brings the common text of a row back; null where it is there, stands in another place, or shares a node with another row.
 * A paragraph that is left out comes back behind what stands before it.
 */
export function restoredRow({ rows, nodes }: LiveRows, index: number): RowRestored | null {
  const row = rows[index]
  const removed = nodes[index] ?? []
  if (!row || row.state === 'kept' || row.state === 'moved') return null
  if (removed.some((node) => nodes.some((others, at) => at !== index && others.includes(node)))) return null
  const at = removed[0] ?? Math.max(-1, ...nodes.slice(0, index).flat()) + 1
  return { at, removed, common: row.common }
}
