import { blocksBefore } from './additionPlace'
import { gapsBetween } from './alignment/gapsBetween'
import { keptInOrder } from './alignment/increasingSubsequence'
import { diffRichText, type RichTextDifference } from './diff/diff'
import type { Language } from './language'
import { pairBlocks } from './pairing/pairBlocks'
import type { Pairing } from './pairing/pairing'
import { numbering, type TreeBlock, treeOf } from './pairing/tree'
import type { Provenance } from './release'
import { isEmptyText } from './richText/empty'
import { type Block, block, type RichText, text } from './richText/richText'
import { isSameText } from './richText/sameText'
import { textOf } from './richText/walk'
import { OWN_FIELDS, type OwnField, type SectionContent, type Texts } from './section'
import { translationPairs } from './translationPairs'
import { type Unit, unitsOf } from './translationUnits'

/**
 * What became of paragraphs of the common text in a national text. `translated`: the languages differ, so that words cannot be
 * compared. `moved`: they are at another place there, and may be changed too. `missing`: the country has no words in the language, and
 * its readers get another one.
 */
export const ROW_STATES = ['kept', 'changed', 'translated', 'dropped', 'added', 'moved', 'missing'] as const
export type RowState = (typeof ROW_STATES)[number]

/**
 * One row of two texts side by side. A side is empty where the text has nothing, and has several blocks where a paragraph was
 * split or joined, or a frame was put around paragraphs.
 */
export type SideRow = {
  state: RowState
  common: RichText
  national: RichText
  /** The words that differ; null where there is nothing to compare: one side is empty, or the languages differ. */
  change: RichTextDifference | null
  /** Figures that only one side has, if both sides are in different languages: a deadline, an article, a year. */
  figures: { common: string[]; national: string[] } | null
}

/** The rows of one field of a section, or of its text before or after the country's addition. */
export type FieldRows = { field: OwnField; rows: SideRow[] }

type Sided<Value> = { common: Value; national: Value }

/**
 * Returns the common text of a section and that of a country, row by row, each in one language; fields without words are left
 * out. The rows of an addition that stands within the text are at its place: the text is then in two parts around them.
 */
export function sectionSideBySide({
  common,
  national,
  languages,
  provenance,
}: {
  common: Texts
  national: Texts & Pick<SectionContent, 'additionPlace'>
  languages: Sided<Language>
  /** Whose the words of the country's fields are. */
  provenance: Provenance
}): FieldRows[] {
  const isSameLanguage = languages.common === languages.national
  const fields = OWN_FIELDS.flatMap((field): FieldRows[] => {
    const sides = {
      common: richTextOf(common[field][languages.common], field),
      national: richTextOf(national[field][languages.national], field),
    }
    const isMissing = field !== 'addition' && provenance[field]?.[languages.national] === 'missing'
    const rows = isMissing
      ? sides.common.map((one) => ({
          ...rowOf({ common: [one], national: [] }, isSameLanguage),
          state: 'missing' as const,
        }))
      : isLine(field)
        ? rowsOfLine(sides, isSameLanguage)
        : sideBySide({ ...sides, isSameLanguage })
    return rows.length > 0 ? [{ field, rows }] : []
  })
  return withAdditionInPlace(fields, national, languages.national)
}

/** The addition stays after the text if the country has no words of the text in the language. */
function withAdditionInPlace(
  fields: FieldRows[],
  { additionPlace: place, body }: Texts & Pick<SectionContent, 'additionPlace'>,
  language: Language,
): FieldRows[] {
  const [text, addition] = (['body', 'addition'] as const).map((name) => fields.find(({ field }) => field === name))
  const blocks = body[language] ?? []
  if (!place || !text || !addition || blocks.length === 0) return fields
  const before = new Set(blocks.slice(0, blocksBefore({ place, body, language })))
  // What the country dropped behind the last paragraph before the addition stays behind the addition.
  const at =
    before.size === 0 ? 0 : text.rows.findLastIndex(({ national }) => national.some((one) => before.has(one))) + 1
  const parts = [text.rows.slice(0, at), text.rows.slice(at)].map((rows): FieldRows => ({ field: 'body', rows }))
  const placed = [parts[0], addition, parts[1]].flatMap((one) => (one && one.rows.length > 0 ? [one] : []))
  return fields.flatMap((one) => (one === text ? placed : one === addition ? [] : [one]))
}

/** Returns how many rows of a section are in each state. */
export function countStates(fields: readonly FieldRows[]): Record<RowState, number> {
  const counts = { kept: 0, changed: 0, translated: 0, dropped: 0, added: 0, moved: 0, missing: 0 }
  for (const { rows } of fields) for (const { state } of rows) counts[state] += 1
  return counts
}

/** Does a row say what the common text says, as far as words can be compared? */
export function isAsCommon({ figures, state }: Pick<SideRow, 'figures' | 'state'>): boolean {
  return state === 'kept' || (state === 'translated' && figures === null)
}

