import { diffSection } from '../diff/diff'
import { block, type RichText, text } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { emptyText, ownFields, SECTION_FIELDS, type SectionText, setFields } from '../section'
import { decidedOrder, livingPlaces } from './decidedOrder'
import type { Check, Conflict, MergeStatus, Resolutions, RichTextMerge } from './merged'
import { mergeOrder, type OrderMerge, type Placed } from './mergeOrder'
import { mergeRichText, statusOfRichText } from './mergeRichText'
import { statusOf, statusOfAll } from './mergeStatus'
import { resolveRichText } from './resolveRichText'
import { type OnAll, onAll, type Side, VERSIONS } from './sides'

/** A section with its place in the tree; without a parent it is at the top. */
export type PlacedSection = SectionText & { parent?: string | null }

type Field = (typeof SECTION_FIELDS)[number]

/** A plain text, merged as one named text. */
export type FieldMerge =
  | ({ field: Field['name']; kind: 'text' | 'richText' } & Omit<RichTextMerge, 'value'>)
  | { field: Field['name']; kind: 'set'; status: MergeStatus; value: string[] }

export type SectionMerge = {
  key: string
  status: MergeStatus
  /** added, removed: only one side inserted or removed it · disputed: one side removed it, and the other one changed it. */
  presence: 'kept' | 'added' | 'removed' | 'disputed'
  /** Only for `disputed`: the id for resolutions, and the side that has the section. */
  dispute?: { id: string; keptBy: Side }
  fields: FieldMerge[]
}

/** The order is a change of its own: a section can move although its text does not change. */
export type PlacesMerge = {
  status: MergeStatus
  places: Placed[]
  conflicts: ({ id: string } & OrderMerge['conflicts'][number])[]
}

export type ToolkitMerge = { status: MergeStatus; sections: SectionMerge[]; order: PlacesMerge }

/**
 * Merges the changes of two sides by section, field, block and word: `ours` is a country's version, `theirs` the new common text,
 * `base` the common text that the country's version was made from. Sections are paired by key. If both changed one place, nothing is
 * decided; `resolve` makes the texts.
 */
export function merge(toolkits: OnAll<PlacedSection[]>): ToolkitMerge {
  const by = onAll((version) => new Map(toolkits[version].map((section) => [section.key, section])))
  const keys = new Set([...by.ours.keys(), ...by.theirs.keys()])
  const sections = [...keys].map((key) => mergeSection({ key, ...onAll((version) => by[version].get(key) ?? null) }))
  const living = new Set(sections.filter(({ presence }) => presence !== 'removed').map(({ key }) => key))
  const lists = onAll((version) => toolkits[version].map(({ key, parent = null }) => ({ key, parent })))
  const { places, conflicts } = mergeOrder({ ...lists, living })
  const placeOf = new Map(places.map(({ key }, index) => [key, index]))
  sections.sort((one, other) => (placeOf.get(one.key) ?? keys.size) - (placeOf.get(other.key) ?? keys.size))
  const order: PlacesMerge = {
    places,
    conflicts: conflicts.map((one) => ({ id: `${one.key}/place`, ...one })),
    status: conflicts.length > 0 ? 'decision-needed' : statusOfOrder(lists, places),
  }
  return { status: statusOfAll([...sections.map(({ status }) => status), order.status]), sections, order }
}

/** Merges one section; null on a side that does not have it. */
export function mergeSection({ key, base, ours, theirs }: OnAll<SectionText | null> & { key: string }): SectionMerge {
  if (ours && theirs) {
    const fields = SECTION_FIELDS.map((field) => mergedField(field, { base: base ?? emptyText(key), ours, theirs }))
    return { key, status: statusOfAll(fields.map(({ status }) => status)), presence: 'kept', fields }
  }
  const kept = ours ?? theirs
  if (!kept) throw new Error('Neither side has the section.')
  const fields = SECTION_FIELDS.map((field) => mergedField(field, { base: kept, ours: kept, theirs: kept }))
  if (!base) return { key, status: ours ? 'yours-kept' : 'ready', presence: 'added', fields }
  const isSame = diffSection({ before: base, after: kept }).status === 'same'
  if (isSame) return { key, status: ours ? 'ready' : 'yours-kept', presence: 'removed', fields }
  const dispute = { id: `${key}/section`, keptBy: ours ? 'ours' : 'theirs' } as const
  return { key, status: 'decision-needed', presence: 'disputed', dispute, fields }
}

/** Returns the statuses of the fields of `mergeSection`, for callers who need nothing else of it: the work is much less. */
export function fieldStatuses({ key, base, ours, theirs }: OnAll<SectionText | null> & { key: string }): MergeStatus[] {
  if (!ours || !theirs) return mergeSection({ key, base, ours, theirs }).fields.map(({ status }) => status)
  const sections = { base: base ?? emptyText(key), ours, theirs }
  return SECTION_FIELDS.map((field) => {
    if (field.kind === 'set') return mergedChoices(onAll((version) => sections[version][field.name])).status
    return statusOfRichText(textsOf(field, sections))
  })
}

