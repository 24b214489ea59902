import { numbering, readingOf, readingOfAll, type TreeBlock } from '../pairing/tree'
import { isTextAttribute } from '../richText/blockKinds'
import type { Attributes, Run } from '../richText/richText'
import { formatOf, joinedRuns, plainTextOf } from '../richText/runs'
import { hunksOf } from '../words/hunks'
import type { Effort } from '../words/myers'
import { cut, has, type Piece, runOf, spaceBefore, tokenAt } from '../words/pieces'
import { type Ended, type Reading, readRuns } from '../words/tokens'
import type { Node, SharedNode } from './graph'
import type { DisputedRuns, DisputedValue, MergedBlock } from './merged'
import type { DisputedPieces, WordPiece } from './mergeFormats'
import { check, conflict, idOf, type MergeState } from './mergeState'
import { mergeWords } from './mergeWords'
import { type OnAll, onAll, onBoth, type Side, VERSIONS } from './sides'

type Value = Attributes[string] | undefined

/** A block that both sides have: kind, attributes and words; several blocks if a side split it. */
export function mergedTexts(node: SharedNode, state: MergeState): MergedBlock[] {
  const values = mergedValues(node, state)
  const parts = mergedRuns(node, state)
  // A part that the other side deleted can be empty.
  const written = parts.length > 1 ? parts.filter(({ runs }) => runs.length > 0) : parts
  return written.map(({ block: split, runs }) =>
    split ? { ...split, runs, children: [] } : { id: idOf(node), ...values, runs, children: [] },
  )
}

/** The kind and the attributes, and which of them both sides changed to different values. */
function mergedValues(node: SharedNode, state: MergeState): Pick<MergedBlock, 'kind' | 'attrs' | 'disputed'> {
  const { base, ours, theirs } = node
  const names = new Set(VERSIONS.flatMap((version) => Object.keys(node[version]?.attrs ?? {})))
  const valuesOf = (name: string): OnAll<Value> => onAll((version) => node[version]?.attrs[name])
  const disputed: DisputedValue[] = []
  if (ours.kind === theirs.kind && (!base || base.kind === ours.kind)) {
    const attrs: Attributes = {}
    for (const name of names) {
      const values = valuesOf(name)
      const { value, id } = mergedValue(name, values, node, state)
      if (value !== undefined) attrs[name] = value
      if (id !== undefined) disputed.push({ id, name, ...values })
    }
    return { kind: ours.kind, attrs, ...(disputed.length > 0 ? { disputed } : {}) }
  }
  // A kind and its attributes belong together: a paragraph that was a heading has no level.
  const wholes = onAll((version): Value => {
    const block = node[version]
    return block ? [block.kind, ...Object.values(block.attrs)].join(' ') : ''
  })
  const { value, id } = mergedValue('kind', wholes, node, state)
  if (id !== undefined) {
    disputed.push({ id, name: 'kind', ...onAll((version) => node[version]?.kind) })
    for (const name of names) disputed.push({ id, name, ...valuesOf(name) })
  }
  const { kind, attrs } = value === wholes.ours ? ours : theirs
  return { kind, attrs: { ...attrs }, ...(disputed.length > 0 ? { disputed } : {}) }
}

/** A value of the side that changed it. If both did: a text merged word by word, otherwise ours, with the id of a conflict. */
function mergedValue(name: string, values: OnAll<Value>, node: Node, state: MergeState): { value: Value; id?: string } {
  const { base = '', ours, theirs } = values
  if (ours === theirs || theirs === values.base) return { value: ours }
  if (ours === values.base) return { value: theirs }
  const isOfTexts = typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string'
  const merged = isTextAttribute(name) && isOfTexts ? mergedString({ base, ours, theirs }, state.effort) : null
  if (merged) {
    check(state, { kind: 'words', block: idOf(node), text: merged })
    return { value: merged }
  }
  const said = onAll((version) => `${values[version] ?? ''}`)
  return { value: ours, id: conflict(state, { kind: 'value', about: name, block: idOf(node), ...said }) }
}

