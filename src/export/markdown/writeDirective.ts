import { type BlockKind, type KindOf, rowOf } from '@/domain/richText/blockKinds'
import { type Attributes, type Run, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { type BlockInVersions, differs, type NodeInVersions, onVersion } from '@/domain/richText/versions'
import { type BlockSpelling, inside, type WriteBlocks } from './blockSpelling'
import { betweenMarkers } from './conflictMarkers'
import { onOneLine } from './onOneLine'
import { behindSign } from './prefixed'
import { label } from './writeLine'
import { type Spelling, writeRuns } from './writeRuns'

type Listed = KindOf<'entries'>

/** A list of entries as a directive around a list. */
export function writeEntries(node: BlockInVersions, kind: Listed, spelling: Spelling): string[] {
  const entries = node.children.flatMap((entry, index) => entryLines({ entry, kind, index, spelling }))
  return [`:::${kind}${titleAndAttributes(node.attrs, [], spelling)}`, ...entries, ':::']
}

/** A callout as a directive around its blocks. */
export function writeBox(
  { kind, attrs, children }: BlockInVersions,
  spelling: BlockSpelling,
  writeBlocks: WriteBlocks,
): string[] {
  const content = writeBlocks(children, inside(spelling))
  // A line of colons inside would close the callout.
  const longest = Math.max(2, ...content.map((line) => /^[\s>]*(:{3,})/.exec(line)?.[1]?.length ?? 0))
  const colons = ':'.repeat(longest + 1)
  return [`${colons}${kind}${titleAndAttributes(attrs, othersThanTitle(kind), spelling)}`, ...content, colons]
}

/** A set of named texts as a directive on one line. */
export function writeRecord(node: BlockInVersions, spelling: Spelling): string {
  const fields = onVersion(node.children, 'ours').map(({ attrs, runs }) => ({
    name: String(attrs.name),
    value: plainTextOf(runs),
  }))
  return `::${node.kind}${inBraces(fields, spelling) || '{}'}`
}

function entryLines({
  entry,
  kind,
  index,
  spelling,
}: {
  entry: NodeInVersions
  kind: Listed
  index: number
  spelling: Spelling
}): string[] {
  const lines = (one: BlockInVersions): string[] => writeEntry({ entry: one, kind, index, spelling })
  if (entry.kind === 'conflict') return betweenMarkers((version) => onVersion(entry[version], version).flatMap(lines))
  return differs(entry) ? betweenMarkers((version) => onVersion([entry], version).flatMap(lines)) : lines(entry)
}

/** Something invisible that a reader drops, where a line must not be empty. */
const NOTHING = '&#x200B;'

function writeEntry({
  entry,
  kind,
  index,
  spelling,
}: {
  entry: BlockInVersions
  kind: Listed
  index: number
  spelling: Spelling
}): string[] {
  const fields = onVersion(entry.children, 'ours')
  const written = (name: string, place: 'item' | 'paragraph'): string => {
    const runs = fields.find(({ attrs }) => attrs.name === name)?.runs ?? []
    return writeRuns({ runs: runs.map(withoutBreak), place, spelling })
  }
  const { fields: [name = '', ...others] = [], entryAttributes = [], isNumbered } = rowOf(kind)
  const hasWeight = entryAttributes.includes('weight')
  // Words after the weight, or after `who:`, do not begin a line.
  const own = written(name, 'item') || (hasWeight ? '' : NOTHING)
  const first = hasWeight ? `[${entry.attrs.weight ?? 'weak'}] ${own}`.trimEnd() : own
  const further = others.flatMap((other) => {
    const words = written(other, 'paragraph')
    if (words === '') return []
    return other === 'note' ? ['', words] : [`- ${other}: ${words}`]
  })
  return behindSign([first, ...further], isNumbered ? `${index + 1}. ` : '- ')
}

function othersThanTitle(kind: BlockKind): string[] {
  return rowOf(kind).attributes.filter((name) => name !== 'title')
}

function withoutBreak(run: Run): Run {
  return run.type === 'break' ? text(' ') : run
}

type Named = { name: string; value: string }

/**
 * A title that begins or ends with a quotation mark is in brackets: in braces the mark would look like a typing error.
 */
function titleAndAttributes(attrs: Attributes, names: readonly string[], spelling: Spelling): string {
  const title = String(attrs.title ?? '')
  const others = names.flatMap((name): Named[] => {
    const value = attrs[name]
    return value === undefined ? [] : [{ name, value: String(value) }]
  })
  if (!/^[“”„"]|[“”"]$/.test(title)) return inBraces([...others, { name: 'title', value: title }], spelling)
  return `[${label(title, spelling)}]${inBraces(others, spelling)}`
}

function inBraces(given: readonly Named[], { isSource }: Spelling): string {
  const written = given.flatMap(({ name, value }) => {
    const words = onOneLine(value).trim()
    if (words === '') return []
    // The reader removes one curly or straight quotation mark from each end.
    const whole = words.replace(/^[“”„"]/, '$&$&').replace(/(?<=.)[“”"]$/, '$&$&')
    const safe = isSource ? whole : whole.replace(/&(?=[a-z#])/gi, '&amp;')
    return `${name}="${safe.replace(/"/g, '&#x22;')}"`
  })
  return written.length === 0 ? '' : `{${written.join(' ')}}`
}
