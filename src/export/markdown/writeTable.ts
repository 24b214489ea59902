import { type BlockInVersions, differs, type NodeInVersions, onVersion } from '@/domain/richText/versions'
import { betweenMarkers } from './conflictMarkers'
import { writeImage } from './writeLine'
import { type Spelling, writeRuns } from './writeRuns'

/** A table; its rows once, or three times each in a conflict. */
export function writeTable(node: BlockInVersions, spelling: Spelling): string[] {
  const align = String(node.attrs.align ?? '').split(' ')
  const rowLines = (row: NodeInVersions): string[] => {
    if (row.kind === 'conflict') return betweenMarkers((version) => onVersion(row[version], version).map(rowLine))
    return differs(row) ? betweenMarkers((version) => onVersion([row], version).map(rowLine)) : [rowLine(row)]
  }
  const rowLine = (row: BlockInVersions): string =>
    `| ${row.children.map((cell) => cellText(cell, spelling)).join(' | ')} |`
  const [head, ...rows] = node.children
  if (head === undefined) return []
  const columns = onVersion([head], head.kind === 'conflict' ? head.kept : 'ours')[0]?.children.length ?? 1
  const rule = Array.from({ length: columns }, (_, column) => RULES[align[column] ?? ''] ?? '---')
  return [...rowLines(head), `| ${rule.join(' | ')} |`, ...rows.flatMap(rowLines)]
}

const RULES: Partial<Record<string, string>> = { left: ':--', right: '--:', center: ':-:' }

/** A cell contains one line: its paragraphs follow each other in it, pictures in their place. */
function cellText(cell: NodeInVersions, spelling: Spelling): string {
  const blocks = onVersion([cell], 'ours').flatMap((one) => (one.kind === 'cell' ? one.children : [one]))
  return blocks.reduce((line, one, index) => {
    const isApart = index > 0 && one.kind !== 'image' && blocks[index - 1]?.kind !== 'image'
    const written =
      one.kind === 'image'
        ? writeImage(one, spelling).replace(/(?<!\\)\|/g, '\\|')
        : writeRuns({ runs: one.runs, place: 'cell', spelling })
    return `${line}${isApart ? '<br>' : ''}${written}`
  }, '')
}
