import { type BlockChange, type Place, placesOf } from '@/domain/diff/diff'
import type { BlockKind } from '@/domain/richText/blockKinds'
import type { Block, RichText } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { describePlace } from '@/textView/describeChange'
import { blockNotes, formattingNotes } from '@/textView/notes'
import { placeReader, type Side } from '@/textView/placeReader'
import type { TextDifference } from './compareTexts'
import { markedLines } from './markedText'

/** One difference between two texts, as data for other programs and for a report. */
export type ChangedPlace = {
  /** `frontMatter` or `body`. */
  field: string
  /** What happened, as a name that does not depend on the language: `changed.sentence`, `added.item`, `moved.row` … */
  change: string
  /** The same as a short sentence. */
  says: string
  /** What changed besides the words: “moved here”, “was a heading of level 2”. */
  notes: string[]
  /** How the format of kept words changed: “now bold”, “the link went to …”. */
  looks: string[]
  kind: BlockKind
  /** For a field its name; in front matter the key. */
  name?: string
  moved: boolean
  /** The heading above it, '' above the first. */
  under: string
  /** The text on both sides, one line for each block; '' if there is none. */
  before: string
  after: string
  /** The lines with added and removed text marked; see `markedLines`. */
  marked: string[]
}

/** All places in which two texts differ, in the order of the text; those in the front matter first. */
export function changedPlaces({ difference, t }: { difference: TextDifference; t: Translator }): ChangedPlace[] {
  const read = { before: placeReader('before'), after: placeReader('after') }
  return placesOf([difference.frontMatter, difference.body]).flatMap((place) => {
    const { block } = place
    return block ? [changedPlace({ place, block, read, t })] : []
  })
}

type PlaceGiven = { place: Place; block: BlockChange; read: Record<Side, (place: Place) => RichText>; t: Translator }

function changedPlace({ place, block, read, t }: PlaceGiven): ChangedPlace {
  const { key, params } = describePlace(place)
  const says = t(key, params)
  const options = { t, placeOf: (one: BlockChange) => (one === block ? place : undefined) }
  const saysMove = key.startsWith('diff.moved.')
  const notes = blockNotes({ change: block, options }).filter((note) => note !== says)
  const looks = block.segments.flatMap((segment) => formattingNotes({ segment, t }))
  const name = block.kind === 'field' ? { name: String(block.attrs.name ?? '') } : {}
  const textOn = (side: Side) => read[side](place).flatMap(linesOf).join('\n')
  const [before, after] = [textOn('before'), textOn('after')]
  const marked = markedLines({ block, t })
  return {
    field: place.field.field,
    change: key.replace(/^diff\./, ''),
    says,
    notes: saysMove ? notes.filter((note) => note !== t('diff.moved-here')) : notes,
    looks: [...new Set(looks)],
    kind: block.kind,
    ...name,
    moved: block.moved === true && !place.indent,
    under: place.under,
    before,
    after,
    marked: marked.length > 0 ? marked : opening(after || before),
  }
}

/** The first words of a block that has none of its own: a list that moved. */
function opening(text: string): string[] {
  const [line = '', ...others] = text.split('\n')
  const short = line.length > 100 ? line.slice(0, 100).replace(/\s\S*$/u, '') : line
  return line === '' ? [] : [short === line && others.length === 0 ? line : `${short} …`]
}

function linesOf({ attrs, runs, children }: Block): string[] {
  const words = runs.map((run) => (run.type === 'break' ? ' ' : run.text)).join('')
  const own = [attrs.title, attrs.alt, words]
  const lines = own.filter((line): line is string => typeof line === 'string' && line !== '')
  return [...lines, ...children.flatMap(linesOf)]
}
