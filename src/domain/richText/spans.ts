/**
 * How far a cell of a table may span. A browser lays out every row and column that a span claims: a few digits in one cell can
 * hang it. The widest tables of real guidance have some twenty columns.
 */
export const MAX_ROW_SPAN = 1000
/** All cells of one row together, beyond the one column that each has anyway. */
export const MAX_SPANNED_COLUMNS = 100

type Span = { colSpan: number; rowSpan: number }

/**
 * The spans of the cells of one row, from left to right, as they may be: whole numbers from 1 up, rows up to
 * `MAX_ROW_SPAN`, columns as far as the row's `MAX_SPANNED_COLUMNS` last. What is no such number is 1.
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
