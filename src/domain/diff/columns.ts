import type { BlockChange } from './change'
import { wordingAfter } from './sides'

/** A column of a table that was added or removed. */
export type ColumnChange = {
  status: 'added' | 'removed'
  /** Its index from 0: before, if it was removed; after, if it was added. */
  place: number
  /** The words of its header cell, or ''. */
  heading: string
}

/** The side that a column is on, if it was removed or added. */
const SIDES = ['removed', 'added'] as const

/** The added and removed columns of a table, the removed ones first. */
export function columnChanges(table: BlockChange): ColumnChange[] {
  return SIDES.flatMap((status) => {
    const [header] = standing(table.children, status)
    const cells = standing(header?.children ?? [], status)
    return (table.columns?.[status] ?? []).map((place) => ({ status, place, heading: headingOf(cells[place]) }))
  })
}

/** The cells that were added or removed with their whole column, in rows that stayed. */
export function cellsOfColumns({ columns, children }: BlockChange): BlockChange[] {
  if (!columns) return []
  const rows = children.filter(({ status }) => status !== 'added' && status !== 'removed')
  const cellsOf = (row: BlockChange, side: ColumnChange['status']): BlockChange[] =>
    standing(row.children, side).filter(({ status }, place) => status === side && columns[side].includes(place))
  return rows.flatMap((row) => SIDES.flatMap((side) => cellsOf(row, side)))
}

/** The rows or cells on the side that has the column. */
function standing(blocks: BlockChange[], status: ColumnChange['status']): BlockChange[] {
  return blocks.filter((one) => one.status !== (status === 'removed' ? 'added' : 'removed'))
}

function headingOf(cell: BlockChange | undefined): string {
  return cell?.attrs.header === true ? wordsOf(cell).replace(/\s+/gu, ' ').trim() : ''
}

function wordsOf(block: BlockChange): string {
  return [wordingAfter(block), ...block.children.map(wordsOf)].join(' ')
}
