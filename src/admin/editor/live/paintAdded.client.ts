'use client'

import { highlight } from '../highlight.client'
import { writtenLines } from '../writtenLines.client'
import { addedWords } from './addedWords'
import type { LiveRows } from './liveRows'

/** Marks the words of a text in an open editor that the common text does not have. */
export function paintAdded({ rows, nodes }: LiveRows, root: HTMLElement): void {
  const ranges = rows.flatMap((row, index) => {
    const added = addedWords(row)
    if (added !== 'all' && added.length === 0) return []
    const lines = (nodes[index] ?? []).flatMap((node) => {
      const element = root.children[node]
      return element instanceof HTMLElement ? writtenLines(element) : []
    })
    if (added === 'all') return lines.flatMap(({ rangeOf, text }) => rangeOf({ from: 0, to: text.length }) ?? [])
    // The text may be a moment older than what is seen: only lines that are the same are marked.
    const rest = [...added]
    return lines.flatMap(({ rangeOf, text }) => {
      const at = rest.findIndex((line) => line.text === text)
      const [line] = at < 0 ? [] : rest.splice(at, 1)
      return line?.added.flatMap((part) => rangeOf(part) ?? []) ?? []
    })
  })
  highlight('ours-added', ranges)
}
