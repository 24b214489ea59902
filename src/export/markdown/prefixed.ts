import { AT_MARGIN } from './conflictMarkers'

/** Lines of a list item: the first after its marker, the others indented as far. Marked lines stay at the margin. */
export function behindSign(lines: readonly string[], sign: string): string[] {
  const indent = ' '.repeat(sign.length)
  return lines.map((line, index) => {
    if (line.startsWith(AT_MARGIN)) return line
    if (index === 0) return line === '' ? sign.trimEnd() : `${sign}${line}`
    return line === '' ? '' : `${indent}${line}`
  })
}

/** Lines after the first of a list item. */
export function indented(lines: readonly string[], width: number): string[] {
  const indent = ' '.repeat(width)
  return lines.map((line) => (line === '' || line.startsWith(AT_MARGIN) ? line : `${indent}${line}`))
}

/** Lines of a quote. */
export function quotedLines(lines: readonly string[]): string[] {
  return lines.map((line) => (line.startsWith(AT_MARGIN) ? line : line === '' ? '>' : `> ${line}`))
}
