'use client'

/** What is marked in a text that somebody writes; `editor.css` says how. */
type Mark = 'found' | 'found-now' | 'ours-added'

/**
 * Marks places of the page without a change of it: a mark is never part of a text. No marks in a browser that cannot do it, so what
 * they say stands in words too.
 */
export function highlight(mark: Mark, ranges: readonly Range[]): void {
  if (typeof Highlight !== 'function') return
  if (ranges.length === 0) CSS.highlights.delete(mark)
  else CSS.highlights.set(mark, new Highlight(...ranges))
}