/**
 * Returns two texts row by row. Every block of either side that says something is in exactly one row, and both sides keep their order,
 * except for rows that are `moved`: these are at their place in the national text.
 *
 * In one language, blocks are paired as for a difference (`pairing/pairBlocks`). In two, as a translation is with its source
 * (`translationPairs`): by their ids where the country began with a copy, and otherwise by their order, kind, depth, figures, links,
 * pictures and length.
 */
export function sideBySide({
  common,
  national,
  isSameLanguage,
}: Sided<RichText> & { isSameLanguage: boolean }): SideRow[] {
  const sides = { common: common.filter(saysSomething), national: national.filter(saysSomething) }
  const { groups, pairs } = isSameLanguage ? pairedByWords(sides) : pairedAcross(sides)
  const placeOf = new Map(groups.national.map((group, place) => [group, place]))
  const partners = new Set(pairs.values())
  const placed = (group: Block[]): number | undefined => {
    const partner = pairs.get(group)
    return partner && placeOf.get(partner)
  }
  const anchors = keptInOrder(groups.common, placed, (group) => textOf(group).length + 1)
  const commonOf = new Map([...pairs].map(([one, other]) => [other, one]))
  const end = { at: groups.common.length, place: groups.national.length }
  return gapsBetween(anchors, end).flatMap(({ from, to }) => {
    const gone = groups.common.slice(from.at, to.at).filter((group) => !pairs.has(group))
    const here = groups.national.slice(from.place, to.place).map((group): SideRow => {
      const partner = partners.has(group) ? commonOf.get(group) : undefined
      const row = rowOf({ common: partner ?? [], national: group }, isSameLanguage)
      return partner ? { ...row, state: 'moved' } : row
    })
    const [was, is] = [groups.common[to.at], groups.national[to.place]]
    return [
      ...gone.map((group) => rowOf({ common: group, national: [] }, isSameLanguage)),
      ...here,
      ...(was && is ? [rowOf({ common: was, national: is }, isSameLanguage)] : []),
    ]
  })
}

/** A row with both sides given, in its place. */
function rowOf(sides: Sided<RichText>, isSameLanguage: boolean): SideRow {
  const { common, national } = sides
  const row = { ...sides, change: null, figures: null }
  if (common.length === 0) return { ...row, state: 'added' }
  if (national.length === 0) return { ...row, state: 'dropped' }
  if (isSameLanguage) {
    const change = diffRichText({ before: common, after: national })
    return { ...row, state: change.status === 'same' ? 'kept' : 'changed', change }
  }
  if (isSameText(common, national)) return { ...row, state: 'kept' }
  return { ...row, state: 'translated', figures: figuresOf(sides) }
}

function rowsOfLine(sides: Sided<RichText>, isSameLanguage: boolean): SideRow[] {
  return sides.common.length + sides.national.length === 0 ? [] : [rowOf(sides, isSameLanguage)]
}

function isLine(field: OwnField): boolean {
  return field === 'title' || field === 'summary'
}

/** The value of a field as blocks: a line of words is one paragraph. */
function richTextOf(value: string | RichText | undefined, field: OwnField): RichText {
  const blocks = typeof value === 'string' ? [block('paragraph', { id: field, runs: [text(value)] })] : (value ?? [])
  return blocks.filter(saysSomething)
}

function saysSomething(one: Block): boolean {
  return one.kind === 'field' || !isEmptyText(one)
}

/** The blocks of each side in groups of which each is one side of a row, and the group that each one is paired with. */
type Grouped = { groups: Sided<Block[][]>; pairs: Map<Block[], Block[]> }

function pairedByWords(sides: Sided<RichText>): Grouped {
  const numberOf = numbering()
  const trees = { common: treeOf(sides.common, numberOf), national: treeOf(sides.national, numberOf) }
  const pairing = pairBlocks({ before: trees.common, after: trees.national })
  const frames = framesOf(trees, pairing)
  const groups = {
    common: groupsOf({ blocks: sides.common, tree: trees.common, marked: pairing.joined, frames: frames.common }),
    national: groupsOf({
      blocks: sides.national,
      tree: trees.national,
      marked: pairing.split,
      frames: frames.national,
    }),
  }
  const pairs = new Map<Block[], Block[]>()
  const taken = new Set<Block[]>()
  for (const [was, is] of [...pairing.afterOf, ...frames.pairs]) {
    const [one, other] = [groups.common.of.get(was), groups.national.of.get(is)]
    // Of several groups that were in one frame, one is beside it.
    if (!one || !other || pairs.has(one) || taken.has(other)) continue
    pairs.set(one, other)
    taken.add(other)
  }
  return { groups: { common: groups.common.all, national: groups.national.all }, pairs }
}

/** For each block, the frame around it on the other side. */
type Frames = Map<TreeBlock, TreeBlock>

/**
 * Where a frame came or went (a list became paragraphs, or paragraphs were put in a box): the outermost blocks on one side whose
 * content is in one outermost block on the other side that has no partner of its own.
 */
