import { diffSection } from '../diff/diff'
import { block, type RichText, text } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { AUDIENCES, type SectionText, STAGES } from '../section'
import { decidedOrder, livingPlaces } from './decidedOrder'
import type { Check, Conflict, MergedNode, MergeStatus, Resolutions } from './merged'
import { mergeOrder, type Neighbour, type OrderMerge, type Placed } from './mergeOrder'
import { mergeRichText } from './mergeRichText'
import { resolveRichText } from './resolveRichText'

/** A section with its place in the tree; without a parent it is at the top. */
export type PlacedSection = SectionText & { parent?: string | null }

export type TextFieldName = 'title' | 'summary' | 'body' | 'addition'
export type SetFieldName = 'audiences' | 'stages'

export type FieldMerge =
  | {
      field: TextFieldName
      kind: 'text' | 'richText'
      status: MergeStatus
      /** The merged text with the conflicts in it; a plain text is one named text. */
      nodes: MergedNode[]
      conflicts: Conflict[]
      checks: Check[]
      limited: boolean
    }
  | { field: SetFieldName; kind: 'set'; status: MergeStatus; value: string[] }

export type SectionMerge = {
  key: string
  status: MergeStatus
  /** added, removed: one side alone put it in or took it out · disputed: one side took out what the other one changed. */
  presence: 'kept' | 'added' | 'removed' | 'disputed'
  /** Only for `disputed`: what to name in resolutions, and the side that has it. */
  dispute?: { id: string; keptBy: 'ours' | 'theirs' }
  fields: FieldMerge[]
}

/** The order is a change of its own: a section whose text nobody touched can still have moved. */
export type PlacesMerge = {
  status: MergeStatus
  places: Placed[]
  conflicts: { id: string; key: string; base: Neighbour; ours: Neighbour; theirs: Neighbour }[]
}

export type ToolkitMerge = { status: MergeStatus; sections: SectionMerge[]; order: PlacesMerge }

type Three<Value> = { base: Value; ours: Value; theirs: Value }

/**
 * Brings the changes of two sides together, section by section, field by field, block by block and word by word: `ours` is
 * a country's version, `theirs` the new common text, `base` the common text that the country's was made from. Sections are
 * known by their key. Nothing is decided where both changed one place; `resolve` makes texts of it.
 */
export function merge({ base, ours, theirs }: Three<PlacedSection[]>): ToolkitMerge {
  const by = { base: byKey(base), ours: byKey(ours), theirs: byKey(theirs) }
  const keys = new Set([...by.ours.keys(), ...by.theirs.keys()])
  const sections = [...keys].map((key) =>
    mergeSection({
      key,
      base: by.base.get(key) ?? null,
      ours: by.ours.get(key) ?? null,
      theirs: by.theirs.get(key) ?? null,
    }),
  )
  const living = new Set(sections.filter(({ presence }) => presence !== 'removed').map(({ key }) => key))
  const lists = { base: base.map(placed), ours: ours.map(placed), theirs: theirs.map(placed) }
  const order = mergeOrder({ ...lists, living })
  const placeOf = new Map(order.places.map(({ key }, index) => [key, index]))
  sections.sort((one, other) => (placeOf.get(one.key) ?? keys.size) - (placeOf.get(other.key) ?? keys.size))
  const places = { ...withIds(order), status: statusOfOrder({ lists, order }) }
  return { status: statusOfAll([...sections.map(({ status }) => status), places.status]), sections, order: places }
}

/** The same for one section; null on a side that does not have it. */
export function mergeSection({ key, base, ours, theirs }: Three<SectionText | null> & { key: string }): SectionMerge {
  const nothing: SectionText = { key, title: '', summary: '', body: [], addition: [], audiences: [], stages: [] }
  if (ours && theirs) {
    const fields = fieldsOf({ base: base ?? nothing, ours, theirs })
    return { key, status: statusOfAll(fields.map(({ status }) => status)), presence: 'kept', fields }
  }
  const kept = ours ?? theirs
  if (!kept) throw new Error('Neither side has the section.')
  const keptBy = ours ? 'ours' : 'theirs'
  const fields = fieldsOf({ base: kept, ours: kept, theirs: kept })
  if (!base) return { key, status: ours ? 'yours-kept' : 'ready', presence: 'added', fields }
  if (isSame(base, kept)) return { key, status: ours ? 'ready' : 'yours-kept', presence: 'removed', fields }
  return { key, status: 'decision-needed', presence: 'disputed', dispute: { id: `${key}/section`, keptBy }, fields }
}

/**
 * The merged sections in their order, with what was decided. A conflict that nobody has decided holds ours; a section that
 * one side took out and the other one changed stays.
 */
export function resolve({ merge, resolutions }: { merge: ToolkitMerge; resolutions: Resolutions }): PlacedSection[] {
  const sections = new Map(merge.sections.map((section) => [section.key, section]))
  const isThere = (key: string): boolean => {
    const section = sections.get(key)
    return section !== undefined && !isTakenOut(section, resolutions)
  }
  const order = decidedOrder({ ...merge.order, answerTo: ({ id }) => resolutions[id] })
  return livingPlaces(order, isThere).flatMap(({ key, parent }) => {
    const section = sections.get(key)
    return section ? [{ ...resolveSection({ section, resolutions }), parent }] : []
  })
}

