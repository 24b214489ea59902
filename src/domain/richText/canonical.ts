import { joinAdjacent } from '../alignment/joinAdjacent'
import { isSafeLink } from '../safeUrl'
import { type BlockKind, rowOf, storedAttributes } from './blockKinds'
import { type Block, block, type RichText, type Run, text } from './richText'
import { joinedRuns, plainTextOf } from './runs'
import { spansOfRow } from './spans'

/**
 * One value for all texts that look the same: equal neighbouring runs are joined, empty runs and empty paragraphs at the end are
 * removed, characters are NFC, marks have one order, attributes with a default value are absent, and every structured block has all
 * its fields, in order, with ids that follow from the id of their parent.
 *
 * What has no stored form is changed without losing a word: paragraphs in a list item become one text with an empty line between them;
 * neighbouring lists of one style become one list, as in the editor; a block of a kind that cannot be at its place becomes a
 * paragraph; cells span no more than `spansOfRow` allows; a link to an unsafe address becomes plain text. Never throws; idempotent.
 */
export function canonicalRichText(blocks: RichText): RichText {
  return flow(blocks, flowBlocks)
}

/** The runs in canonical form; see `canonicalRichText`. */
export function canonicalRuns(runs: Run[]): Run[] {
  const joined = joinedRuns(runs.flatMap(splitAtLineEnds))
  const end = joined.findLastIndex(({ type }) => type !== 'break')
  return joined
    .slice(0, end + 1)
    .map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFC') }))
}

function splitAtLineEnds(run: Run): Run[] {
  if (run.type === 'break') return [{ type: 'break' }]
  if (run.text === '') return []
  if (run.type === 'footnote') return [{ type: 'footnote', text: run.text.replace(/\r\n?/g, '\n') }]
  const link = run.link !== undefined && isSafeLink(run.link) ? run.link : undefined
  return run.text.split(/\r\n|\r|\n/).flatMap((line, place): Run[] => {
    const words: Run[] = line === '' ? [] : [text(line, run.marks, link)]
    return place === 0 ? words : [{ type: 'break' }, ...words]
  })
}

function flowBlocks(given: Block): Block[] {
  const { form, holds, fields = [] } = rowOf(given.kind)
  switch (form) {
    case 'text':
      return [made(given, { runs: foldedRuns(given) })]
    case 'list':
      return list(given)
    case 'table':
      return table(given)
    case 'picture':
      return picture(given)
    case 'rule':
      return [made(given)]
    case 'entries':
      return [made(given, { children: given.children.map((child) => entry(child, given.kind)) })]
    case 'record':
      return [made(given, { children: named(given, fields) })]
    case 'box':
      return [
        made(given, {
          children: flow(given.children, (one) => (holds.includes(one.kind) ? flowBlocks : asParagraph)(one)),
        }),
      ]
    case 'part':
      return asParagraph(given)
    default:
      return form satisfies never
  }
}

/** A block of the same kind with the attributes that are stored for it. */
function made({ id, kind, attrs }: Block, content: Partial<Pick<Block, 'runs' | 'children'>> = {}): Block {
  return block(kind, { id, attrs: storedAttributes(rowOf(kind).attributes, attrs), ...content })
}

function asParagraph(given: Block): Block[] {
  const runs = foldedRuns(given)
  return runs.length === 0 ? [] : [block('paragraph', { id: given.id, runs })]
}

/** A picture with a description is not decorative. */
function picture(given: Block): Block[] {
  const one = made(given, { runs: plainRuns(foldedRuns(given)) })
  const { decorative: _, ...described } = one.attrs
  if (one.attrs.media === undefined) return asParagraph(given)
  return [one.attrs.alt === undefined ? one : { ...one, attrs: described }]
}

function list(given: Block): Block[] {
  const one = made(given, { children: given.children.flatMap(items) })
  const { start: _, ...bulleted } = one.attrs
  if (one.children.length === 0) return []
  return [one.attrs.style === 'number' ? one : { ...one, attrs: bulleted }]
}