/** Runs and their block; without a block, they belong to the merged one. */
type Part = { block?: Ended; runs: MergedBlock['runs'] }

function mergedRuns(node: SharedNode, state: MergeState): Part[] {
  const { base, ours, theirs } = node
  const { effort } = state
  const group = state.groups.get(node)
  if (!group) {
    const isSame = (one: TreeBlock, other: TreeBlock): boolean =>
      one.own === other.own || JSON.stringify(one.runs) === JSON.stringify(other.runs)
    const isUnchanged = (side: Side): boolean => (base ? isSame(base, node[side]) : node[side].runs.length === 0)
    if (isSame(ours, theirs) || isUnchanged('theirs')) return [{ runs: ours.runs }]
    if (isUnchanged('ours')) return [{ runs: theirs.runs }]
  }
  const before = base ? { reading: readingOfAll(group?.base ?? [base]), limited: false } : commonReading(node, effort)
  const readings = { base: before.reading, ...onBoth((side) => readingOfAll(group?.[side] ?? [node[side]])) }
  const words = mergeWords(readings, effort)
  if (words.limited || before.limited) state.limited = true
  const pieces = words.pieces.map((piece) => withOneAddress(piece, node, state))
  const parts = partsOf(pieces, node, state)
  const isDisputed = pieces.some((piece) => piece.type === 'conflict')
  // A person who decides on a conflict sees only its words.
  if (isDisputed && !words.tookTheirs) return parts
  const said = parts.map(({ runs }) => plainTextOf(runs.flatMap((run) => (run.type === 'conflict' ? run.ours : [run]))))
  const kind = isDisputed ? 'words' : words.bothInserted ? 'inserted' : words.bothDeleted ? 'deleted' : 'words'
  check(state, { kind, block: idOf(node), text: said.join('\n') })
  return parts
}

/**
 * If both changed one address and one change includes the other, the address of that side, as a place to check; never an address that
 * nobody wrote.
 */
function withOneAddress(piece: WordPiece, node: Node, state: MergeState): WordPiece {
  if (piece.type !== 'conflict' || piece.about !== 'link') return piece
  const links = onAll((version) => linkOf(runsOf(piece[version])))
  if (Object.values(links).includes('')) return piece
  const merged = mergedString(links, state.effort)
  if (merged === null || (merged !== links.ours && merged !== links.theirs)) return piece
  check(state, { kind: 'words', block: idOf(node), text: merged })
  return { type: 'clean', pieces: merged === links.ours ? piece.ours : piece.theirs }
}

/** Three plain texts, merged word by word; null if there is a conflict. */
function mergedString(texts: OnAll<string>, effort: Effort): string | null {
  const numberOf = numbering()
  const readings = onAll((version) => readRuns([{ type: 'text', text: texts[version], marks: [] }], numberOf))
  const { pieces, limited } = mergeWords(readings, effort)
  const clean = pieces.flatMap((piece) => (piece.type === 'clean' ? [piece] : []))
  if (limited || clean.length < pieces.length) return null
  return clean.flatMap((piece) => piece.pieces.map(({ text }) => text)).join('')
}

/** The merged words as runs, cut where a block ends. */
function partsOf(words: WordPiece[], node: Node, state: MergeState): Part[] {
  let part: Part = { runs: [] }
  const parts = [part]
  let pending: Piece[] = []
  let isStart = false
  const flush = (): void => {
    part.runs.push(...runsOf(pending.map(withoutStrayLink)))
    pending = []
  }
  for (const piece of words) {
    if (piece.type === 'conflict') {
      flush()
      const trimmed = isStart ? { ...piece, ...onAll((version) => trimmedAtStart(piece[version])) } : piece
      part.runs.push(disputedRuns(trimmed, node, state))
      isStart = false
      continue
    }
    for (const one of piece.pieces) {
      if (one.object !== 'end' || !one.block) {
        // The space before the words of a new block.
        const text: string = isStart && !one.object ? one.text.trimStart() : one.text
        if (text !== '' || one.object) pending.push({ ...one, text })
        isStart &&= text === '' && !one.object
      } else {
        flush()
        part = { block: one.block, runs: [] }
        parts.push(part)
        isStart = true
      }
    }
  }
  flush()
  return parts
}

