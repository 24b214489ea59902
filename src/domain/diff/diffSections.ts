import { keptInOrder } from '../alignment/increasingSubsequence'
import type { Sides } from '../alignment/sides'
import { isVisible } from '../richText/visible'
import { emptyText, SECTION_FIELDS, type SectionText } from '../section'
import type { BlockChange, BlockStatus, FieldChange, SectionChange, ToolkitChange } from './change'
import { countChanges, countSections } from './counts'
import { diffChangedBlocks, diffRichText, type RichTextDifference, statusOf } from './diffRichText'
import { diffText } from './diffWords'

/**
 * What differs between two versions of a toolkit: sections by their key, their fields, and the words. In the order of `after`; removed
 * sections are where they were.
 */
export function diff({ before, after }: Sides<SectionText[]>): ToolkitChange {
  const places = new Map(before.map((section, index) => [section.key, index]))
  const keys = new Set(after.map(({ key }) => key))
  const stable = new Set(keptInOrder(after, ({ key }) => places.get(key)).map(({ item }) => item.key))

  const sections: SectionChange[] = []
  let next = 0
  const passUpTo = (end: number): void => {
    for (const section of before.slice(next, end)) {
      if (!keys.has(section.key)) sections.push(diffSection({ before: section, after: null }))
    }
    next = Math.max(next, end)
  }
  for (const section of after) {
    const place = places.get(section.key)
    const was = place === undefined ? undefined : before[place]
    if (place !== undefined && stable.has(section.key)) passUpTo(place)
    const change = diffSection({ before: was ?? null, after: section })
    sections.push(was && !stable.has(section.key) ? { ...change, moved: true } : change)
  }
  passUpTo(before.length)
  return { sections, orderBefore: before.map((section) => section.key), counts: countSections(sections) }
}

/**
 * What differs in one section; null on a side that does not have it. The keys can differ, for a reader can compare any two
 * sections: the change has the key of `after`.
 */
export function diffSection({ before, after }: Sides<SectionText | null>): SectionChange {
  const either = after ?? before
  if (!either) throw new Error('There is no section on either side to compare.')
  const was = before ?? emptyText(either.key)
  const is = after ?? emptyText(either.key)
  const fields = SECTION_FIELDS.map((field) => fieldChange(field, { before: was, after: is }))
  const changed = fields.some((field) => field.status !== 'same')
  const status: BlockStatus = before && after ? (changed ? 'changed' : 'same') : after ? 'added' : 'removed'
  return { key: either.key, status, fields, counts: countChanges(fields) }
}

/** A part of the difference of a rich text (`partsOf`) as the change of its section, in which nothing else differs. */
export function changeOfPart({ key, field, part }: { key: string; field: string; part: BlockChange[] }): SectionChange {
  const fields: FieldChange[] = [{ field, kind: 'richText', status: 'changed', blocks: part }]
  return { key, status: 'changed', fields, counts: countChanges(fields) }
}

/**
 * The fields of `diffSection` that differ. Where every block stands at its place, they are without the blocks that are the
 * same: for callers who show no text, and compare many.
 */
export function changedFields({ before, after }: Sides<SectionText>): FieldChange[] {
  const fields = SECTION_FIELDS.map((field): FieldChange => {
    if (field.kind !== 'richText') return fieldChange(field, { before, after })
    const { name } = field
    return richTextField(name, diffChangedBlocks({ before: before[name], after: after[name] }))
  })
  return fields.filter(({ status }) => status !== 'same')
}

function fieldChange(field: (typeof SECTION_FIELDS)[number], { before, after }: Sides<SectionText>): FieldChange {
  const { name } = field
  if (field.kind === 'text') return textField({ field: name, before: before[field.name], after: after[field.name] })
  if (field.kind === 'richText')
    return richTextField(name, diffRichText({ before: before[field.name], after: after[field.name] }))
  return setField({ field: name, before: before[field.name], after: after[field.name] })
}

type Two<Value> = Sides<Value> & { field: string }

function textField({ field, before, after }: Two<string>): FieldChange {
  const { segments, limited } = diffText({ before, after })
  const changed = segments.some((segment) => segment.status !== 'same')
  const status = statusOf({ changed, before: isVisible(before), after: isVisible(after) })
  return { field, kind: 'text', status, segments, ...(limited ? { limited } : {}) }
}

function richTextField(field: string, { status, blocks, limited, moveSources }: RichTextDifference): FieldChange {
  return {
    field,
    kind: 'richText',
    status,
    blocks,
    ...(limited ? { limited } : {}),
    ...(moveSources.length > 0 ? { moveSources } : {}),
  }
}

function setField({ field, before, after }: Two<string[]>): FieldChange {
  const kept = after.filter((one) => before.includes(one))
  const added = after.filter((one) => !before.includes(one))
  const removed = before.filter((one) => !after.includes(one))
  const changed = added.length > 0 || removed.length > 0
  const status = statusOf({ changed, before: before.length > 0, after: after.length > 0 })
  return { field, kind: 'set', status, added, removed, kept }
}
