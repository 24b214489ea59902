import type { RichText } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { ownFields, type SectionText, setFields } from '../section'
import type { BlockChange, FieldChange, SectionChange, ToolkitChange } from './change'
import { diff } from './diffSections'
import { blocksOn, type Choice, type Level, runsOn } from './sides'

/** `accept` says whether a change is to be made: asked for each changed block, and once for each changed text or set of choices. */
type Making<Change, Asked> = { change: Change; accept?: (asked: Asked) => boolean }

/**
 * A rich text with the changes made, all or only the accepted ones: with all, the text after; with none, the text before. Empty
 * paragraphs are left out. If the removal of a block is accepted, what moved out of it is moved in any case, so that no combination of
 * answers loses words.
 */
export function applyRichText({ change, accept = () => true }: Making<Level, BlockChange>): RichText {
  return blocksOn({ ...change, choose: (block) => (accept(block) ? 'after' : 'before') })()
}

type Applied = Making<ToolkitChange, { field: FieldChange; block?: BlockChange }> & { sections: SectionText[] }

/**
 * The sections with all changes made, or only the accepted ones, in the order of `after`. Sections that the change does not name stay
 * as they are. Null if a section is not the text that the change was made from: nothing newer is overwritten.
 */
export function apply({ sections, change, accept = () => true }: Applied): SectionText[] | null {
  const given = new Map(sections.map((section) => [section.key, section]))
  for (const one of change.sections) {
    const section = given.get(one.key)
    if ((section === undefined) !== (one.status === 'added')) return null
    if (section && diff({ before: [section], after: [sectionOn(one, () => 'before')] }).counts.changes > 0) return null
  }
  const made = change.sections.flatMap((one) => {
    const isWanted = one.fields.some((field) => accept({ field }))
    if (one.status === 'removed' ? isWanted : one.status === 'added' && !isWanted) return []
    return [sectionOn(one, (field, block) => (accept({ field, ...(block ? { block } : {}) }) ? 'after' : 'before'))]
  })
  const named = new Set(change.sections.map((one) => one.key))
  return [...made, ...sections.filter((section) => !named.has(section.key))]
}

/** The change that undoes a change: it removes what was added, and restores the order. */
export function inverse(change: ToolkitChange): ToolkitChange {
  const after = change.sections.filter((one) => one.status !== 'removed').map((one) => sectionOn(one, () => 'after'))
  const byKey = new Map(change.sections.map((one) => [one.key, one]))
  const before = change.orderBefore.flatMap((key) => {
    const one = byKey.get(key)
    return one ? [sectionOn(one, () => 'before')] : []
  })
  return diff({ before: after, after: before })
}

type Decide = (field: FieldChange, block?: BlockChange) => Choice

function sectionOn(change: SectionChange, decide: Decide): SectionText {
  const field = (name: string): FieldChange | undefined => change.fields.find((one) => one.field === name)
  return {
    key: change.key,
    ...ownFields({ text: (name) => textOn(field(name), decide), richText: (name) => richTextOn(field(name), decide) }),
    ...setFields((name) => choicesOn(field(name), decide)),
  }
}

function textOn(field: FieldChange | undefined, decide: Decide): string {
  return field?.kind === 'text' ? plainTextOf(runsOn({ segments: field.segments, choice: decide(field) })) : ''
}

function richTextOn(field: FieldChange | undefined, decide: Decide): RichText {
  return field?.kind === 'richText' ? blocksOn({ ...field, choose: (block) => decide(field, block) })() : []
}

function choicesOn(field: FieldChange | undefined, decide: Decide): string[] {
  return field?.kind === 'set' ? [...field.kept, ...(decide(field) === 'after' ? field.added : field.removed)] : []
}
