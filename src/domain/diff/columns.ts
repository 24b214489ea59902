import type { BlockChange } from './change'
import { wordingAfter } from './wordingAfter'

/** A column of a table that was added or removed. */
export type ColumnChange = {
  status: 'added' | 'removed'
  /** Its index from 0: before, if it was removed; after, if it was added. */
  place: number
  /** The words of its header cell, or ''. */
  heading: string
}

/** The added and removed columns of a table, the removed ones first. */
export function columnChanges(table: BlockChange): ColumnChange[] {
  const { removed, added } = table.columns ?? { removed: [], added: [] }
  const of = (status: ColumnChange['status'], places: number[]): ColumnChange[] =>
    places.map((place) => ({ status, place, heading: headingOf({ table, status, place }) }))
  return [...of('removed', removed), ...of('added', added)]
}

/** The cells that were added or removed with their whole column, in rows that stayed. */
export function cellsOfColumns(table: BlockChange): Set<BlockChange> {
  const cells = new Set<BlockChange>()
  if (!table.columns) return cells
  for (const row of table.children) {
    if (row.status === 'added' || row.status === 'removed') continue
    for (const status of ['removed', 'added'] as const) {
      const places = table.columns[status]
      cellsOn(status, row).forEach((cell, place) => {
        if (cell.status === status && places.includes(place)) cells.add(cell)
      })
    }
  }
  return cells
}

/** The cells of a row on the side that has the column. */
function cellsOn(status: ColumnChange['status'], row: BlockChange): BlockChange[] {
  return row.children.filter((cell) => cell.status !== (status === 'removed' ? 'added' : 'removed'))
}

function headingOf({ table, status, place }: { table: BlockChange } & Omit<ColumnChange, 'heading'>): string {
  const first = table.children.find((row) => row.status !== (status === 'removed' ? 'added' : 'removed'))
  const cell = first && cellsOn(status, first)[place]
  return cell?.attrs.header === true ? wordsOf(cell).replace(/\s+/gu, ' ').trim() : ''
}

function wordsOf(block: BlockChange): string {
  return [wordingAfter(block), ...block.children.map(wordsOf)].join(' ')
}
