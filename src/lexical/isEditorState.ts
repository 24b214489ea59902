import { spansOfRow } from '@/domain/richText/spans'
import { arrayOf, INLINE_TYPES, isRecord, type JsonRecord, recordOf } from './lexicalJson'

/**
 * Is this a text that our editor can open and MongoDB can store? It has only known nodes (an unknown one would prevent
 * the editor from opening), nodes only where nodes belong, not deeper nesting than any text, no table cell that spans
 * more than a browser can render, and no more entries of structured blocks than a request can validate. The field itself
 * checks the content of the nodes.
 */
export function isEditorState(value: unknown): boolean {
  return !isNestedDeeper(value, MAX_NESTING) && isState(value) && entriesIn(value) <= MAX_ENTRIES
}

// MongoDB stores 100 levels, and the document around the text takes some.
const MAX_NESTING = 80

/**
 * The entries of all checklists, signs and steps of one text. Payload's field validates each entry for some milliseconds,
 * in which the server answers nobody else.
 */
const MAX_ENTRIES = 1_000

/** What the features in collections/richText/editor.ts write. */
const NODE_TYPES: ReadonlySet<unknown> = new Set([
  ...INLINE_TYPES,
  'paragraph',
  'heading',
  'quote',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'upload',
  'horizontalrule',
  'block',
])

function isState(value: unknown): boolean {
  const root = recordOf(recordOf(value).root)
  return root.type === 'root' && areNodes(root.children)
}

function areNodes(value: unknown): boolean {
  return Array.isArray(value) && value.every(isNode)
}

function isNode(value: unknown): boolean {
  if (!isRecord(value) || !NODE_TYPES.has(value.type)) return false
  if (value.children !== undefined && !areNodes(value.children)) return false
  if (value.type === 'tablerow' && !areSpansWithinLimits(value.children)) return false
  if (value.type === 'text' || value.type === 'tab') return typeof value.text === 'string'
  return value.type === 'block' || value.type === 'inlineBlock' ? areFields(value.fields) : true
}

function areSpansWithinLimits(cells: unknown): boolean {
  const given = arrayOf(cells).map(recordOf)
  const allowed = spansOfRow(given)
  return given.every(
    ({ colSpan, rowSpan }, index) =>
      (isAbsent(colSpan) || colSpan === allowed[index]?.colSpan) &&
      (isAbsent(rowSpan) || rowSpan === allowed[index]?.rowSpan),
  )
}

/** The fields of a structured block: entries are in `rows`, the text of a callout in `content`. */
function areFields(fields: unknown): boolean {
  if (!isRecord(fields)) return false
  const { content, rows }: JsonRecord = fields
  const hasRows = Array.isArray(rows) ? rows.every(isRecord) : isAbsent(rows)
  return hasRows && (isAbsent(content) || isState(content))
}

/** How many entries the structured blocks of a text have, those in callouts too. */
function entriesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + entriesIn(one), 0)
  const { root, children, fields } = recordOf(value)
  const { content, rows } = recordOf(fields)
  return [root, children, content].reduce((sum: number, one) => sum + (one ? entriesIn(one) : 0), arrayOf(rows).length)
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** Level by level: what is nested too deeply to be stored may also be nested too deeply to be walked. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}
