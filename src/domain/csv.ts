/**
 * Returns a table as a CSV file (RFC 4180): cells between commas, in quotes where they need them, lines that end with CR
 * and LF. It begins with the byte order mark of UTF-8, without which Excel reads another encoding.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

/**
 * A cell that begins with one of these is a formula to a spreadsheet, even in quotes. An apostrophe before it makes it a
 * text. (OWASP, “CSV Injection”; the wide forms of the signs begin formulas where Japanese or Chinese is typed.)
 */
const BEGINS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** Returns what a person may read in a cell, so that no spreadsheet calculates it. */
export function asText(cell: string): string {
  return BEGINS_FORMULA.test(cell) ? `'${cell}` : cell
}

function toCell(given: string): string {
  const cell = asText(given)
  // Semicolons separate cells where a comma is in numbers: quotes keep such a cell whole in both ways of reading.
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
