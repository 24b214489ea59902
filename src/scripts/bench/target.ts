/** A target, and what was measured. Nothing is asserted: the reader of the report judges. */
export type Target = { what: string; promised: string; measured: string; isMet: boolean }

/** Rows of text as a Markdown table with aligned columns. */
export function markdownTable({ head, rows }: { head: string[]; rows: string[][] }): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n')
}

export function targetTable(targets: Target[]): string {
  return markdownTable({
    head: ['What', 'Promised', 'Measured', ''],
    rows: targets.map(({ what, promised, measured, isMet }) => [what, promised, measured, isMet ? 'ok' : 'SHORT']),
  })
}

/** A figure that must reach a target, or stay below one. */
export function target(given: {
  what: string
  measured: number
  least?: number
  most?: number
  show?: (value: number) => string
  note?: string
}): Target {
  const { what, measured, least, most, show = shortNumber, note } = given
  const promised = [
    ...(least === undefined ? [] : [`≥ ${show(least)}`]),
    ...(most === undefined ? [] : [`≤ ${show(most)}`]),
  ]
  const isMet = measured >= (least ?? Number.NEGATIVE_INFINITY) && measured <= (most ?? Number.POSITIVE_INFINITY)
  return { what, promised: promised.join(', '), measured: note ? `${show(measured)} (${note})` : show(measured), isMet }
}

/** Three or four significant digits. */
export function shortNumber(value: number): string {
  const size = Math.abs(value)
  return size >= 100
    ? value.toFixed(0)
    : size >= 10
      ? value.toFixed(1)
      : size >= 2
        ? value.toFixed(2)
        : value.toFixed(4)
}

export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

export function milliseconds(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(0)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`
}
