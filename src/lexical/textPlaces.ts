import { OBJECT } from '@/domain/words/tokens'
import {
  arrayOf,
  INLINE_TYPES,
  isNodeOf,
  isRecord,
  type JsonRecord,
  MAX_DEPTH,
  recordOf,
  spokenFields,
  stringOf,
} from './lexicalJson'

/** The keys and indexes that lead from the root node of an editor text to a value in it. */
export type TextPath = readonly (string | number)[]

/**
 * A text within an editor text that a person reads and writes as one: the runs of a paragraph, heading, item or cell (`runs`), or
 * one text of a block, such as the deadline of a step, the words of a footnote or a caption (`field`).
 */
export type TextPlace = { path: TextPath; text: string; kind: 'runs' | 'field' }

/** All texts of an editor text in the order in which they are read. What nobody sees as words, such as the address of a link, is none. */
export function textPlaces(state: unknown): TextPlace[] {
  return placesIn(recordOf(recordOf(state).root).children, ['children'])
}

function placesIn(nodes: unknown, path: TextPath): TextPlace[] {
  if (path.length > MAX_DEPTH) return []
  return arrayOf(nodes).flatMap((node, index) => (isRecord(node) ? placesOf(node, [...path, index]) : []))
}

function placesOf(node: JsonRecord, path: TextPath): TextPlace[] {
  const isLink = node.type === 'link' || node.type === 'autolink'
  if (!isLink && isRecord(node.fields)) return placesOfFields(node.fields, [...path, 'fields'])
  const isRuns = !isLink && arrayOf(node.children).some((child) => isRecord(child) && INLINE_TYPES.has(child.type))
  const own: TextPlace[] = isRuns
    ? [
        {
          path,
          text: leavesOf(node.children, path)
            .map(({ text }) => text)
            .join(''),
          kind: 'runs',
        },
      ]
    : []
  return [...own, ...placesIn(node.children, [...path, 'children'])]
}

function placesOfFields(value: unknown, path: TextPath): TextPlace[] {
  if (path.length > MAX_DEPTH) return []
  if (typeof value === 'string') return value === '' ? [] : [{ path, text: value, kind: 'field' }]
  if (Array.isArray(value)) return value.flatMap((one, index) => placesOfFields(one, [...path, index]))
  if (!isRecord(value)) return []
  if (isRecord(value.root)) return placesIn(value.root.children, [...path, 'root', 'children'])
  return spokenFields(value).flatMap(([name, one]) => placesOfFields(one, [...path, name]))
}

/**
 * What stands within a line, in order: the nodes of text also within links, and one character for everything else, across which no
 * words are found.
 */
export function leavesOf(nodes: unknown, path: TextPath): { path: TextPath; text: string; isText: boolean }[] {
  return arrayOf(nodes).flatMap((node, index) => {
    const at = [...path, 'children', index]
    if (isNodeOf(node, 'text')) return { path: at, text: stringOf(node.text), isText: true }
    if (isNodeOf(node, 'tab')) return { path: at, text: '\t', isText: false }
    if (isNodeOf(node, 'link') || isNodeOf(node, 'autolink')) return leavesOf(node.children, at)
    return { path: at, text: OBJECT, isText: false }
  })
}
