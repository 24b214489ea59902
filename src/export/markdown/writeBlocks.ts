import { isOfForm, type KindOf } from '@/domain/richText/blockKinds'
import { plainTextOf } from '@/domain/richText/runs'
import {
  type BlockInVersions,
  differsItself,
  type NodeInVersions,
  onVersion,
  runsOnVersion,
} from '@/domain/richText/versions'
import { type BlockSpelling, inside, type OneSpelling } from './blockSpelling'
import { AT_MARGIN, betweenMarkers } from './conflictMarkers'
import { quotedLines } from './prefixed'
import { writeBox, writeEntries, writeRecord } from './writeDirective'
import { lineOf, writeImage } from './writeLine'
import { writeItem, writeList } from './writeList'
import { writeRuns } from './writeRuns'
import { writeTable } from './writeTable'

/** Blocks as lines of Markdown, an empty line between two blocks. */
export function writeBlocks(nodes: readonly NodeInVersions[], spelling: BlockSpelling): string[] {
  const lines: string[] = []
  let above: { node: NodeInVersions; isSecondSign: boolean } | null = null
  for (const node of nodes) {
    // Two lists would become one, so the second uses the other marker.
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

function isSameList(one: NodeInVersions, other: NodeInVersions): boolean {
  return one.kind === 'list' && other.kind === 'list' && one.attrs.style === other.attrs.style
}

function writeNode(node: NodeInVersions, spelling: OneSpelling): string[] {
  if (node.kind === 'conflict') return betweenMarkers((version) => writeBlocks(node[version], spelling))
  if (differsItself(node))
    return betweenMarkers((version) => onVersion([node], version).flatMap((one) => writeNode(one, spelling)))
  const { kind } = node
  if (isOfForm(kind, 'text')) return TEXTS[kind](node, spelling)
  if (isOfForm(kind, 'list')) return writeList(node, spelling, writeBlocks)
  if (isOfForm(kind, 'table')) return writeTable(node, spelling)
  if (isOfForm(kind, 'picture')) return [writeImage(node, spelling)]
  if (isOfForm(kind, 'rule')) return [spelling.isItemStart ? '___' : spelling.isFileStart ? '***' : '---']
  if (isOfForm(kind, 'entries')) return writeEntries(node, kind, spelling)
  if (isOfForm(kind, 'box')) return writeBox(node, spelling, writeBlocks)
  if (isOfForm(kind, 'record')) return [writeRecord(node, spelling)]
  if (kind === 'item') return writeItem(node, { sign: '- ', isLoose: true, spelling, writeBlocks })
  return kind === 'field' ? lineOf(node, 'paragraph', spelling) : writeBlocks(node.children, spelling)
}

const TEXTS: Record<KindOf<'text'>, (node: BlockInVersions, spelling: OneSpelling) => string[]> = {
  paragraph,
  heading,
  quote: (node, spelling) => {
    const own = node.runs.length === 0 ? [] : lineOf(node, 'paragraph', spelling)
    const below = writeBlocks(node.children, inside(spelling))
    const lines = [...own, ...(own.length > 0 && below.length > 0 ? [''] : []), ...below]
    return quotedLines(lines.length === 0 ? [''] : lines)
  },
}

function paragraph(node: BlockInVersions, spelling: OneSpelling): string[] {
  if (node.attrs.source === true) return plainLines(node)
  if (node.attrs.info === undefined) return lineOf(node, 'paragraph', spelling)
  // A fence without lines stays one: its first line often contains an instruction.
  const lines = node.runs.length === 0 ? [] : plainLines(node)
  const info = String(node.attrs.info)
  const sign = info.includes('`') ? '~' : '`'
  const longest = Math.max(2, ...lines.map((line) => /^\s*([`~]{3,})/.exec(line)?.[1]?.length ?? 0))
  const fence = sign.repeat(longest + 1)
  return [`${fence}${info}`, ...lines, fence]
}

function plainLines({ runs }: BlockInVersions): string[] {
  return plainTextOf(runsOnVersion(runs, 'ours')).split('\n')
}

function heading(node: BlockInVersions, spelling: OneSpelling): string[] {
  const level = Math.min(6, Math.max(1, Number(node.attrs.level) || 1))
  const own = runsOnVersion(node.runs, 'ours')
  if (spelling.isSource && level <= 2 && own.some((run) => run.type === 'break')) {
    return [...lineOf(node, 'paragraph', spelling), (level === 1 ? '=' : '-').repeat(3)]
  }
  return [`${'#'.repeat(level)} ${writeRuns({ runs: own, place: 'heading', spelling })}`.trimEnd()]
}
