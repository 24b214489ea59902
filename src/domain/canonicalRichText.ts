import {
  type Attributes,
  type Block,
  block,
  FIELDS_OF,
  MARKS,
  plainTextOf,
  type RichText,
  type Run,
  TONES,
  text,
  WEIGHTS,
} from './richText'
import { isSafeLink } from './safeUrl'
import { spansOfRow } from './spans'

/**
 * One value for all texts that look the same: equal neighbouring runs are one, empty runs and the empty paragraphs at
 * an end are gone, characters are NFC, marks have one order, attributes with their default value are absent, and every
 * structured block has all of its fields, in order, with the ids that follow from their parent's.
 *
 * It also puts right what has no stored form, without dropping a word: paragraphs in a list item become one text with
 * an empty line between them; neighbouring lists of one style are one list, as the editor makes them; a callout holds paragraphs and lists only; a block in a place where its kind cannot
 * stand becomes a paragraph; a cell spans no more than `spansOfRow` allows; a link to an unsafe address becomes plain text.
 * Never throws; idempotent.
 */
export function canonicalRichText(blocks: RichText): RichText {
  return flow(blocks, flowBlocks)
}

/** The runs in their one form; see `canonicalRichText`. */
export function canonicalRuns(runs: Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs.flatMap(splitAtLineEnds)) {
    const last = merged.at(-1)
    if (run.type === 'text' && last?.type === 'text' && looksAlike(run, last)) {
      merged[merged.length - 1] = { ...last, text: last.text + run.text }
    } else merged.push(run)
  }
  while (merged.at(-1)?.type === 'break') merged.pop()
  return merged.map((run) => (run.type === 'break' ? run : { ...run, text: run.text.normalize('NFC') }))
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

function looksAlike(one: Run & { type: 'text' }, other: Run & { type: 'text' }): boolean {
  return one.link === other.link && MARKS.every((mark) => one.marks.includes(mark) === other.marks.includes(mark))
}

function flowBlocks(given: Block): Block[] {
  const { id, kind, attrs } = given
  switch (kind) {
    case 'paragraph':
    case 'quote':
      return [block(kind, { id, runs: foldedRuns(given) })]
    case 'heading':
      return [block(kind, { id, attrs: { level: levelOf(attrs.level) }, runs: foldedRuns(given) })]
    case 'list':
      return list(given)
    case 'table':
      return table(given)
    case 'image':
      return hasFile(attrs)
        ? [block(kind, { id, attrs: pictureAttrs(attrs), runs: plainRuns(foldedRuns(given)) })]
        : asParagraph(given)
    case 'rule':
      return [block(kind, { id })]
    case 'checklist':
    case 'indicators':
    case 'steps': {
      const children = given.children.map((child) => entry(child, kind))
      return [block(kind, { id, attrs: pick(attrs, { title: isTitle }), children })]
    }
    case 'callout': {
      const known = TONES.find((tone) => tone === attrs.tone) ?? 'important'
      const children = flow(given.children, calloutBlocks)
      return [block(kind, { id, attrs: { tone: known, ...pick(attrs, { title: isTitle }) }, children })]
    }
    case 'legal':
    case 'contact':
      return [block(kind, { id, children: fields(given, FIELDS_OF[kind]) })]
    case 'item':
    case 'row':
    case 'cell':
    case 'entry':
    case 'field':
      return asParagraph(given)
    default:
      return kind satisfies never
  }
}

function calloutBlocks(given: Block): Block[] {
  return given.kind === 'paragraph' || given.kind === 'list' ? flowBlocks(given) : asParagraph(given)
}

function asParagraph(given: Block): Block[] {
  const runs = foldedRuns(given)
  return runs.length === 0 ? [] : [block('paragraph', { id: given.id, runs })]
}

function list(given: Block): Block[] {
  const numbered = given.attrs.style === 'number'
  const start = given.attrs.start
  const attrs: Attributes = { style: numbered ? 'number' : 'bullet' }
  if (numbered && typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 && start !== 1) {
    attrs.start = start
  }
  const children = given.children.flatMap(items)
  return children.length === 0 ? [] : [block('list', { id: given.id, attrs, children })]
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
    const children = cells.map((one, index) => cell(one, spans[index]))
    return block('row', { id: row.kind === 'row' ? row.id : '', children })
  })
  const children = rows.filter((row) => row.children.length > 0)
  return children.length === 0 ? [] : [block('table', { id: given.id, children })]
}