function items(given: Block): Block[] {
  if (given.kind === 'list') return list(given).map((nested) => block('item', { children: [nested] }))
  const nested = given.children.filter((child) => child.kind === 'list')
  const inline = { ...given, children: given.children.filter((child) => child.kind !== 'list') }
  return [block('item', { id: given.id, runs: foldedRuns(inline), children: joinedLists(nested.flatMap(list)) })]
}

function table(given: Block): Block[] {
  const rows = given.children.map((row) => {
    const cells = row.kind === 'row' ? row.children : [row]
    const spans = spansOfRow(cells.map(({ attrs }) => attrs))
    const children = cells.map((one, index) => cell({ ...one, attrs: { ...one.attrs, ...spans[index] } }))
    return block('row', { id: row.kind === 'row' ? row.id : '', children })
  })
  const children = rows.filter((row) => row.children.length > 0)
  return children.length === 0 ? [] : [block('table', { id: given.id, children })]
}

function cell(given: Block): Block {
  if (given.kind !== 'cell') return block('cell', { children: flow([given], flowBlocks) })
  return made(given, { children: flow(given.children, flowBlocks) })
}

function entry(given: Block, kind: BlockKind): Block {
  const { fields = [], entryAttributes = [] } = rowOf(kind)
  if (given.kind !== 'entry') {
    const only = block('field', { attrs: { name: fields[0] ?? '' }, runs: foldedRuns(given) })
    return entry(block('entry', { id: given.id, children: [only] }), kind)
  }
  return block('entry', {
    id: given.id,
    attrs: storedAttributes(entryAttributes, given.attrs),
    children: named(given, fields),
  })
}

// All fields are always there: two people who fill in the same empty field then change one place, instead of adding two.
function named(given: Block, names: readonly string[]): Block[] {
  const isNamed = (child: Block): boolean => child.kind === 'field' && names.some((name) => name === child.attrs.name)
  // Text that has no place in such a block goes into its note, or into its first field.
  const strays = [block('paragraph', { runs: given.runs }), ...given.children.filter((child) => !isNamed(child))]
  const last = names.includes('note') ? 'note' : names[0]
  return names.map((name) => {
    const texts = given.children.filter((child) => child.kind === 'field' && child.attrs.name === name)
    if (name === last) texts.push(...strays)
    return block('field', {
      id: given.id === '' ? '' : `${given.id}/${name}`,
      attrs: { name },
      runs: plainRuns(joinedTexts(texts.map(foldedRuns), 1)),
    })
  })
}

function plainRuns(runs: Run[]): Run[] {
  return canonicalRuns([text(plainTextOf(runs))])
}

/** The runs of a block and of everything in it, with an empty line between them. */
function foldedRuns(given: Block): Run[] {
  return joinedTexts([given.runs, ...given.children.map(foldedRuns)], 2)
}

function joinedTexts(texts: Run[][], breaks: number): Run[] {
  const written = texts.map(canonicalRuns).filter((runs) => runs.length > 0)
  const gap = Array.from({ length: breaks }, (): Run => ({ type: 'break' }))
  return canonicalRuns(written.flatMap((runs, place) => (place === 0 ? runs : [...gap, ...runs])))
}

function flow(blocks: Block[], canonical: (given: Block) => Block[]): Block[] {
  const written = joinedLists(blocks.flatMap(canonical))
  const end = written.findLastIndex((one) => one.kind !== 'paragraph' || one.runs.length > 0)
  return written.slice(0, end + 1)
}

// Lexical joins neighbouring lists of one style as soon as it opens a text (ListNode.$transform, 0.50).
function joinedLists(blocks: Block[]): Block[] {
  return joinAdjacent(blocks, (last, one) => {
    const isOne = last.kind === 'list' && one.kind === 'list' && last.attrs.style === one.attrs.style
    return isOne ? { ...last, children: joinedItems(last.children, one.children) } : null
  })
}

function joinedItems(items: Block[], following: Block[]): Block[] {
  const last = items.at(-1)
  const [first, ...rest] = following
  const isNothingButLists = first && first.runs.length === 0 && first.children.length > 0
  if (!last || !isNothingButLists) return [...items, ...following]
  const children = joinedLists([...last.children, ...first.children])
  return [...items.slice(0, -1), { ...last, children }, ...rest]
}
