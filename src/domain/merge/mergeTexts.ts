import { numbering, readingOf, readingOfAll, type TreeBlock } from '../pairing/tree'
import { isTextAttribute } from '../richText/blockKinds'
import type { Attributes, Block, Run } from '../richText/richText'
import { formatOf, joinedRuns, plainTextOf } from '../richText/runs'
import { hunksOf } from '../words/hunks'
import type { Effort } from '../words/myers'
import { cut, type Piece, runOf, spaceBefore, tokenAt } from '../words/pieces'
import { type Reading, readRuns } from '../words/tokens'
import type { Side } from './forests'
import type { Node } from './graph'
import type { DisputedValue, MergedBlock } from './merged'
import type { WordPiece } from './mergeFormats'
import { check, conflict, idOf, type MergeState } from './mergeState'
import { mergeWords, type WordMerge } from './mergeWords'

type Value = Attributes[string] | undefined
type Values = Record<Side | 'base', Value>
type Both = { node: Node; ours: TreeBlock; theirs: TreeBlock; state: MergeState }

/** A block that both have: its kind, its attributes and its words; more than one where a side split it. */
export function mergedTexts({ node, ours, theirs, state }: Both): MergedBlock[] {
  const look = mergedLook({ node, ours, theirs, state })
  const parts = mergedRuns({ node, ours, theirs, state })
  // Nothing is left of a half that the other side deleted.
  const written = parts.length > 1 ? parts.filter(({ runs }) => runs.length > 0) : parts
  return written.map(({ block: split, runs }) =>
    split ? { ...split, runs, children: [] } : { id: idOf(node), ...look, runs, children: [] },
  )
}

/** Kind and attributes, with those that both changed to different values. */
function mergedLook({ node, ours, theirs, state }: Both): Pick<MergedBlock, 'kind' | 'attrs' | 'disputed'> {
  const { base } = node
  const disputed: DisputedValue[] = []
  const value = (name: string, values: Values): Value => {
    if (values.ours === values.theirs || values.theirs === values.base) return values.ours
    if (values.ours === values.base) return values.theirs
    const merged = isTextAttribute(name) ? mergedTitle(values, state) : null
    if (merged !== null) {
      check(state, { kind: 'words', block: idOf(node), text: merged })
      return merged
    }
    const said = (one: Value): string => (one === undefined ? '' : String(one))
    const id = conflict(state, {
      kind: 'value',
      about: name,
      block: idOf(node),
      base: said(values.base),
      ours: said(values.ours),
      theirs: said(values.theirs),
    })
    disputed.push({ id, name, ...values })
    return values.ours
  }
  const names = new Set([...Object.keys(base?.attrs ?? {}), ...Object.keys(ours.attrs), ...Object.keys(theirs.attrs)])
  const attrs: Block['attrs'] = {}
  let { kind } = ours
  if (kind === theirs.kind && (!base || base.kind === kind)) {
    for (const name of names) {
      const chosen = value(name, { base: base?.attrs[name], ours: ours.attrs[name], theirs: theirs.attrs[name] })
      if (chosen !== undefined) attrs[name] = chosen
    }
  } else {
    // A kind and its attributes belong together: a heading that became a paragraph has no level any more.
    const look = (block: TreeBlock | undefined): string =>
      block ? [block.kind, ...Object.values(block.attrs)].join(' ') : ''
    const before = disputed.length
    const chosen = value('kind', { base: look(base), ours: look(ours), theirs: look(theirs) })
    const [entry] = disputed.splice(before)
    const winner = chosen === look(ours) ? ours : theirs
    kind = winner.kind
    Object.assign(attrs, winner.attrs)
    if (entry) {
      disputed.push({ ...entry, base: base?.kind, ours: ours.kind, theirs: theirs.kind })
      for (const name of names) {
        const values = { base: base?.attrs[name], ours: ours.attrs[name], theirs: theirs.attrs[name] }
        disputed.push({ id: entry.id, name, ...values })
      }
    }
  }
  return { kind, attrs, ...(disputed.length > 0 ? { disputed } : {}) }
}