/**
 * The merged sections in order, after the decisions. An undecided conflict holds ours; a section that one side removed and the other
 * one changed stays.
 */
export function resolve({ merge, resolutions }: { merge: ToolkitMerge; resolutions: Resolutions }): PlacedSection[] {
  const living = merge.sections.filter((section) => !isRemoved(section, resolutions))
  const sections = new Map(living.map((section) => [section.key, section]))
  const order = decidedOrder({ ...merge.order, answerTo: ({ id }) => resolutions[id] })
  return livingPlaces(order, (key) => sections.has(key)).flatMap(({ key, parent }) => {
    const section = sections.get(key)
    return section ? [{ ...resolveSection({ section, resolutions }), parent }] : []
  })
}

/** The texts of one merged section, after the decisions. Own words that are ours as they stand have the formats of ours. */
export function resolveSection(given: { section: SectionMerge; resolutions: Resolutions }): SectionText {
  const resolutions = withOursUnchanged(given)
  const { key, fields } = given.section
  const rich = (name: Field['name']): RichText =>
    fields.flatMap((one) =>
      one.field === name && one.kind !== 'set' ? resolveRichText({ nodes: one.nodes, resolutions }) : [],
    )
  const plain = (name: Field['name']): string => {
    const lines = rich(name).map(({ runs }) => plainTextOf(runs))
    return lines.join('\n')
  }
  const choices = (name: Field['name']): string[] =>
    fields.flatMap((one) => (one.field === name && one.kind === 'set' ? one.value : []))
  return { key, ...ownFields({ text: plain, richText: rich }), ...setFields(choices) }
}

/** All places of a section that a person must decide on, or should check. */
export function openPlaces({ fields }: SectionMerge): { conflicts: Conflict[]; checks: Check[] } {
  const texts = fields.filter((field) => field.kind !== 'set')
  return { conflicts: texts.flatMap((field) => field.conflicts), checks: texts.flatMap((field) => field.checks) }
}

function withOursUnchanged({ section, resolutions }: Parameters<typeof resolveSection>[0]): Resolutions {
  const unchanged = openPlaces(section).conflicts.flatMap(({ id, ours }): [string, 'ours'][] => {
    const answer = resolutions[id]
    return typeof answer === 'object' && answer.text === ours ? [[id, 'ours']] : []
  })
  return unchanged.length === 0 ? resolutions : { ...resolutions, ...Object.fromEntries(unchanged) }
}

function isRemoved({ presence, dispute }: SectionMerge, resolutions: Resolutions): boolean {
  if (!dispute) return presence === 'removed'
  const chosen = resolutions[dispute.id]
  return (chosen === 'ours' || chosen === 'theirs') && chosen !== dispute.keptBy
}

function mergedField(field: Field, sections: OnAll<SectionText>): FieldMerge {
  const { name } = field
  if (field.kind === 'set') {
    return { field: name, kind: field.kind, ...mergedChoices(onAll((version) => sections[version][field.name])) }
  }
  const { value: _, ...merged } = mergeRichText({
    ...textsOf(field, sections),
    field: `${sections.ours.key}/${name}`,
  })
  return { field: name, kind: field.kind, ...merged }
}

function textsOf(field: Exclude<Field, { kind: 'set' }>, sections: OnAll<SectionText>): OnAll<RichText> {
  return onAll((version) => {
    const section = sections[version]
    // A named text is there even if it is empty, so that two people who fill it in change one place.
    if (field.kind === 'richText') return section[field.name]
    return [block('field', { attrs: { name: field.name }, runs: [text(section[field.name])] })]
  })
}

/** Choices cannot conflict: each is as the side has it that changed it. */
function mergedChoices(given: OnAll<readonly string[]>): { status: MergeStatus; value: string[] } {
  const chosen = onAll((version) => new Set(given[version]))
  const all = [...new Set([...given.ours, ...given.theirs, ...given.base])]
  const value = all.filter((one) =>
    (chosen.ours.has(one) === chosen.base.has(one) ? chosen.theirs : chosen.ours).has(one),
  )
  const status = statusOf(onAll((version) => all.filter((one) => chosen[version].has(one)).join('\n')))
  return { status, value }
}

/** Only of sections that all have: an added or removed one does not change the order. */
function statusOfOrder(lists: OnAll<Placed[]>, places: Placed[]): MergeStatus {
  const keys = [...VERSIONS.map((version) => lists[version]), places].map((list) => new Set(list.map(({ key }) => key)))
  const isCommon = ({ key }: Placed): boolean => keys.every((some) => some.has(key))
  const linesOf = (list: Placed[]): string[] => list.filter(isCommon).map(({ key, parent }) => `${key} ${parent}`)
  return statusOf(onAll((version) => linesOf(lists[version]).join('\n')))
}
