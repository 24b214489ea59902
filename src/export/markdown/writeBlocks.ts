import type { MergedBlock, MergedNode } from '@/domain/merge/merged'
import { type Run, text } from '@/domain/richText'
import { isOfForm, type KindOf } from '@/domain/richText/blockKinds'
import { plainTextOf } from '@/domain/richText/runs'
import { AT_MARGIN, betweenMarkers, isDisputed, onSide, runsOnSide } from './conflictSides'
import { quotedLines } from './prefixed'
import { writeBox, writeEntries, writeRecord } from './writeDirective'
import { writeItem, writeList } from './writeList'
import { destination, type LinePlace, quoted, type Spelling, writeRuns } from './writeRuns'
import { writeTable } from './writeTable'

export type BlockSpelling = Spelling & {
  /** Nothing stands before these blocks in the file: a rule there would open front matter. */
  isFileStart?: boolean
  /** These blocks begin on the line of an item's bullet. */
  isItemStart?: boolean
}

/** Blocks as lines of Markdown, an empty line between two blocks. */
export function writeBlocks(nodes: readonly MergedNode[], spelling: BlockSpelling): string[] {
  const lines: string[] = []
  let above: { node: MergedNode; isSecondSign: boolean } | null = null
  for (const node of nodes) {
    // Two lists would be one: the second takes the other sign.
    const isSecondSign: boolean = above !== null && isSameList(above.node, node) && !above.isSecondSign
    const isFirst = lines.length === 0
    const written = writeNode(node, {
      ...spelling,
      isFileStart: spelling.isFileStart && isFirst,
      isItemStart: spelling.isItemStart && isFirst,
      isSecondSign,
    })
    if (written.length === 0) continue
    const isJoined = node.kind !== 'conflict' && node.attrs.joined === true
    if (!isFirst && !isJoined) lines.push('')
    lines.push(...written)
    above = { node, isSecondSign }
  }
  return lines
}

/** Lines as the text of a file: one line end after the last. */
export function finished(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n').replaceAll(AT_MARGIN, '').replace(/\n+$/, '')}\n`
}

export type OneSpelling = BlockSpelling & { isSecondSign: boolean }

function isSameList(one: MergedNode, other: MergedNode): boolean {
  return one.kind === 'list' && other.kind === 'list' && one.attrs.style === other.attrs.style
}

function writeNode(node: MergedNode, spelling: OneSpelling): string[] {
  if (node.kind === 'conflict') return betweenMarkers((side) => writeBlocks(node[side], spelling))
  if (isDisputed(node)) return betweenMarkers((side) => onSide([node], side).flatMap((one) => writeNode(one, spelling)))
  const { kind } = node
  if (isOfForm(kind, 'text')) return TEXTS[kind](node, spelling)
  if (isOfForm(kind, 'list')) return writeList(node, spelling)
  if (isOfForm(kind, 'table')) return writeTable(node, spelling)
  if (isOfForm(kind, 'picture')) return [writeImage(node, spelling)]
  if (isOfForm(kind, 'rule')) return [spelling.isItemStart ? '___' : spelling.isFileStart ? '***' : '---']
  if (isOfForm(kind, 'entries')) return writeEntries(node, kind, spelling)
  if (isOfForm(kind, 'box')) return writeBox(node, spelling)
  if (isOfForm(kind, 'record')) return [writeRecord(node, spelling)]
  if (kind === 'item') return writeItem(node, { sign: '- ', isLoose: true }, spelling)
  return kind === 'field' ? lineOf(node, 'paragraph', spelling) : writeBlocks(node.children, spelling)
}

const TEXTS: Record<KindOf<'text'>, (node: MergedBlock, spelling: OneSpelling) => string[]> = {
  paragraph,
  heading,
  quote: (node, spelling) => {
    const own = node.runs.length === 0 ? [] : lineOf(node, 'paragraph', spelling)
    const below = writeBlocks(node.children, inside(spelling))
    const lines = [...own, ...(own.length > 0 && below.length > 0 ? [''] : []), ...below]
    return quotedLines(lines.length === 0 ? [''] : lines)
  },
}

export function inside(spelling: BlockSpelling): BlockSpelling {
  return { ...spelling, isFileStart: false, isItemStart: false }
}

export function lineOf({ runs }: MergedBlock, place: LinePlace, spelling: Spelling): string[] {
  const written = writeRuns({ runs: runsOnSide(runs, 'ours'), place, spelling })
  return written === '' ? [] : written.split('\n')
}

function paragraph(node: MergedBlock, spelling: OneSpelling): string[] {
  if (node.attrs.source === true) return plainLines(node)
  if (node.attrs.info === undefined) return lineOf(node, 'paragraph', spelling)
  // A fence without lines stays one: it often holds an instruction in its first line alone.
  const lines = node.runs.length === 0 ? [] : plainLines(node)
  const info = String(node.attrs.info)
  const sign = info.includes('`') ? '~' : '`'
  const longest = Math.max(2, ...lines.map((line) => /^\s*([`~]{3,})/.exec(line)?.[1]?.length ?? 0))
  const fence = sign.repeat(longest + 1)
  return [`${fence}${info}`, ...lines, fence]
}

function plainLines({ runs }: MergedBlock): string[] {
  return plainTextOf(runsOnSide(runs, 'ours')).split('\n')
}

function heading(node: MergedBlock, spelling: OneSpelling): string[] {
  const level = Math.min(6, Math.max(1, Number(node.attrs.level) || 1))
  const own = runsOnSide(node.runs, 'ours')
  if (spelling.isSource && level <= 2 && own.some((run) => run.type === 'break')) {
    return [...lineOf(node, 'paragraph', spelling), (level === 1 ? '=' : '-').repeat(3)]
  }
  return [`${'#'.repeat(level)} ${writeRuns({ runs: own, place: 'heading', spelling })}`.trimEnd()]
}

/** A picture with its description, and its caption as title. */
export function writeImage(node: MergedBlock, spelling: Spelling): string {
  const { isSource } = spelling
  const caption = plainTextOf(runsOnSide(node.runs, 'ours')).replace(/\n/g, ' ')
  const title = caption === '' ? '' : ` ${quoted(caption, isSource)}`
  const address = destination({ url: String(node.attrs.media ?? ''), hasTitle: caption !== '', isSource })
  return `![${label(String(node.attrs.alt ?? ''), spelling)}](${address}${title})`
}

/** The words between square brackets: they are read as a line, without its formatting. */
export function label(value: string, spelling: Spelling): string {
  const inBrackets: Run[] = [text(value, [], '#')]
  return /^\[([\s\S]*)\]\(#\)$/.exec(writeRuns({ runs: inBrackets, place: 'heading', spelling }))?.[1] ?? ''
}
