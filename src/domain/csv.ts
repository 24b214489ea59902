/**
 * Returns a table as a CSV file (RFC 4180): cells between commas, in quotes where they need them, lines that end with CR
 * and LF. It begins with the byte order mark of UTF-8, without which Excel reads another encoding. Where a comma is in
 * numbers, Excel separates cells at semicolons: it then cuts other cells than these, and calculates none of them either.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

/**
 * A cell that begins with one of these signs, or with a tab or a line end, is a formula to a spreadsheet, even in quotes. An
 * apostrophe before it makes it a text. (OWASP, “CSV Injection”; the wide forms of the signs begin formulas where Japanese or
 * Chinese is typed.)
 */
const BEGINS_FORMULA = /^(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/

/**
 * The places within a cell where a part can be read as a cell of its own that is a formula. Quotes keep a cell whole only where they
 * begin it, so a file that is read with semicolons or tabs is cut behind each of them, and behind a line end; quotes that
 * follow there begin that part. At the end of a cell it would begin with the end of the line.
 */
const MAY_BEGIN_FORMULA = /(?=[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]|$)(?<=[;\t\r\n]"*)/g

/** Returns what a person may read in a cell, so that no spreadsheet calculates it or a part of it. */
export function asText(cell: string): string {
  return cell.replace(MAY_BEGIN_FORMULA, "'").replace(BEGINS_FORMULA, "'")
}

function toCell(given: string): string {
  const cell = asText(given)
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
