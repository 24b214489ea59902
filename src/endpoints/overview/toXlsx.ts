import writeXlsxFile from 'write-excel-file/node'

/** A cell of Excel holds no more. */
const MOST_CHARACTERS = 32_767

/**
 * Returns a table as an Excel file with one sheet; its first row and column stay in sight. Every cell is a text: nothing in
 * it is calculated, whatever it begins with. `sheet` is its name, of at most 31 characters and none of `[]:*?/\`.
 */
export async function toXlsx({
  rows,
  sheet,
}: {
  rows: readonly (readonly string[])[]
  sheet: string
}): Promise<Uint8Array<ArrayBuffer>> {
  const data = rows.map((row, index) =>
    row.map((cell) => ({
      value: writable(cell),
      type: String,
      wrap: true,
      alignVertical: 'top' as const,
      ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  )
  const columns = (rows[0] ?? []).map((_, index) => ({ width: index === 0 ? 44 : 26 }))
  const file = await writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1, stickyColumnsCount: 1 }).toBuffer()
  return new Uint8Array(file)
}

/** The library looks texts up in an object, in which `constructor` exists too (4.1.1): such a word gets a space. */
function writable(cell: string): string {
  return cell in Object.prototype ? `${cell} ` : cell.slice(0, MOST_CHARACTERS)
}
