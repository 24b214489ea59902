import { BSON } from 'mongodb'
import { arrayOf, INLINE_TYPES, isRecord, type JsonRecord, recordOf } from './lexicalJson'

/** A text has too many levels, or `percent` % of what one text may hold, or a value that cannot be stored at all. */
export type ExceededLimit = { kind: 'depth' } | { kind: 'size'; percent: number } | { kind: 'type' }

/**
 * The limit of a stored text that this value exceeds; null if it exceeds none. What people save and what they import has
 * the same limits, so an imported text can be saved again. Works for any value; `isEditorState` says whether it is a text.
 */
export function exceededLimit(value: unknown): ExceededLimit | null {
  if (isNestedDeeper(value, MAX_NESTING)) return { kind: 'depth' }
  const nodes = nodesOf(value)
  const bytes = bytesOf(value, nodes)
  if (bytes === null) return { kind: 'type' }
  const share = Math.max(weightOf(nodes) / MAX_WEIGHT, bytes / MAX_BYTES)
  return share > 1 ? { kind: 'size', percent: Math.ceil(100 * share) } : null
}

// MongoDB stores 100 levels, and the document around the text takes some.
const MAX_NESTING = 80

/**
 * Payload validates every node of a text, and the server answers nobody else meanwhile. A node takes 0.05 to 0.2 ms; a
 * node with fields (block, footnote, link, picture) and an entry of a block take 0.4 to 0.9 ms, so they count ten times.
 * A text with this weight takes one or two seconds: 1,000 contacts, or 5,000 paragraphs. A table exceeds MAX_BYTES first.
 * The largest section of the real documents that we tested weighs 2,412 and has 207 KB, the largest section of
 * the sample 201 and 9 KB.
 */
const MAX_WEIGHT = 10_000
const WEIGHT_OF_FIELDS = 10
const WITH_FIELDS: ReadonlySet<unknown> = new Set(['block', 'inlineBlock', 'link', 'autolink', 'upload'])

/**
 * As MongoDB stores it: a document contains two texts in six languages, and has at most 16.7 MB. A long text is 4 to 11 %
 * longer than its JSON, many small values are up to five times as long. A table of 8 columns with five words in each cell fits
 * with 357 rows, one of 3 columns with 905.
 */
const MAX_BYTES = 1_350_000

/** What the id of a block takes that `repairBlockIds` adds when the text is stored. */
const BYTES_OF_ID = 30

/** Level by level: what is nested too deeply to be stored may also be nested too deeply to be walked. */
function isNestedDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}

/** All nodes of a text, those in callouts too. */
function nodesOf(value: unknown): JsonRecord[] {
  return nodesUnder(recordOf(recordOf(value).root).children)
}

function nodesUnder(children: unknown): JsonRecord[] {
  return arrayOf(children)
    .filter(isRecord)
    .flatMap((node) => [node, ...nodesUnder(node.children), ...nodesOf(recordOf(node.fields).content)])
}

function weightOf(nodes: readonly JsonRecord[]): number {
  return nodes.reduce((sum, node) => {
    const own = WITH_FIELDS.has(node.type) ? WEIGHT_OF_FIELDS : 1
    return sum + own + WEIGHT_OF_FIELDS * entriesOf(node).length
  }, 0)
}

/**
 * The length of the text as it will be stored, with an id on each block and entry. Null for a value that pretends to be one
 * of the types of BSON, which nobody's text does.
 */
function bytesOf(value: unknown, nodes: readonly JsonRecord[]): number | null {
  const lacking = nodes.reduce((sum, node) => {
    const entries = entriesOf(node).filter((entry) => recordOf(entry).id === undefined)
    return sum + entries.length + (node.$ === undefined && !INLINE_TYPES.has(node.type) ? 1 : 0)
  }, 0)
  try {
    return BSON.calculateObjectSize({ value }) + BYTES_OF_ID * lacking
  } catch {
    return null
  }
}

function entriesOf({ fields }: JsonRecord): unknown[] {
  return arrayOf(recordOf(fields).rows)
}
