import { isListOfParts, rowOf } from '../richText/blockKinds'
import type { Block } from '../richText/richText'
import { isVisible } from '../richText/visible'
import { allBlocks, textOf } from '../richText/walk'
import { type CheckedText, firstLineOf, placeIn } from './checkedText'
import type { Finding } from './finding'

/** Finds blocks in which nothing is written, and empty items and entries of lists. Headings and paragraphs are other checks. */
export function emptyBlocks(text: CheckedText): Finding[] {
  return text.blocks.flatMap((one) => {
    const { block } = one
    if (!HOLDS_WORDS.has(block.kind)) return []
    const at = placeIn(text, one)
    if (saysNothing(block)) return [{ is: 'block-empty', kind: block.kind, at }]
    return listsIn(block).flatMap((list) =>
      list.children.flatMap((child, index): Finding[] =>
        saysNothing(child)
          ? [
              {
                is: 'entry-empty',
                kind: list.kind,
                number: index + 1,
                at: { ...at, line: firstLineOf(list) || at.line },
              },
            ]
          : [],
      ),
    )
  })
}

const HOLDS_WORDS = new Set([
  'quote',
  'list',
  'table',
  'checklist',
  'indicators',
  'steps',
  'callout',
  'legal',
  'contact',
])

/** A row of a table can be there for its place alone. */
function listsIn(block: Block): Block[] {
  return allBlocks([block]).filter(({ kind }) => isListOfParts(kind) && rowOf(kind).form !== 'table')
}

function saysNothing(block: Block): boolean {
  return !isVisible(textOf([block])) && !allBlocks([block]).some(({ kind }) => kind === 'image')
}
