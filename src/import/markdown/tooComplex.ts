import type { Refusal } from '@/domain/refusal'
import { MAX_LISTS, MAX_MARKERS, MAX_PARAGRAPHS, MAX_SIGNS } from '../limits'
import { listsIn } from './listsIn'

/**
 * Why a Markdown text is not parsed; null if it can be. One pass over the lines before the parser, whose time grows
 * with the square of what is counted here. The message can name the line, which a time limit could not.
 */
export function tooComplex(markdown: string): { reason: Refusal; line: number } | null {
  if (listsIn(markdown) > MAX_LISTS)
    return { reason: { key: 'import.too-complex', params: { limit: MAX_LISTS } }, line: 1 }
  let [paragraphs, signs, columns, isOpen] = [0, 0, 0, false]
  for (const [index, text] of markdown.split('\n').entries()) {
    const line = index + 1
    const markers = MARKERS.exec(text)?.[0] ?? ''
    if (markers.length > MAX_MARKERS && (markers.match(/\S+/g)?.join('').length ?? 0) > MAX_MARKERS)
      return { reason: { key: 'import.unreadable' }, line }
    const isBlank = text.trim() === ''
    // Rows of a table, items and definitions are parsed separately.
    const begins = !isOpen || markers.trim() !== '' || /^\s*[|[#]/.test(text)
    // Each row of a table gets as many cells as the line below its header has, however few are written.
    columns = isBlank ? 0 : (columnsBelow(text.slice(markers.length)) ?? columns)
    if (columns > 0) paragraphs += columns
    else if (!isBlank && begins) paragraphs++
    if (isBlank || begins) signs = 0
    isOpen = !isBlank
    signs += text.match(/[*_~[\]{}:!<`$\\]/g)?.length ?? 0
    if (signs > MAX_SIGNS) return { reason: { key: 'import.too-many-signs', params: { limit: MAX_SIGNS } }, line }
    if (paragraphs > MAX_PARAGRAPHS)
      return { reason: { key: 'import.too-many-paragraphs', params: { limit: MAX_PARAGRAPHS } }, line }
  }
  return null
}

const MARKERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/

/** The number of columns of the table whose header is above this line; undefined for every other line. */
function columnsBelow(line: string): number | undefined {
  const isDelimiters = line.includes('|') && /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*$/.test(line)
  return isDelimiters ? line.match(/-+/g)?.length : undefined
}
