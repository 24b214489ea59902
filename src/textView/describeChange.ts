import {
  type BlockChange,
  type ColumnChange,
  columnChanges,
  type FieldChange,
  isSplitOff,
  joinedTo,
  type Place,
  rewords,
  rewordsVisibly,
} from '@/domain/diff/diff'
import {
  BLOCK_KINDS,
  type BlockKind,
  type EntryName,
  type FieldName,
  isFieldName,
  isOfForm,
  kindsOf,
} from '@/domain/richText/blockKinds'
import { SECTION_FIELDS } from '@/domain/section'
import type { MessageKey } from '@/messages/catalogues'
import type { Params } from '@/messages/translate'
import { namedKind } from './namedKind'

export type Description = { key: MessageKey; params?: Params }

/** What is known of a block besides its change, if it is one of the places of a section. */
type Surroundings = Pick<Place, 'holder' | 'parts' | 'indent'>

/** What happened to a block, as a short heading: “Sentence changed”, “Paragraph added”, “List item removed”. */
export function describeChange(block: BlockChange, { holder, parts, indent }: Surroundings = {}): Description {
  const { status, moved, kind, kindBefore, attrsBefore, segments } = block
  const named = whatOf(block)
  const { what } = named
  if (isOnlyTextOfCell(block, holder)) return { key: 'diff.changed.cell' }
  if (status === 'added' || status === 'removed') return { key: `diff.${status}.${what}` }
  if (isSplitOff(block, parts)) return { key: `diff.split.${namedKind(parts?.[0]?.kind)}` }
  const whole = describeJoining(block) ?? describeColumns(block)
  if (whole) return whole
  // When a block was split, the space before the cut is removed too, which does not count.
  const reworded = parts ? rewordsVisibly(block) : rewords(block)
  if (!reworded && indent) return { key: indent.after > indent.before ? 'diff.indented' : 'diff.outdented' }
  if (moved && !reworded && !('isField' in named)) return { key: `diff.moved.${named.what}` }
  if (reworded) return { key: ofSentence(block) ?? `diff.changed.${what}` }
  if (kindBefore && (isOfForm(kind, 'text') || kind === 'item' || kind === 'field'))
    return { key: `diff.became.${kind}` }
  if (kind === 'heading' && attrsBefore?.level !== undefined) return { key: 'diff.changed.level' }
  const onlyFormat = attrsBefore === undefined && segments.some((segment) => segment.formatting)
  return { key: onlyFormat ? 'diff.formatted' : `diff.changed.${what}` }
}

/** The same for any difference of a section, also in its title, summary, audiences and stages. */
export function describePlace(place: Place): Description {
  const { field, block } = place
  if (block) return describeChange(block, place)
  const what =
    SECTION_FIELDS.filter((one) => one.kind !== 'richText').find(({ name }) => name === field.field)?.name ?? 'text'
  return { key: `diff.${changeOf(field)}.${what}` }
}

/** “Two paragraphs were joined”; null if nothing was joined to this block. */
export function describeJoining(block: BlockChange): Description | null {
  const joined = joinedTo(block)
  if (joined.length === 0) return null
  const kinds = new Set([block.kindBefore ?? block.kind, ...joined.map((end) => end.block?.kind)])
  const kind = kinds.size === 1 ? namedKind([...kinds][0]) : 'mixed'
  return { key: `diff.joined.${kind}`, params: { count: joined.length + 1 } }
}

/** “Column 3 (“Deadline”) removed”. */
export function describeColumn({ status, place, heading }: ColumnChange): Description {
  const number = place + 1
  if (heading === '') return { key: `diff.column.${status}`, params: { number } }
  return { key: `diff.column-named.${status}`, params: { number, heading } }
}

function describeColumns(table: BlockChange): Description | null {
  const changes = columnChanges(table)
  const [only] = changes
  if (!only) return null
  if (changes.length === 1) return describeColumn(only)
  const isOfOneKind = changes.every(({ status }) => status === only.status)
  return { key: `diff.columns.${isOfOneKind ? only.status : 'changed'}`, params: { count: changes.length } }
}

/** For a reader a cell and its only text are the same. */
function isOnlyTextOfCell(block: BlockChange, holder: BlockChange | undefined): boolean {
  const isKept = holder?.status === 'same' || holder?.status === 'changed'
  const isReworded = block.status === 'added' || block.status === 'removed' || rewords(block)
  return isKept && holder.kind === 'cell' && holder.children.length === 1 && isReworded && !block.moved
}

function changeOf({ status }: FieldChange): 'added' | 'removed' | 'changed' {
  return status === 'same' ? 'changed' : status
}

type Movable = Exclude<BlockKind, 'field'> | EntryName

/** An entry is named by its first text; a field by its name. */
function whatOf({
  kind,
  attrs,
  children,
}: BlockChange): { what: Movable } | { what: FieldName | 'text'; isField: true } {
  if (kind === 'field') return { what: isFieldName(attrs.name) ? attrs.name : 'text', isField: true }
  if (kind !== 'entry') return { what: kind }
  const names = children.map((child) => child.attrs.name)
  const holder = kindsOf('entries').find((one) => names.includes(BLOCK_KINDS[one].fields[0]))
  return { what: holder ? BLOCK_KINDS[holder].entryName : 'entry' }
}

/** If the whole change is in one of several sentences, that sentence is what changed. */
function ofSentence({ kind, segments }: BlockChange): MessageKey | null {
  if (kind !== 'paragraph' && kind !== 'item' && kind !== 'quote') return null
  const text = segments.map((segment) => segment.text).join('')
  const starts = [...text.matchAll(/[.!?…][»”"')\]]*\s+/gu)].map((match) => match.index + match[0].length)
  const sentenceAt = (position: number): number => starts.filter((start) => start <= position).length
  if (sentenceAt(text.trimEnd().length - 1) === 0) return null

  const touched = new Set<number>()
  const kept = new Set<number>()
  const statuses = new Set<string>()
  let from = 0
  for (const { text: words, status } of segments) {
    const start = from + words.length - words.trimStart().length
    const end = from + words.trimEnd().length - 1
    from += words.length
    if (end < start) continue
    const sentences = Array.from({ length: sentenceAt(end) - sentenceAt(start) + 1 }, (_, i) => sentenceAt(start) + i)
    for (const sentence of sentences) (status === 'same' ? kept : touched).add(sentence)
    if (status !== 'same') statuses.add(status)
  }
  const [sentence] = touched
  if (touched.size !== 1 || sentence === undefined) return null
  const status = !kept.has(sentence) && statuses.size === 1 ? [...statuses][0] : undefined
  return status === 'added' || status === 'removed' ? `diff.${status}.sentence` : 'diff.changed.sentence'
}
