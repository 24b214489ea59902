import { type Attributes, type Block, type BlockKind, MARKS, type RichText, type Run } from '../richText'
import { type Reading, readRuns } from './tokens'

/** A block made ready for comparison: without what nobody can see, and with what it is recognised by. */
export type TreeBlock = {
  id: string
  kind: BlockKind
  attrs: Attributes
  reading: Reading
  children: TreeBlock[]
  parent: TreeBlock | null
  /** Equal for blocks that read the same, whatever their kind and format. */
  wording: number
  /** Equal for blocks that are the same in everything but their ids. */
  whole: number
  /** All words of the block and of what is in it, as sorted numbers. */
  words: number[]
}

/** Attributes that are text for a reader, and are compared as such. */
export const TEXT_ATTRIBUTES = ['title', 'alt'] as const

/** What an attribute is where it is not given. */
const NEUTRAL: Attributes = { start: 1, colSpan: 1, rowSpan: 1, header: false }

/** Numbers for texts: equal texts, equal numbers. One for both sides of a comparison. */
export type Numbering = (text: string) => number

export function numbering(): Numbering {
  const known = new Map<string, number>()
  return (text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

/**
 * The blocks as a tree to compare. Empty paragraphs, empty named texts and attributes that say nothing are left out: no
 * text at all and one empty paragraph are the same text.
 */
export function treeOf(blocks: RichText, numberOf: Numbering): TreeBlock[] {
  return blocks.filter((block) => !isInvisible(block)).map((block) => treeBlockOf({ block, parent: null, numberOf }))
}

/** The value that stands for an attribute that is not there. */
export function neutralOf(name: string, like: string | number | boolean): string | number | boolean {
  return NEUTRAL[name] ?? (typeof like === 'string' ? '' : typeof like === 'number' ? 0 : false)
}

function isInvisible({ kind, runs, children }: Block): boolean {
  if (kind !== 'paragraph' && kind !== 'field') return false
  return (
    children.length === 0 && !runs.some((run) => run.type === 'footnote' || (run.type === 'text' && run.text !== ''))
  )
}

type Given = { block: Block; parent: TreeBlock | null; numberOf: Numbering }

function treeBlockOf({ block, parent, numberOf }: Given): TreeBlock {
  const { id, kind } = block
  const runs = block.runs.filter((run) => run.type !== 'text' || run.text !== '').map(orderMarks)
  const attrs = Object.fromEntries(
    Object.entries(block.attrs)
      .filter(([name, value]) => value !== neutralOf(name, value))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
  const tree: TreeBlock = {
    id,
    kind,
    attrs,
    reading: readRuns(runs),
    children: [],
    parent,
    wording: 0,
    whole: 0,
    words: [],
  }
  const visible = block.children.filter((child) => !isInvisible(child))
  tree.children = visible.map((child) => treeBlockOf({ block: child, parent: tree, numberOf }))
  tree.wording = numberOf(wordingOf(tree))
  tree.whole = numberOf(JSON.stringify([kind, attrs, joinRuns(runs), tree.children.map((child) => child.whole)]))
  tree.words = wordsOf(tree, numberOf)
  return tree
}

function orderMarks(run: Run): Run {
  return run.type === 'text' ? { ...run, marks: MARKS.filter((mark) => run.marks.includes(mark)) } : run
}

/** Text cut into more runs than its format asks for is the same text. */
function joinRuns(runs: Run[]): unknown[] {
  const out: { text: string; look: string }[] = []
  for (const run of runs) {
    const look = run.type === 'text' ? `${run.marks.join()} ${run.link ?? ''}` : run.type
    const text = run.type === 'break' ? '' : run.text.normalize('NFC')
    const last = out.at(-1)
    if (last && run.type === 'text' && last.look === look) last.text += text
    else out.push({ text, look })
  }
  return out.map(({ text, look }) => [text, look])
}

function wordingOf({ kind, attrs, reading, children }: TreeBlock): string {
  const own = reading.tokens.map((token) => token.key)
  // Without a word there is nothing to be recognised by but what it is.
  const looks = own.length === 0 && children.length === 0 ? [kind, JSON.stringify(attrs)] : []
  return [
    'wording',
    ...looks,
    ...textAttributesOf(attrs),
    ...own,
    ...children.map((child) => `#${child.wording}`),
  ].join('\n')
}

function wordsOf({ attrs, reading, children }: TreeBlock, numberOf: Numbering): number[] {
  const own = reading.tokens.filter((token) => token.isWord).map((token) => token.key)
  const named = textAttributesOf(attrs).flatMap((value) => value.split(/\s+/u))
  const numbers = [...own, ...named].map((word) => numberOf(`word ${word.toLowerCase()}`))
  return [...numbers, ...children.flatMap((child) => child.words)].sort((one, other) => one - other)
}

function textAttributesOf(attrs: Attributes): string[] {
  return TEXT_ATTRIBUTES.map((name) => attrs[name]).filter((value) => typeof value === 'string')
}
