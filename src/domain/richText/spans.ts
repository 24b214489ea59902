/**
 * The limit for the rows that a cell of a table spans. A browser lays out every row and column of a span, so a few digits can make it
 * hang. The widest tables of real guidance have some twenty columns.
 */
export const MAX_ROW_SPAN = 1000
/** The limit for all cells of a row together, beyond the one column that each has. */
export const MAX_SPANNED_COLUMNS = 100

type Span = { colSpan: number; rowSpan: number }

/**
 * The allowed spans of the cells of one row, from left to right: whole numbers from 1, up to `MAX_ROW_SPAN` rows, and columns until
 * the row has used its `MAX_SPANNED_COLUMNS`. Anything else is 1.
 */
export function spansOfRow(cells: readonly { colSpan?: unknown; rowSpan?: unknown }[]): Span[] {
  let left = MAX_SPANNED_COLUMNS
  return cells.map(({ colSpan, rowSpan }) => {
    const columns = Math.min(wholeSpan(colSpan), left + 1)
    left -= columns - 1
    return { colSpan: columns, rowSpan: Math.min(wholeSpan(rowSpan), MAX_ROW_SPAN) }
  })
}

function wholeSpan(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 1 ? value : 1
}