function cell(given: Block, spans: Attributes = {}): Block {
  if (given.kind !== 'cell') return block('cell', { children: flow([given], flowBlocks) })
  const isMoreThanOne = (value: unknown): boolean => value !== 1
  const wanted = { header: (value: unknown) => value === true, colSpan: isMoreThanOne, rowSpan: isMoreThanOne }
  const attrs = pick({ ...given.attrs, ...spans }, wanted)
  return block('cell', { id: given.id, attrs, children: flow(given.children, flowBlocks) })
}

function entry(given: Block, kind: 'checklist' | 'indicators' | 'steps'): Block {
  const names = FIELDS_OF[kind]
  if (given.kind !== 'entry') {
    const only = block('field', { attrs: { name: names[0] }, runs: foldedRuns(given) })
    return entry(block('entry', { id: given.id, children: [only] }), kind)
  }
  const weight = (value: unknown) => kind === 'indicators' && WEIGHTS.some((known) => known === value)
  return block('entry', { id: given.id, attrs: pick(given.attrs, { weight }), children: fields(given, names) })
}

// Always all fields: two people who fill in the same empty one then meet in one place, and not in two insertions.
function fields(given: Block, names: readonly string[]): Block[] {
  const isNamed = (child: Block): boolean => child.kind === 'field' && names.some((name) => name === child.attrs.name)
  // What has no place in such a block is kept in its note, or in what it is about.
  const strays = [block('paragraph', { runs: given.runs }), ...given.children.filter((child) => !isNamed(child))]
  const last = names.includes('note') ? 'note' : names[0]
  return names.map((name) => {
    const named = given.children.filter((child) => child.kind === 'field' && child.attrs.name === name)
    const texts = name === last ? [...named, ...strays] : named
    return block('field', {
      id: given.id === '' ? '' : `${given.id}/${name}`,
      attrs: { name },
      runs: plainRuns(joined(texts.map(foldedRuns), 1)),
    })
  })
}

function plainRuns(runs: Run[]): Run[] {
  return canonicalRuns([text(plainTextOf(runs))])
}

/** The runs of a block and of everything in it, one after the other with an empty line between them. */
function foldedRuns(given: Block): Run[] {
  return joined([given.runs, ...given.children.map(foldedRuns)], 2)
}

function joined(texts: Run[][], breaks: number): Run[] {
  const written = texts.map(canonicalRuns).filter((runs) => runs.length > 0)
  const gap = Array.from({ length: breaks }, (): Run => ({ type: 'break' }))
  return canonicalRuns(written.flatMap((runs, place) => (place === 0 ? runs : [...gap, ...runs])))
}

function flow(blocks: Block[], canonical: (given: Block) => Block[]): Block[] {
  const written = joinedLists(blocks.flatMap(canonical))
  const end = written.findLastIndex((one) => one.kind !== 'paragraph' || one.runs.length > 0)
  return written.slice(0, end + 1)
}

// Lexical's lists swallow a neighbour of their style as soon as the text is opened (ListNode.$transform, 0.50).
function joinedLists(blocks: Block[]): Block[] {
  const joinedBlocks: Block[] = []
  for (const one of blocks) {
    const last = joinedBlocks.at(-1)
    if (last?.kind === 'list' && one.kind === 'list' && last.attrs.style === one.attrs.style) {
      joinedBlocks[joinedBlocks.length - 1] = { ...last, children: joinedItems(last.children, one.children) }
    } else joinedBlocks.push(one)
  }
  return joinedBlocks
}

function joinedItems(items: Block[], following: Block[]): Block[] {
  const last = items.at(-1)
  const [first, ...rest] = following
  const isNothingButLists = first && first.runs.length === 0 && first.children.length > 0
  if (!last || !isNothingButLists) return [...items, ...following]
  const children = joinedLists([...last.children, ...first.children])
  return [...items.slice(0, -1), { ...last, children }, ...rest]
}

function pick(attrs: Attributes, wanted: Record<string, true | ((value: unknown) => boolean)>): Attributes {
  const kept: Attributes = {}
  for (const [name, accepts] of Object.entries(wanted)) {
    const value = attrs[name]
    if (value === undefined || (accepts !== true && !accepts(value))) continue
    kept[name] = typeof value === 'string' ? value.normalize('NFC') : value
  }
  return kept
}

function levelOf(level: unknown): number {
  return typeof level === 'number' && level > 2 ? Math.min(6, Math.floor(level)) : 2
}

/** What was written about a picture stays: only one without words can be mere decoration. */
function pictureAttrs(attrs: Attributes): Attributes {
  const { alt, ...others } = pick(attrs, { media: true, alt: isTitle, decorative: (value) => value === true })
  return alt === undefined ? others : pick(attrs, { media: true, alt: true })
}

function hasFile({ media }: Attributes): boolean {
  return (typeof media === 'string' && media !== '') || (typeof media === 'number' && Number.isFinite(media))
}

function isTitle(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
