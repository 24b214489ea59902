import type { MergedBlock, MergedNode } from '@/domain/merge/merged'
import { plainTextOf } from '@/domain/richText/runs'
import { AT_MARGIN, betweenMarkers, isDisputed, ownOnSide, runsOnSide } from './conflictSides'

/** Front matter as it was read, with its fence; nothing where there is none. */
export function writeFrontMatter(fields: readonly MergedNode[]): string[] {
  return fields.length === 0
    ? []
    : ['---', ...fields.flatMap(writeNode), '---'].map((line) => line.replace(AT_MARGIN, ''))
}

function writeNode(node: MergedNode): string[] {
  if (node.kind === 'conflict') return betweenMarkers((side) => node[side].flatMap(writeNode))
  return isDisputed(node) ? betweenMarkers((side) => writeField(ownOnSide(node, side))) : writeField(node)
}

function writeField({ attrs, runs }: MergedBlock): string[] {
  const [first = '', ...others] = plainTextOf(runsOnSide(runs, 'ours')).split('\n')
  if (attrs.name === '' || attrs.name === undefined) return runs.length === 0 ? [] : [first, ...others]
  return [`${attrs.name}:${first.trim() === '' ? first : ` ${first}`}`, ...others]
}
