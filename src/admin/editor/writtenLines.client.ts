'use client'

import { OBJECT } from '@/domain/words/tokens'

/** A line of a text in an open editor, as it is seen: a paragraph, a heading or an item. */
export type WrittenLine = {
  /** Its words; a break or a note is one character. */
  text: string
  /** The place on the page of a part of it; null if it has no words. */
  rangeOf: (part: { from: number; to: number }) => Range | null
}

/** The lines within an element of an editor, in order, also of the blocks that are shown as readers see them. Fields are none. */
export function writtenLines(element: HTMLElement): WrittenLine[] {
  const lines = new Map<Element, (Text | null)[]>()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    const line = node.parentElement?.closest(LINES)
    if (!line || !element.contains(line)) continue
    const parts = lines.get(line) ?? []
    lines.set(line, parts)
    if (node instanceof Text) {
      if (node.parentElement?.closest('[data-lexical-text], .block-as-read')) parts.push(node)
    } else if (node instanceof Element && node.matches('br, [data-lexical-decorator]')) parts.push(null)
  }
  return [...lines.values()].map(lineOf)
}

const LINES = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, dt, dd'

function lineOf(nodes: readonly (Text | null)[]): WrittenLine {
  const starts: { node: Text; from: number }[] = []
  let text = ''
  for (const node of nodes) {
    if (node) starts.push({ node, from: text.length })
    text += node ? node.data : OBJECT
  }
  return {
    text,
    rangeOf: ({ from, to }) => {
      const first = starts.findLast((one) => one.from <= from)
      const last = starts.findLast((one) => one.from < to)
      if (!first || !last) return null
      const range = document.createRange()
      range.setStart(first.node, Math.min(from - first.from, first.node.length))
      range.setEnd(last.node, Math.min(to - last.from, last.node.length))
      return range
    },
  }
}