function framesOf(trees: Sided<TreeBlock[]>, { afterOf, beforeOf, joined, split }: Pairing) {
  const ours = openBlocks({ blocks: trees.national, partners: beforeOf, marked: split })
  const theirs = openBlocks({ blocks: trees.common, partners: afterOf, marked: joined })
  const around = (one: TreeBlock, partners: ReadonlyMap<TreeBlock, TreeBlock>, frames: ReadonlySet<TreeBlock>) => {
    const frame = rootOf(partners.get(one))
    return frame && frames.has(frame) ? frame : undefined
  }
  const national: Frames = new Map()
  for (const one of ours) {
    const frame = around(one, beforeOf, theirs)
    if (frame) national.set(one, frame)
  }
  const left = new Set(national.values())
  const common: Frames = new Map()
  for (const one of theirs) {
    const frame = left.has(one) ? undefined : around(one, afterOf, ours)
    if (frame && !national.has(frame)) common.set(one, frame)
  }
  const pairs = [...common, ...[...national].map(([one, frame]): [TreeBlock, TreeBlock] => [frame, one])]
  return { common, national, pairs }
}

/** The outermost blocks that are not paired with an outermost block, and do not belong to the block before them. */
function openBlocks({
  blocks,
  partners,
  marked,
}: {
  blocks: readonly TreeBlock[]
  partners: ReadonlyMap<TreeBlock, TreeBlock>
  marked: ReadonlySet<TreeBlock>
}): Set<TreeBlock> {
  return new Set(blocks.filter((one) => !marked.has(one) && (partners.get(one)?.parent ?? true)))
}

function rootOf(one: TreeBlock | undefined): TreeBlock | undefined {
  let root = one
  while (root?.parent) root = root.parent
  return root
}

/** The blocks of one side, those together that follow one another and belong to one block of the other side. */
function groupsOf({
  blocks,
  tree,
  marked,
  frames,
}: {
  blocks: RichText
  tree: TreeBlock[]
  marked: ReadonlySet<TreeBlock>
  frames: Frames
}): { all: Block[][]; of: Map<TreeBlock, Block[]> } {
  const all: Block[][] = []
  const of = new Map<TreeBlock, Block[]>()
  tree.forEach((one, index) => {
    const [source, above] = [blocks[index], tree[index - 1]]
    if (!source) return
    const frame = frames.get(one)
    const isFollower = marked.has(one) || (frame !== undefined && above !== undefined && frames.get(above) === frame)
    const last = all.at(-1)
    const group = isFollower && last ? last : []
    group.push(source)
    if (group !== last) all.push(group)
    of.set(one, group)
  })
  return { all, of }
}

function pairedAcross(sides: Sided<RichText>): Grouped {
  const groups = { common: sides.common.map((one) => [one]), national: sides.national.map((one) => [one]) }
  const units = { common: namedUnits(sides.common, 'common'), national: namedUnits(sides.national, 'national') }
  const found = translationPairs({ source: units.common, translation: units.national })
  const groupOf = new Map(groups.national.map((group) => [group[0], group]))
  const ours = new Map(units.national.map(({ id, block: one }) => [id, groupOf.get(one)]))
  const theirs = new Map(units.common.map(({ id, block: one }) => [one, id]))
  const pairs = new Map<Block[], Block[]>()
  for (const group of groups.common) {
    const [one] = group
    const id = one && theirs.get(one)
    const partner = id === undefined ? undefined : ours.get(found.get(id) ?? '')
    if (partner) pairs.set(group, partner)
  }
  return { groups, pairs }
}

/**
 * The outermost blocks of a text, each with all words in it: a list is recognised by these too. A block without an id, or with one that
 * another block has, is named so that nothing is paired by it.
 */
function namedUnits(blocks: RichText, side: string): Unit[] {
  const known = new Set<string>()
  return unitsOf(blocks)
    .filter(({ around }) => around.length === 0)
    .map((unit, index) => {
      const isNamed = unit.block.id !== '' && !known.has(unit.id)
      known.add(unit.id)
      const whole = { ...unit, words: textOf([unit.block]) || unit.words }
      return isNamed ? whole : { ...whole, id: `${side} ${index}` }
    })
}

function figuresOf({ common, national }: Sided<RichText>): SideRow['figures'] {
  const figures = { common: figuresIn(common), national: figuresIn(national) }
  const only = {
    common: without(figures.common, figures.national),
    national: without(figures.national, figures.common),
  }
  return only.common.length + only.national.length === 0 ? null : only
}

const FIGURE = /\p{Nd}{1,3}(?:[., \u00a0\u202f’']\p{Nd}{3}(?!\p{Nd}))+(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,]\p{Nd}+)?/gu
const BETWEEN_THOUSANDS = /[., \u00a0\u202f’'](?=\p{Nd}{3}(?!\p{Nd}))/gu

/** Figures as they are read: 1,000 and 1.000 and 1 000 are the same. */
function figuresIn(blocks: RichText): string[] {
  const found = textOf(blocks).match(FIGURE) ?? []
  return found.map((figure) => figure.replace(BETWEEN_THOUSANDS, '').replace(',', '.'))
}

function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return some.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
