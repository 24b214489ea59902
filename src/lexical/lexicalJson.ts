import type { Mark } from '@/domain/richText/richText'

/** A node as Lexical 0.50 and Payload's features store it. */
export type LexicalNode = { type: string; version: number; [key: string]: unknown }

/** The value of a rich-text field. */
export type LexicalState = {
  root: {
    type: 'root'
    version: 1
    direction: null
    format: ''
    indent: 0
    children: LexicalNode[]
  }
}

export type JsonRecord = Record<string, unknown>

/** Deeper than any text that MongoDB stores (100 levels): what is below is not read. */
export const MAX_DEPTH = 200

/** The bits of a text node's `format`, in Lexical's order. */
export const FORMAT_BITS: Readonly<Record<Mark, number>> = {
  bold: 1,
  italic: 2,
  strike: 4,
  underline: 8,
  code: 16,
  sub: 32,
  sup: 64,
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {}
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function isNodeOf(value: unknown, type: string): value is JsonRecord {
  return isRecord(value) && value.type === type
}

/** A list item that only contains nested lists, which is how Lexical nests them. */
export function isWrapperOfLists(node: JsonRecord): boolean {
  const children = arrayOf(node.children)
  return node.type === 'listitem' && children.length > 0 && children.every((child) => isNodeOf(child, 'list'))
}

/**
 * The id of a block node. Payload's editor drops `$` from its own nodes (block, upload) and keeps their own id, so both
 * are checked.
 */
export function blockIdOf(node: JsonRecord): string {
  const kept = stringOf(recordOf(node.$).bid)
  if (kept !== '') return kept
  const own = node.type === 'block' ? recordOf(node.fields).id : node.type === 'upload' ? node.id : ''
  return isPlaceId(own) ? '' : stringOf(own)
}

/**
 * An id derived from the position in the text, for nodes that must have one without a meaning (links, notes), and for
 * blocks that the server has not given one yet: equal texts give equal JSON.
 */
export function placeId(path: readonly number[]): string {
  return ['at', ...path].join('-')
}

function isPlaceId(value: unknown): boolean {
  return typeof value === 'string' && /^at(?:-\d+)+$/.test(value)
}

/**
 * All text in a node or in the fields of a block, one line for each block: the fallback if nothing else can be made of
 * it.
 */
export function wordsIn(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return linesOf(value, depth)
  if (!isRecord(value)) return ''
  if (isRecord(value.root)) return wordsIn(value.root, depth + 1)
  if (typeof value.type !== 'string') return linesOf(spokenValues(value), depth)
  if (typeof value.text === 'string') return value.text
  if (value.type === 'linebreak') return '\n'
  const isLink = value.type === 'link' || value.type === 'autolink'
  const fields = isLink || !isRecord(value.fields) ? '' : linesOf(spokenValues(value.fields), depth)
  if (value.type === 'inlineBlock') return ` [${fields}]`
  const children = arrayOf(value.children)
  const isInline = children.some((child) => isRecord(child) && INLINE_TYPES.has(child.type))
  const inside = isInline ? children.map((child) => wordsIn(child, depth + 1)).join('') : linesOf(children, depth)
  return fields === '' || inside === '' ? fields + inside : `${fields}\n${inside}`
}

/** The types of inline nodes. */
export const INLINE_TYPES: ReadonlySet<unknown> = new Set([
  'text',
  'tab',
  'linebreak',
  'link',
  'autolink',
  'inlineBlock',
])

const SILENT = new Set(['id', 'blockType', 'blockName', 'tone', 'weight'])

/** The fields of a block that a person reads as words, or that contain such fields. */
export function spokenFields(fields: JsonRecord): [name: string, value: unknown][] {
  return Object.entries(fields).filter(([name]) => !SILENT.has(name))
}

function spokenValues(fields: JsonRecord): unknown[] {
  return spokenFields(fields).map(([, value]) => value)
}

function linesOf(values: unknown[], depth: number): string {
  const lines = values.map((value) => wordsIn(value, depth + 1))
  return lines.filter((line) => line !== '').join('\n')
}
