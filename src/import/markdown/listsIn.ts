/**
 * How many lists and quotes begin, approximately: lines with a marker after a line without one, or with a smaller
 * indent.
 */
export function listsIn(markdown: string): number {
  let count = 0
  let before = -1
  for (const line of markdown.split('\n')) {
    const signs = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*)+/.exec(line)?.[0] ?? ''
    const depth = signs === '' ? -1 : signs.length
    if (depth > before) count++
    before = depth
  }
  return count
}
