import { type Numbers, numbers } from '../alignment/numbers'
import { type BlockKind, neutralOf, TEXT_ATTRIBUTES } from '../richText/blockKinds'
import { isEmptyText } from '../richText/empty'
import type { Attributes, Block, RichText, Run } from '../richText/richText'
import { joinedRuns } from '../richText/runs'
import { joinReadings, type Reading, readRuns, roughWords } from '../words/tokens'

/**
 * A block prepared for comparison, without what is invisible. Its words are read only on demand (`readingOf`, `wordsOf`): most blocks
 * of two versions are equal.
 */
export type TreeBlock = {
  id: string
  kind: BlockKind
  attrs: Attributes
  runs: Run[]
  children: TreeBlock[]
  parent: TreeBlock | null
  /** Equal for blocks that are equal but for their ids … */
  whole: number
  /** … and the same without the children. */
  own: number
  /** Equal for equal texts, whatever their format. */
  text: number
  /** An estimate of the number of words, with those of the children. */
  size: number
  read: { reading?: Reading; words?: Int32Array; ownWords?: Int32Array; wording?: number }
  numberOf: Numbering
}

/** Numbers for texts, the same on all sides; `sizes` has the estimated words of each, so that equal texts are counted once. */
export type Numbering = Numbers & { sizes: Map<number, number> }

export function numbering(): Numbering {
  return Object.assign(numbers(), { sizes: new Map<number, number>() })
}

/**
 * The blocks as a tree for comparison, without empty paragraphs, empty named texts and attributes that mean nothing: no text and one
 * empty paragraph are the same text.
 */
export function treeOf(blocks: RichText, numberOf: Numbering): TreeBlock[] {
  // An outermost named text belongs to a record (front matter), and is there even if it is empty.
  const seen = blocks.filter((block) => block.kind === 'field' || !isEmptyText(block))
  return seen.map((block) => treeBlockOf(block, null, numberOf))
}

export function readingOf(block: TreeBlock): Reading {
  block.read.reading ??= readRuns(block.runs, block.numberOf)
  return block.read.reading
}

/** The words of several blocks as one text, with a token where a block ends. */
export function readingOfAll(blocks: TreeBlock[]): Reading {
  const [only, ...more] = blocks
  if (only && more.length === 0) return readingOf(only)
  const parts = blocks.map((block) => ({ reading: readingOf(block), block }))
  return joinReadings(parts, only?.numberOf ?? numbering())
}

/** All words of the block and its children, as sorted numbers. */
export function wordsOf(block: TreeBlock): Int32Array {
  const own = ownWordsOf(block)
  if (block.children.length === 0) return own
  block.read.words ??= new Int32Array([...own, ...block.children.flatMap((child) => [...wordsOf(child)])]).sort()
  return block.read.words
}

/** The words of the block alone, as sorted numbers. */
export function ownWordsOf(block: TreeBlock): Int32Array {
  block.read.ownWords ??= new Int32Array(wordNumbers(block)).sort()
  return block.read.ownWords
}

/** A number that is equal for blocks with the same words, whatever their kind and format. */
export function wordingOf(block: TreeBlock): number {
  block.read.wording ??= wordingFor(block)
  return block.read.wording
}

/** The block again, without what is invisible. */
export function blockOf({ id, kind, attrs, runs, children }: TreeBlock): Block {
  return { id, kind, attrs, runs, children: children.map(blockOf) }
}

function treeBlockOf(block: Block, parent: TreeBlock | null, numberOf: Numbering): TreeBlock {
  const { id, kind } = block
  const [attrs, runs] = [attributesOf(block.attrs), joinedRuns(block.runs)]
  const plain = plainOf(runs)
  const text = numberOf(plain)
  const own = numberOf(ownOf({ kind, attrs, runs, text }))
  const size = sizeOf(plain, text, numberOf) + roughWords(namedTexts(attrs).join('\n'))
  const children: TreeBlock[] = []
  const tree: TreeBlock = { id, kind, attrs, runs, text, children, parent, whole: own, own, size, read: {}, numberOf }
  for (const child of block.children) if (!isEmptyText(child)) children.push(treeBlockOf(child, tree, numberOf))
  if (children.length > 0) {
    tree.whole = numberOf(`whole ${own} ${children.map((child) => child.whole).join()}`)
    for (const child of children) tree.size += child.size
  }
  return tree
}

function sizeOf(text: string, number: number, { sizes }: Numbering): number {
  const size = sizes.get(number) ?? roughWords(text)
  sizes.set(number, size)
  return size
}

const NOTHING: Attributes = {}

function attributesOf(attrs: Attributes): Attributes {
  const names = Object.keys(attrs).filter((name) => attrs[name] !== neutralOf(name, attrs[name] ?? ''))
  if (names.length === 0) return NOTHING
  return Object.fromEntries(names.sort().map((name) => [name, attrs[name] ?? '']))
}

function plainOf(runs: Run[]): string {
  const [first] = runs
  if (runs.length === 1 && first?.type === 'text') return first.text.normalize('NFC')
  const parts = runs.map((run) => (run.type === 'text' ? run.text : run.type === 'break' ? '\n' : `\n[${run.text}]\n`))
  return parts.join('').normalize('NFC')
}

function wordingFor(block: TreeBlock): number {
  const { kind, attrs, runs, children, numberOf } = block
  const own = plainOf(runs)
  const words = /[\u00a0\u202f\t]| {2}|^ | $/u.test(own) ? own.replace(/[ \u00a0\u202f\t]+/gu, ' ').trim() : own
  const named = namedTexts(attrs).join('\n')
  // A block without words is recognised by its kind and attributes.
  const looks = own === '' && children.length === 0 ? `${kind}${JSON.stringify(attrs)}` : ''
  if (children.length === 0 && named === '' && looks === '') return numberOf(words)
  return numberOf(`wording ${looks} ${named} ${numberOf(words)} ${children.map(wordingOf).join()}`)
}

function ownOf({ kind, attrs, runs, text }: Pick<TreeBlock, 'kind' | 'attrs' | 'runs' | 'text'>): string {
  const [only] = runs
  const isPlain =
    runs.length === 0 || (runs.length === 1 && only?.type === 'text' && only.marks.length === 0 && !only.link)
  const look = isPlain ? '' : JSON.stringify(runs).normalize('NFC')
  return `own ${kind} ${attrs === NOTHING ? '' : JSON.stringify(attrs)} ${text} ${look}`
}

function wordNumbers(block: TreeBlock): number[] {
  const { tokens, numbers } = readingOf(block)
  const words: number[] = []
  for (let index = 0; index < tokens.length; index++) if (tokens[index]?.isWord) words.push(numbers[index] ?? 0)
  for (const text of namedTexts(block.attrs)) for (const word of text.split(/\s+/u)) words.push(block.numberOf(word))
  return words
}

/** The texts for readers among the attributes. */
function namedTexts(attrs: Attributes): string[] {
  return attrs === NOTHING
    ? []
    : TEXT_ATTRIBUTES.map((name) => attrs[name]).filter((value) => typeof value === 'string')
}
