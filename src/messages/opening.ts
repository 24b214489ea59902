/** Enough of a title to find what it belongs to. */
export const KEPT_OF_TITLE = 100

/** The first words of a text, at most `most` characters, with “…” if there are more; a text that fits, unchanged. */
export function opening(text: string, most: number): string {
  if (text.length <= most) return text
  const end = text.slice(0, most + 1).search(/\s+\S*$/)
  // Without the first half of a character that is written as two.
  return end > 0 ? `${text.slice(0, end)} …` : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`
}