/** A title or a description that both changed, word by word; null where it is to be decided. */
function mergedTitle({ base = '', ours, theirs }: Values, state: MergeState): string | null {
  if (typeof base !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') return null
  return mergedString({ base, ours, theirs }, state) || null
}

type Runs = MergedBlock['runs']
/** Runs, and the block that they are; without one they belong to the block that is merged. */
type Part = { block?: Pick<Block, 'id' | 'kind' | 'attrs'>; runs: Runs }

function mergedRuns({ node, ours, theirs, state }: Both): Part[] {
  const { base } = node
  const group = state.groups.get(node)
  if (!group) {
    const isSame = (one: TreeBlock, other: TreeBlock): boolean =>
      one.own === other.own || isSameRuns(one.runs, other.runs)
    if (isSame(ours, theirs) || (base ? isSame(base, theirs) : theirs.runs.length === 0)) return [{ runs: ours.runs }]
    if (base ? isSame(base, ours) : ours.runs.length === 0) return [{ runs: theirs.runs }]
  }
  const { effort } = state
  const common = base || group ? null : commonReading({ ours, theirs, effort })
  const words = group
    ? mergeWords({
        base: readingOfAll(group.base),
        ours: readingOfAll(group.ours),
        theirs: readingOfAll(group.theirs),
        effort,
      })
    : mergeWords({
        base: common?.reading ?? readingOf(base ?? ours),
        ours: readingOf(ours),
        theirs: readingOf(theirs),
        effort,
      })
  if (words.limited || common?.limited) state.limited = true
  words.pieces = words.pieces.map((piece) => withOneAddress({ piece, node, state }))
  const parts = partsOf({ words, node, state })
  // Who decides on a conflict reads the block: there is nothing more to ask for.
  if (words.pieces.some((piece) => piece.type === 'conflict')) return parts
  const said = parts.map(({ runs }) => plainTextOf(runs.filter((run) => run.type !== 'conflict')))
  const kind = words.bothInserted ? 'inserted' : words.bothDeleted ? 'deleted' : 'words'
  check(state, { kind, block: idOf(node), text: said.join('\n') })
  return parts
}

/**
 * Of two addresses that both made of one, that of the side that did to it all that the other one did; never one that nobody
 * wrote. It is on the list of checks.
 */
function withOneAddress({ piece, node, state }: { piece: WordPiece; node: Node; state: MergeState }): WordPiece {
  if (piece.type !== 'conflict' || piece.about !== 'link') return piece
  const link = (pieces: Piece[]): string => linkOf(runsOf(pieces))
  const links = { base: link(piece.base), ours: link(piece.ours), theirs: link(piece.theirs) }
  if (links.base === '' || links.ours === '' || links.theirs === '') return piece
  const merged = mergedString(links, state)
  if (merged === null || (merged !== links.ours && merged !== links.theirs)) return piece
  check(state, { kind: 'words', block: idOf(node), text: merged })
  return { type: 'clean', pieces: merged === links.ours ? piece.ours : piece.theirs }
}

/** Three texts without a look, merged word by word; null where there is something to decide. */
function mergedString(texts: Record<Side | 'base', string>, { effort }: MergeState): string | null {
  const numberOf = numbering()
  const reading = (one: string): Reading => readRuns([{ type: 'text', text: one, marks: [] }], numberOf)
  const { pieces, limited } = mergeWords({
    base: reading(texts.base),
    ours: reading(texts.ours),
    theirs: reading(texts.theirs),
    effort,
  })
  if (limited) return null
  const said = pieces.map((piece) => (piece.type === 'clean' ? piece.pieces.map(({ text }) => text).join('') : null))
  return said.includes(null) ? null : said.join('')
}

/** The merged words as runs, cut where a block ends. */
function partsOf({ words, node, state }: { words: WordMerge; node: Node; state: MergeState }): Part[] {
  const parts: Part[] = [{ runs: [] }]
  let pending: Piece[] = []
  let isStart = false
  const flush = (): void => {
    for (const run of runsOf(pending.map(withoutStrayLink))) parts.at(-1)?.runs.push(run)
    pending = []
  }
  for (const piece of words.pieces) {
    if (piece.type === 'conflict') {
      flush()
      parts.at(-1)?.runs.push(disputedRuns({ piece, node, state }))
      continue
    }
    for (const one of piece.pieces) {
      if (one.object !== 'end' || !one.block) {
        // The space that stood where a block begins now.
        const text: string = isStart && !one.object ? one.text.trimStart() : one.text
        if (text !== '' || one.object) pending.push({ ...one, text })
        isStart &&= text === '' && !one.object
      } else {
        flush()
        parts.push({ block: one.block, runs: [] })
        isStart = true
      }
    }
  }
  flush()
  return parts
}

/** A space between two words with one address does not have another one: one side changed the address, the other one a word. */
function withoutStrayLink(piece: Piece, at: number, pieces: Piece[]): Piece {
  const [before, after] = [pieces[at - 1], pieces[at + 1]]
  if (piece.object || piece.link === undefined || /\S/u.test(piece.text)) return piece
  return before?.link !== undefined && before.link === after?.link ? { ...piece, link: before.link } : piece
}

type Disputed = { piece: WordMerge['pieces'][number] & { type: 'conflict' }; node: Node; state: MergeState }

function disputedRuns({ piece, node, state }: Disputed): Runs[number] {
  const sides = { base: runsOf(piece.base), ours: runsOf(piece.ours), theirs: runsOf(piece.theirs) }
  const texts = [sides.base, sides.ours, sides.theirs].map((one) => plainTextOf(one).trim())
  const isOfLinks = new Set(texts).size < 3 && texts.some((one) => one !== '')
  const said = piece.about === 'link' ? linkOf : isOfLinks ? withLinks : (one: Run[]) => plainTextOf(one).trim()
  const id = conflict(state, {
    kind: piece.about ? 'value' : node.base ? 'words' : 'inserted',
    block: idOf(node),
    ...(piece.about ? { about: piece.about } : {}),
    base: said(sides.base),
    ours: said(sides.ours),
    theirs: said(sides.theirs),
  })
  return { type: 'conflict', id, ...(piece.about ? { about: piece.about } : {}), ...sides }
}

/** What two texts have in common that both put in: it stands for the base that they do not have. */
function commonReading({ ours, theirs, effort }: { ours: TreeBlock; theirs: TreeBlock; effort: Effort }): {
  reading: Reading
  limited: boolean
} {
  const readings = [readingOf(ours), readingOf(theirs)] as const
  // The same whichever side is called ours.
  const [one, other] = readings[0].text <= readings[1].text ? readings : [readings[1], readings[0]]
  const { hunks, limited } = hunksOf({ before: one, after: other, effort })
  const pieces: Piece[] = []
  let from = { one: 0, other: 0 }
  const end = { beforeFrom: one.tokens.length, beforeTo: one.tokens.length, afterTo: other.tokens.length }
  for (const hunk of [...hunks, end]) {
    for (let step = 0; from.one + step < hunk.beforeFrom; step++) {
      const [at, otherAt] = [from.one + step, from.other + step]
      const [space, otherSpace] = [spaceBefore(one, at), spaceBefore(other, otherAt)]
      if (space.to > space.from && otherSpace.to > otherSpace.from) {
        pieces.push(...inCommon(cut(one, space), cut(other, otherSpace)))
      }
      pieces.push(...inCommon(cut(one, tokenAt(one, at)), cut(other, tokenAt(other, otherAt))))
    }
    from = { one: hunk.beforeTo, other: hunk.afterTo }
  }
  return { reading: readRuns(runsOf(pieces), ours.numberOf), limited }
}

/** A text with the look that it has on both sides: what only one side gave it is what that side changed. */
function inCommon(one: Piece[], other: Piece[]): Piece[] {
  return one.map((piece) => {
    if (piece.object) return piece
    const marks = piece.marks.filter((mark) => other.every((part) => part.marks.includes(mark)))
    const isLinked = piece.link !== undefined && other.every(({ link }) => link === piece.link)
    return { text: piece.text, ...formatOf({ marks, link: isLinked ? piece.link : undefined }) }
  })
}

function isSameRuns(one: Run[], other: Run[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Where the words are the same on two sides, what differs is what they link to. */
function withLinks(runs: Run[]): string {
  return plainTextOf(
    runs.map((run): Run => {
      const link = run.type === 'text' && run.link ? ` <${run.link}>` : ''
      return run.type === 'text' ? { ...run, text: `${run.text}${link}` } : run
    }),
  ).trim()
}

function linkOf(runs: Run[]): string {
  return runs.map((run) => (run.type === 'text' ? (run.link ?? '') : '')).join('')
}

function runsOf(pieces: Piece[]): Run[] {
  return joinedRuns(pieces.map(runOf))
}
