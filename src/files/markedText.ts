import { type BlockChange, type Segment, segmentsOfNamed } from '@/domain/diff/diff'
import { TEXT_ATTRIBUTES } from '@/domain/richText/blockKinds'
import type { Translator } from '@/messages/translate'
import { formattingNotes } from '@/textView/notes'

/** About how many characters of unchanged text are shown on each side of a change. */
const CONTEXT = 60

/**
 * A changed block as lines of plain text, with git's marks for words: `[-removed-]`, `{+added+}`, and `{=words=} (now
 * bold)` if only the format changed. Unchanged text is shortened; wholly new or removed blocks are shown in full, with
 * everything inside them.
 */
export function markedLines({ block, t }: { block: BlockChange; t: Translator }): string[] {
  const isWhole = block.status === 'added' || block.status === 'removed'
  if (block.kind === 'table' && (isWhole || block.columns)) return block.children.map((row) => rowLine(row, t))
  if (block.kind === 'row') return [rowLine(block, t)]
  const own = [...namedTexts(block), block.segments].map((segments) => marked({ segments, t, isCut: !isWhole }))
  // A cell shows its content; any other unchanged block has its own places inside it.
  const held = isWhole || block.kind === 'cell' ? block.children : []
  const indent = block.kind === 'item' || block.kind === 'callout' ? '  ' : ''
  return [
    ...own.filter((line) => line !== ''),
    ...held.flatMap((child) => markedLines({ block: child, t })).map((line) => `${indent}${line}`),
  ]
}

/** Titles and descriptions of pictures are attributes, but words to a reader. */
function namedTexts(block: BlockChange): Segment[][] {
  const isWhole = block.status === 'added' || block.status === 'removed'
  return TEXT_ATTRIBUTES.flatMap((name) => (isWhole || block.named?.[name] ? [segmentsOfNamed(block, name)] : []))
}

function rowLine(row: BlockChange, t: Translator): string {
  const cells = row.children.map((cell) => cellWords(cell, t))
  return `| ${cells.join(' | ')} |`
}

function cellWords({ segments, children }: BlockChange, t: Translator): string {
  const own = marked({ segments, t, isCut: false })
  return [own, ...children.map((child) => cellWords(child, t))].filter((words) => words !== '').join(' / ')
}

const SIGNS = { added: ['{+', '+}'], removed: ['[-', '-]'], reformatted: ['{=', '=}'] } as const

function marked({ segments, t, isCut }: { segments: Segment[]; t: Translator; isCut: boolean }): string {
  const stretches = stretchesOf(segments, t)
  const line = stretches.map(({ look, words, notes }, index) => {
    if (look !== 'same') return withSigns({ look, words, notes })
    return isCut ? cutShort({ words, isFirst: index === 0, isLast: index === stretches.length - 1 }) : words
  })
  return line.join('').replace(/\s+/gu, ' ').trim()
}

type Stretch = { look: 'same' | keyof typeof SIGNS; words: string; notes: string }

/** Adjacent words with the same format together, so that a removed phrase with a bold word in it is one removal. */
function stretchesOf(segments: Segment[], t: Translator): Stretch[] {
  const stretches: Stretch[] = []
  // A paragraph break at the very end joins nothing: the block was split again in the same place.
  const shown = segments.filter((segment, index) => segment.object !== 'end' || index < segments.length - 1)
  for (const segment of shown) {
    const notes = formattingNotes({ segment, t }).join('; ')
    const look = segment.status !== 'same' ? segment.status : notes === '' ? 'same' : 'reformatted'
    const words = wordsOf(segment)
    const last = stretches.at(-1)
    if (last && last.look === look && last.notes === notes) last.words += words
    else stretches.push({ look, words, notes })
  }
  return stretches
}

function wordsOf({ text, object }: Segment): string {
  switch (object) {
    case 'break':
      return ' ↵ '
    case 'end':
      return ' ¶ '
    case 'footnote':
      return ` [${text}]`
    default:
      return text
  }
}

/** Spaces at the edge of a change are outside its marks. */
function withSigns({ look, words, notes }: Stretch & { look: keyof typeof SIGNS }): string {
  const inner = words.trim()
  if (inner === '') return words
  const [open, close] = SIGNS[look]
  const before = words.slice(0, words.length - words.trimStart().length)
  const after = words.slice(words.trimEnd().length)
  return `${before}${open}${inner}${close}${notes === '' ? '' : ` (${notes})`}${after}`
}

function cutShort({ words, isFirst, isLast }: { words: string; isFirst: boolean; isLast: boolean }): string {
  const most = CONTEXT * (isFirst && isLast ? 2 : isFirst || isLast ? 1 : 2)
  if (words.length <= most + CONTEXT / 4) return words
  const head = isFirst && !isLast ? '' : words.slice(0, CONTEXT * (isFirst ? 2 : 1)).replace(/\s\S*$/u, '')
  const tail = isLast ? '' : words.slice(-CONTEXT).replace(/^\S*\s/u, '')
  return `${head}${head === '' ? '' : ' '}… ${tail}`
}