/** Without the space before the words of a new block. */
function trimmedAtStart([first, ...others]: Piece[]): Piece[] {
  if (!first) return []
  return [first.object ? first : { ...first, text: first.text.trimStart() }, ...others]
}

/** Gives a space between two words with one address the same address: one side changed the address, and the other one a word. */
function withoutStrayLink(piece: Piece, at: number, pieces: Piece[]): Piece {
  const [before, after] = [pieces[at - 1], pieces[at + 1]]
  if (piece.object || piece.link === undefined || /\S/u.test(piece.text)) return piece
  return before?.link !== undefined && before.link === after?.link ? { ...piece, link: before.link } : piece
}

function disputedRuns(piece: DisputedPieces, node: Node, state: MergeState): DisputedRuns {
  const sides = onAll((version) => runsOf(piece[version]))
  const plain = (runs: Run[]): string => plainTextOf(runs).trim()
  const texts = VERSIONS.map((version) => plain(sides[version]))
  const isOfLinks =
    texts.some((one) => one !== '') && new Set(VERSIONS.map((version) => linkOf(sides[version]))).size > 1
  const said = piece.about ? linkOf : isOfLinks ? withLinks : plain
  const about = piece.about ? { about: piece.about } : {}
  const kind = piece.about ? 'value' : node.base ? 'words' : 'inserted'
  const id = conflict(state, { kind, block: idOf(node), ...about, ...onAll((version) => said(sides[version])) })
  return { type: 'conflict', id, ...about, ...sides }
}

/** The common part of two texts that both sides inserted: it serves as their base. */
function commonReading(node: SharedNode, effort: Effort): { reading: Reading; limited: boolean } {
  const readings = [readingOf(node.ours), readingOf(node.theirs)] as const
  // The result is the same whichever side is called ours.
  const [one, other] = readings[0].text <= readings[1].text ? readings : [readings[1], readings[0]]
  const { hunks, limited } = hunksOf({ before: one, after: other, effort })
  const pieces: Piece[] = []
  let from = { one: 0, other: 0 }
  const end = { beforeFrom: one.tokens.length, beforeTo: one.tokens.length, afterTo: other.tokens.length }
  for (const hunk of [...hunks, end]) {
    for (let step = 0; from.one + step < hunk.beforeFrom; step++) {
      const [at, otherAt] = [from.one + step, from.other + step]
      const [space, otherSpace] = [spaceBefore(one, at), spaceBefore(other, otherAt)]
      if (has(space) && has(otherSpace)) pieces.push(...inCommon(cut(one, space), cut(other, otherSpace)))
      pieces.push(...inCommon(cut(one, tokenAt(one, at)), cut(other, tokenAt(other, otherAt))))
    }
    from = { one: hunk.beforeTo, other: hunk.afterTo }
  }
  return { reading: readRuns(runsOf(pieces), node.ours.numberOf), limited }
}

/** A text with the formats that both sides have: any other format is a change of one side. */
function inCommon(one: Piece[], other: Piece[]): Piece[] {
  return one.map((piece) => {
    if (piece.object) return piece
    const marks = piece.marks.filter((mark) => other.every((part) => part.marks.includes(mark)))
    const link = other.every((part) => part.link === piece.link) ? piece.link : undefined
    return { text: piece.text, ...formatOf({ marks, link }) }
  })
}

/** The words with their addresses, for texts that differ in these only. */
function withLinks(runs: Run[]): string {
  const linked = runs.map((run) =>
    run.type === 'text' && run.link ? { ...run, text: `${run.text} <${run.link}>` } : run,
  )
  return plainTextOf(linked).trim()
}

function linkOf(runs: Run[]): string {
  return runs.map((run) => (run.type === 'text' ? (run.link ?? '') : '')).join('')
}

function runsOf(pieces: Piece[]): Run[] {
  return joinedRuns(pieces.map(runOf))
}
