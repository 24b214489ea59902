import { isBlockKind, isOfForm } from '@/domain/richText/blockKinds'
import { keptBlockIds, type Place } from '@/domain/richText/keptBlockIds'
import {
  arrayOf,
  blockIdOf,
  isRecord,
  isWrapperOfLists,
  type JsonRecord,
  MAX_DEPTH,
  recordOf,
  stringOf,
  wordsIn,
} from './lexicalJson'

/**
 * The value with an id on every block, including those in callouts and cells and the entries of structured blocks, no
 * two of them equal, and how many ids were added. `previous` is the value before the change: a block that lost its id
 * in the editor gets it again by its text; `keptBlockIds` has the rules. Text nodes lose their `$`, which would keep
 * equal neighbours apart. Pure, deterministic, never throws; what is not rich text does not change.
 */
export function repairBlockIds({
  value,
  previous,
  newId,
}: {
  value: unknown
  previous: unknown
  newId: () => string
}): { value: unknown; repaired: number } {
  const after = placesIn(value)
  const ids = keptBlockIds({ after, before: placesIn(previous), newId })
  let next = 0
  const stamped = rebuilt(value, () => ids[next++] ?? '')
  const repaired = ids.filter((id, place) => id !== after[place]?.id).length
  return { value: stamped, repaired }
}

// Called for each place in reading order; returns the id for the place.
type Visit = (place: () => Place) => string

function placesIn(value: unknown): Place[] {
  const places: Place[] = []
  rebuilt(value, (placeOf) => {
    const place = placeOf()
    places.push(place)
    return place.id
  })
  return places
}

function rebuilt(value: unknown, visit: Visit, depth = 0): unknown {
  if (!isRecord(value) || !isRecord(value.root) || !Array.isArray(value.root.children)) return value
  return { ...value, root: { ...value.root, children: rebuiltNodes(value.root.children, visit, depth) } }
}

function rebuiltNodes(nodes: unknown[], visit: Visit, depth: number): unknown[] {
  if (depth > MAX_DEPTH) return nodes
  const first = nodes.find(isRecord)
  return nodes.map((node) => {
    if (!isRecord(node) || typeof node.type !== 'string') return node
    // An item that only contains nested lists is part of the item before it; without an item before it, it is an item
    // itself.
    const isBlock = SORTS.has(node.type) && (node === first || !isWrapperOfLists(node))
    const own = isBlock ? stamped(node, visit) : bare(node)
    const inside = Array.isArray(own.children) ? { children: rebuiltNodes(own.children, visit, depth + 1) } : {}
    const fields =
      own.type === 'block' && isRecord(own.fields) ? { fields: rebuiltFields(own.fields, visit, depth) } : {}
    return { ...own, ...inside, ...fields }
  })
}

const SORTS = new Map([
  ['paragraph', 'text'],
  ['heading', 'text'],
  ['quote', 'text'],
  ['listitem', 'text'],
  ['list', 'list'],
  ['table', 'table'],
  ['tablerow', 'tablerow'],
  ['tablecell', 'tablecell'],
  ['upload', 'upload'],
  ['horizontalrule', 'horizontalrule'],
  ['block', 'block'],
])

function stamped(node: JsonRecord, visit: Visit): JsonRecord {
  const sort = SORTS.get(stringOf(node.type)) ?? ''
  const blockType = stringOf(recordOf(node.fields).blockType)
  const id = visit(() => ({
    id: blockIdOf(node),
    sort: node.type === 'block' ? `block ${blockType}` : sort,
    text: ownWords(node),
  }))
  // The nodes of Payload's own features keep their own id in the editor and lose `$`: the two are the same id.
  const own =
    node.type === 'block' ? { fields: { ...recordOf(node.fields), id } } : node.type === 'upload' ? { id } : {}
  return { ...node, ...own, $: { ...recordOf(node.$), bid: id } }
}

function ownWords(node: JsonRecord): string {
  const children = arrayOf(node.children)
  const isNested = (child: unknown) => isRecord(child) && child.type === 'list'
  if (node.type === 'listitem') return wordsIn({ ...node, children: children.filter((child) => !isNested(child)) })
  if (node.type !== 'upload') return wordsIn(node)
  const file = isRecord(node.value) ? node.value.id : node.value
  return `${typeof file === 'number' ? file : stringOf(file)} ${wordsIn(node)}`
}

function bare(node: JsonRecord): JsonRecord {
  if (!isRecord(node.$)) return node
  const { $, ...rest } = node
  const { bid, ...state } = $
  return node.type === 'text' || Object.keys(state).length === 0 ? rest : { ...rest, $: state }
}

function rebuiltFields(fields: JsonRecord, visit: Visit, depth: number): JsonRecord {
  const { blockType } = fields
  if (!isBlockKind(blockType)) return fields
  if (isOfForm(blockType, 'box')) return { ...fields, content: rebuilt(fields.content, visit, depth + 2) }
  if (!isOfForm(blockType, 'entries') || !Array.isArray(fields.rows)) return fields
  const rows = fields.rows.map((row) => {
    if (!isRecord(row)) return row
    return { ...row, id: visit(() => ({ id: stringOf(row.id), sort: `row ${blockType}`, text: wordsIn(row) })) }
  })
  return { ...fields, rows }
}
