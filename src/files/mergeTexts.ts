import { countChanges } from '@/domain/diff/diff'
import { type Check, type Conflict, type MergeStatus, mergeRichText, type RichTextMerge } from '@/domain/merge/merge'
import { compareField } from './compareTexts'
import { BODY, type FileText, FRONT_MATTER } from './fileText'

export type ThreeTexts = { base: FileText; ours: FileText; theirs: FileText }

/** The result of merging the texts of three files. */
export type TextMerge = {
  status: MergeStatus
  frontMatter: RichTextMerge
  body: RichTextMerge
  /** Of both parts, in the order of the text; their ids are unique. */
  conflicts: Conflict[]
  checks: Check[]
  limited: boolean
}

/** Merges the changes of two files: the front matter and the text, each separately. */
export function mergeTexts(texts: ThreeTexts): TextMerge {
  const frontMatter = mergeRichText({ ...entriesOf(texts), field: FRONT_MATTER })
  const { base, ours, theirs } = texts
  const body = mergeRichText({ base: base.blocks, ours: ours.blocks, theirs: theirs.blocks, field: BODY })
  return {
    status: statusOfBoth(frontMatter.status, body.status),
    frontMatter,
    body,
    conflicts: [...frontMatter.conflicts, ...body.conflicts],
    checks: [...frontMatter.checks, ...body.checks],
    limited: frontMatter.limited || body.limited,
  }
}

/**
 * How many changes were merged into our text. A conflict keeps ours, or what ours deleted, so it is not counted yet.
 */
export function countTakenOver({ texts, merge }: { texts: ThreeTexts; merge: TextMerge }): number {
  const { changes } = countChanges([
    compareField({ field: FRONT_MATTER, before: entriesOf(texts).ours, after: merge.frontMatter.value }),
    compareField({ field: BODY, before: texts.ours.blocks, after: merge.body.value }),
  ])
  const stillThere = merge.conflicts.filter(({ kind, ours }) => kind === 'deleted' && ours === '').length
  return Math.max(0, changes - stillThere)
}

/** A Word file has no front matter, and so did not change any: it agrees with the others. */
function entriesOf({ base, ours, theirs }: ThreeTexts): Record<keyof ThreeTexts, FileText['frontMatter']> {
  const given = [base, ours, theirs].find(({ kind }) => kind === 'markdown')?.frontMatter ?? []
  const of = (text: FileText) => (text.kind === 'markdown' ? text.frontMatter : given)
  return { base: of(base), ours: of(ours), theirs: of(theirs) }
}

const ORDER: readonly MergeStatus[] = ['unchanged', 'ready', 'yours-kept', 'please-check', 'decision-needed']

function statusOfBoth(one: MergeStatus, other: MergeStatus): MergeStatus {
  const [first, last] = [one, other].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  // Theirs changed one of the two and ours the other: both did, and it merged.
  return first === 'ready' && last === 'yours-kept' ? 'please-check' : (last ?? one)
}
