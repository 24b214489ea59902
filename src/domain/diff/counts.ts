import { TEXT_ATTRIBUTES } from '../richText/blockKinds'
import { countWords } from '../words/tokens'
import type { BlockChange, ChangeCounts, FieldChange, SectionChange, Segment, ToolkitChange } from './change'
import { segmentsOfNamed } from './namedTexts'
import { placesOf, reshapes, rewords } from './places'

const NOTHING = {
  changes: 0,
  wordsAdded: 0,
  wordsRemoved: 0,
  blocksAdded: 0,
  blocksRemoved: 0,
  blocksMoved: 0,
  reformatted: 0,
} satisfies ChangeCounts
const COUNTED = Object.keys(NOTHING) as (keyof ChangeCounts)[]

/** How much changed in the fields of one section. */
export function countChanges(fields: FieldChange[]): ChangeCounts {
  const places = placesOf(fields)
  const blocks = places.flatMap((place) => place.block ?? [])
  const texts = fields.flatMap(textsOf)
  const wordsIn = (status: 'added' | 'removed'): number =>
    texts.reduce((words, segments) => words + countMarked({ segments, status }), 0)
  return {
    changes: places.length,
    wordsAdded: wordsIn('added'),
    wordsRemoved: wordsIn('removed'),
    blocksAdded: blocks.filter((block) => block.status === 'added').length,
    blocksRemoved: blocks.filter((block) => block.status === 'removed').length,
    blocksMoved: places.filter(({ block, indent }) => block?.moved && !indent).length,
    reformatted: places.filter(({ block, indent }) => block && (indent || isOnlyReshaped(block))).length,
  }
}

/** How much changed in a whole toolkit: the sum over its sections, and the sections themselves. */
export function countSections(sections: SectionChange[]): ToolkitChange['counts'] {
  const total: ChangeCounts = { ...NOTHING }
  for (const { counts } of sections) for (const name of COUNTED) total[name] += counts[name]
  return {
    ...total,
    sectionsAdded: sections.filter((section) => section.status === 'added').length,
    sectionsRemoved: sections.filter((section) => section.status === 'removed').length,
    sectionsChanged: sections.filter((section) => section.status === 'changed').length,
    sectionsMoved: sections.filter((section) => section.moved).length,
  }
}

/** How many words of one text were added or removed; a word that is half bold is one word. */
export function countMarked({ segments, status }: { segments: Segment[]; status: 'added' | 'removed' }): number {
  // A stretch that is not marked becomes a space, so that the marked words beside it stay apart.
  const marked = segments.map((one) => (one.status !== status ? ' ' : one.object ? ` ${one.text} ` : one.text))
  return countWords(marked.join(''))
}

/** A table that gained or lost a column is not only reshaped. */
function isOnlyReshaped(block: BlockChange): boolean {
  return block.status === 'changed' && !rewords(block) && reshapes(block) && !block.columns
}

/** Each text alone: no word continues from one text to the next. */
function textsOf(field: FieldChange): Segment[][] {
  if (field.kind === 'set') return []
  return field.kind === 'text' ? [field.segments] : field.blocks.flatMap(textsWithin)
}

function textsWithin(block: BlockChange): Segment[][] {
  const named = TEXT_ATTRIBUTES.map((name) => segmentsOfNamed(block, name))
  return [block.segments, ...named, ...block.children.flatMap(textsWithin)]
}