/** The texts of one merged section, with what was decided. */
export function resolveSection({
  section,
  resolutions,
}: {
  section: SectionMerge
  resolutions: Resolutions
}): SectionText {
  const rich = (name: TextFieldName): RichText => {
    const field = section.fields.find((one) => one.field === name)
    return field && field.kind !== 'set' ? resolveRichText({ nodes: field.nodes, resolutions }) : []
  }
  const plain = (name: TextFieldName): string =>
    rich(name)
      .map((one) => plainTextOf(one.runs))
      .join('\n')
  const set = (name: SetFieldName): string[] => {
    const field = section.fields.find((one) => one.field === name)
    return field?.kind === 'set' ? field.value : []
  }
  return {
    key: section.key,
    title: plain('title'),
    summary: plain('summary'),
    body: rich('body'),
    addition: rich('addition'),
    audiences: AUDIENCES.filter((one) => set('audiences').includes(one)),
    stages: STAGES.filter((one) => set('stages').includes(one)),
  }
}

/** All places of a section to decide on, and all to look at. */
export function openPlaces({ fields }: SectionMerge): { conflicts: Conflict[]; checks: Check[] } {
  const texts = fields.filter((field) => field.kind !== 'set')
  return { conflicts: texts.flatMap((field) => field.conflicts), checks: texts.flatMap((field) => field.checks) }
}

function isTakenOut({ presence, dispute }: SectionMerge, resolutions: Resolutions): boolean {
  if (presence === 'removed') return true
  const chosen = dispute && resolutions[dispute.id]
  return dispute !== undefined && (chosen === 'ours' || chosen === 'theirs') && chosen !== dispute.keptBy
}

function fieldsOf({ base, ours, theirs }: Three<SectionText>): FieldMerge[] {
  const three = { base, ours, theirs }
  return [
    textField('title', three),
    textField('summary', three),
    richTextField('body', three),
    richTextField('addition', three),
    setField('audiences', three),
    setField('stages', three),
  ]
}

function textField(field: 'title' | 'summary', { base, ours, theirs }: Three<SectionText>): FieldMerge {
  // A named text: it is there even if it is empty, so that two people who fill it in meet in one place.
  const named = (value: string): RichText => [block('field', { attrs: { name: field }, runs: [text(value)] })]
  const texts = { base: named(base[field]), ours: named(ours[field]), theirs: named(theirs[field]) }
  const { value: _, ...merged } = mergeRichText({ ...texts, field: `${ours.key}/${field}` })
  return { field, kind: 'text', ...merged }
}

function richTextField(field: 'body' | 'addition', { base, ours, theirs }: Three<SectionText>): FieldMerge {
  const texts = { base: base[field], ours: ours[field], theirs: theirs[field] }
  const { value: _, ...merged } = mergeRichText({ ...texts, field: `${ours.key}/${field}` })
  return { field, kind: 'richText', ...merged }
}

/** Choices never clash: each is there or not, as the side has it that changed it. */
function setField(field: SetFieldName, { base, ours, theirs }: Three<SectionText>): FieldMerge {
  const was = new Set<string>(base[field])
  const sides = { ours: new Set<string>(ours[field]), theirs: new Set<string>(theirs[field]) }
  const all = [...new Set<string>([...ours[field], ...theirs[field], ...base[field]])]
  const value = all.filter((one) =>
    sides.ours.has(one) === was.has(one) ? sides.theirs.has(one) : sides.ours.has(one),
  )
  const differs = (one: Set<string>, other: Set<string>): boolean =>
    all.some((choice) => one.has(choice) !== other.has(choice))
  const status = statusFrom({
    isSame: !differs(sides.ours, sides.theirs),
    isOurs: differs(sides.ours, was),
    isTheirs: differs(sides.theirs, was),
  })
  return { field, kind: 'set', status, value }
}

function statusFrom({
  isSame,
  isOurs,
  isTheirs,
}: {
  isSame: boolean
  isOurs: boolean
  isTheirs: boolean
}): MergeStatus {
  if (isSame) return 'unchanged'
  if (!isOurs) return 'ready'
  return isTheirs ? 'please-check' : 'yours-kept'
}

/** What the parts come to: the gravest of them; both sides at work in different parts is something to check. */
function statusOfAll(parts: MergeStatus[]): MergeStatus {
  if (parts.includes('decision-needed')) return 'decision-needed'
  const isReady = parts.includes('ready')
  const isOurs = parts.includes('yours-kept')
  if (parts.includes('please-check') || (isReady && isOurs)) return 'please-check'
  if (isReady) return 'ready'
  return isOurs ? 'yours-kept' : 'unchanged'
}

function statusOfOrder({ lists, order }: { lists: Three<Placed[]>; order: OrderMerge }): MergeStatus {
  if (order.conflicts.length > 0) return 'decision-needed'
  // Of those that both have: what came or went is no change of order.
  const common = new Set(order.places.map(({ key }) => key))
  for (const side of [lists.base, lists.ours, lists.theirs]) {
    const keys = new Set(side.map(({ key }) => key))
    for (const key of common) if (!keys.has(key)) common.delete(key)
  }
  const orderOf = (places: Placed[]): string =>
    places
      .filter(({ key }) => common.has(key))
      .map(({ key, parent }) => `${key} ${parent}`)
      .join('\n')
  const said = { base: orderOf(lists.base), ours: orderOf(lists.ours), theirs: orderOf(lists.theirs) }
  return statusFrom({
    isSame: said.ours === said.theirs,
    isOurs: said.ours !== said.base,
    isTheirs: said.theirs !== said.base,
  })
}

function withIds({ places, conflicts }: OrderMerge): Omit<PlacesMerge, 'status'> {
  return { places, conflicts: conflicts.map((one) => ({ id: `${one.key}/place`, ...one })) }
}

function isSame(before: SectionText, after: SectionText): boolean {
  return diffSection({ before, after }).status === 'same'
}

function byKey(sections: PlacedSection[]): Map<string, PlacedSection> {
  return new Map(sections.map((section) => [section.key, section]))
}

function placed({ key, parent = null }: PlacedSection): Placed {
  return { key, parent }
}
