import { spansOfRow } from '@/domain/richText/spans'
import { arrayOf, INLINE_TYPES, isRecord, type JsonRecord, recordOf } from './lexicalJson'

/**
 * Is this a text that our editor can open? It has only known nodes (an unknown one would prevent the editor from
 * opening), nodes only where nodes belong, and no table cell that spans more than a browser can render. The field itself
 * checks the content of the nodes. Not for a value with unlimited nesting: `exceededLimit` finds that first.
 */
export function isEditorState(value: unknown): boolean {
  const root = recordOf(recordOf(value).root)
  return root.type === 'root' && areNodes(root.children)
}

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
  return hasRows && (isAbsent(content) || isEditorState(content))
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}
