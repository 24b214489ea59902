'use client'

import type { LiveRows } from './liveRows'

/**
 * Moves each row of the common text down to the paragraph of our text that belongs to it. A row never covers the one above it: where the
 * common text is longer, the rows below catch up later.
 */
export function alignRows({
  list,
  root,
  live: { nodes },
}: {
  /** With one element for each row. */
  list: HTMLElement
  /** The text in the open editor. */
  root: HTMLElement
  live: LiveRows
}): void {
  const elements = [...list.children].filter((one) => one instanceof HTMLElement)
  const top = list.getBoundingClientRect().top
  const heights = elements.map((one) => one.offsetHeight)
  const targets = nodes.map(([node]) => {
    const element = node === undefined ? undefined : root.children[node]
    return element ? element.getBoundingClientRect().top - top : 0
  })
  let end = 0
  elements.forEach((one, index) => {
    const space = Math.max(0, Math.round((targets[index] ?? 0) - end))
    one.style.marginTop = `${space}px`
    end += space + (heights[index] ?? 0)
  })
}

/** Puts the rows one below the other, as on narrow screens. */
export function unalignRows(list: HTMLElement): void {
  for (const one of list.children) if (one instanceof HTMLElement) one.style.marginTop = ''
}
