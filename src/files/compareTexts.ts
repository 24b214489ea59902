import {
  type BlockChange,
  type ChangeCounts,
  countChanges,
  diffRichText,
  type FieldChange,
  placesOf,
  type SectionChange,
} from '@/domain/diff/diff'
import type { Block, RichText } from '@/domain/richText/richText'
import { countWords } from '@/domain/words/tokens'
import { BODY, type FileText, FRONT_MATTER } from './fileText'

export type RichTextChange = Extract<FieldChange, { kind: 'richText' }>

/** The differences between the texts of two files. */
export type TextDifference = {
  frontMatter: RichTextChange
  body: RichTextChange
  counts: ChangeCounts
  /** Unchanged words in blocks that are in another place. */
  wordsMoved: number
  /** The comparison stopped before everything was compared. */
  limited: boolean
}

/** Compares the texts of two files. An additional empty line between two blocks of Markdown is not a difference. */
export function compareTexts({ before, after }: { before: FileText; after: FileText }): TextDifference {
  // Only Markdown has front matter: a Word file says nothing about it.
  const hasEntries = before.kind === 'markdown' && after.kind === 'markdown'
  const frontMatter = compareField({
    field: FRONT_MATTER,
    before: hasEntries ? before.frontMatter : [],
    after: hasEntries ? after.frontMatter : [],
  })
  const body = compareField({ field: BODY, before: withoutJoints(before.blocks), after: withoutJoints(after.blocks) })
  return {
    frontMatter,
    body,
    counts: countChanges([frontMatter, body]),
    wordsMoved: movedWordsIn(body),
    limited: frontMatter.limited === true || body.limited === true,
  }
}

/** The difference of one of the two texts, as input for the views of a difference. */
export function asSection(field: RichTextChange): SectionChange {
  const isChanged = field.status !== 'same'
  return { key: field.field, status: isChanged ? 'changed' : 'same', fields: [field], counts: countChanges([field]) }
}

/** The difference of one rich text as a field of a change. */
export function compareField({ field, ...two }: { field: string; before: RichText; after: RichText }): RichTextChange {
  const { status, blocks, limited, moveSources } = diffRichText(two)
  return {
    field,
    kind: 'richText',
    status,
    blocks,
    ...(limited ? { limited: true as const } : {}),
    ...(moveSources.length > 0 ? { moveSources } : {}),
  }
}

function withoutJoints(blocks: RichText): RichText {
  return blocks.map((one): Block => {
    const { joined: _, ...attrs } = one.attrs
    return { ...one, attrs, children: withoutJoints(one.children) }
  })
}

function movedWordsIn(field: RichTextChange): number {
  const moved = placesOf([field]).flatMap(({ block, indent }) => (block?.moved && !indent ? [block] : []))
  return moved.reduce((words, block) => words + wordsThatStayed(block, new Set(moved)), 0)
}

/** A block that moved inside a moved block is counted separately. */
function wordsThatStayed({ segments, children }: BlockChange, moved: ReadonlySet<BlockChange>): number {
  const own = segments.map(({ status, text, object }) => (status === 'same' ? (object ? ` ${text} ` : text) : ' '))
  const within = children.filter((child) => !moved.has(child))
  return within.reduce((words, child) => words + wordsThatStayed(child, moved), countWords(own.join('')))
}
