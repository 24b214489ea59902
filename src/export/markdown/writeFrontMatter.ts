import { plainTextOf } from '@/domain/richText/runs'
import {
  type BlockInVersions,
  differsItself,
  type NodeInVersions,
  ownOnVersion,
  runsOnVersion,
} from '@/domain/richText/versions'
import { AT_MARGIN, betweenMarkers } from './conflictMarkers'

/** Front matter as it was read, with its fence; nothing if there is none. */
export function writeFrontMatter(fields: readonly NodeInVersions[]): string[] {
  return fields.length === 0
    ? []
    : ['---', ...fields.flatMap(writeNode), '---'].map((line) => line.replace(AT_MARGIN, ''))
}

function writeNode(node: NodeInVersions): string[] {
  if (node.kind === 'conflict') return betweenMarkers((version) => node[version].flatMap(writeNode))
  return differsItself(node) ? betweenMarkers((version) => writeField(ownOnVersion(node, version))) : writeField(node)
}

function writeField({ attrs, runs }: BlockInVersions): string[] {
  const [first = '', ...others] = plainTextOf(runsOnVersion(runs, 'ours')).split('\n')
  if (attrs.name === '' || attrs.name === undefined) return runs.length === 0 ? [] : [first, ...others]
  return [`${attrs.name}:${first.trim() === '' ? first : ` ${first}`}`, ...others]
}
