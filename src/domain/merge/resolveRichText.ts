import { WITHOUT_SPACES } from '../diff/tokens'
import { joinedRuns } from '../diff/tree'
import { type Block, type BlockKind, block, type RichText, type Run, text } from '../richText'
import type { DisputedBlocks, DisputedRuns, MergedBlock, MergedNode, Resolution, Resolutions } from './merged'

/**
 * The merged text with what was decided. A conflict that nobody has decided holds ours, and where one side deleted, what
 * the other side edited. `both` keeps ours and then theirs; where there is only one place for it, ours.
 */
export function resolveRichText({ nodes, resolutions }: { nodes: MergedNode[]; resolutions: Resolutions }): RichText {
  const fitting = fittingPlaces(nodes, resolutions)
  return withUniqueIds(nodes.flatMap((node) => resolved(node, fitting)))
}

/** A place that is not there, as the block around it was decided against, cannot be chosen: the other one is then. */
function fittingPlaces(nodes: MergedNode[], resolutions: Resolutions): Resolutions {
  const all = new Set<string>()
  collectPlaces(nodes, all)
  if (all.size === 0) return resolutions
  const chosen: Resolutions = { ...resolutions }
  for (const id of all) chosen[id] = resolutions[id] === 'theirs' ? 'theirs' : 'ours'
  // Each round settles at least one place; more rounds than places are not needed.
  for (let round = 0; round < all.size; round++) {
    const reached = new Set<string>()
    reachPlaces(nodes, chosen, reached)
    const missing = [...all].find((id) => !reached.has(id))
    if (missing === undefined) break
    chosen[missing] = chosen[missing] === 'theirs' ? 'ours' : 'theirs'
  }
  return chosen
}

function collectPlaces(nodes: MergedNode[], all: Set<string>): void {
  for (const node of nodes) {
    if (!isDisputed(node)) collectPlaces(node.children, all)
    else {
      if (node.isPlace) all.add(node.id)
      for (const side of ['base', 'ours', 'theirs'] as const) collectPlaces(node[side], all)
    }
  }
}

function reachPlaces(nodes: MergedNode[], chosen: Resolutions, reached: Set<string>): void {
  for (const node of nodes) {
    if (!isDisputed(node)) reachPlaces(node.children, chosen, reached)
    else {
      const resolution = chosen[node.id] ?? node.kept
      if (typeof resolution === 'object') continue
      for (const side of resolution === 'both' ? (['ours', 'theirs'] as const) : [resolution]) {
        if (node.isPlace && node[side].length > 0) reached.add(node.id)
        reachPlaces(node[side], chosen, reached)
      }
    }
  }
}

function resolved(node: MergedNode, resolutions: Resolutions): Block[] {
  return isDisputed(node) ? decided(node, resolutions) : [resolvedBlock(node, resolutions)]
}

export function isDisputed(node: MergedNode): node is DisputedBlocks {
  return node.kind === 'conflict'
}

function decided(node: DisputedBlocks, resolutions: Resolutions): Block[] {
  const resolution = resolutions[node.id] ?? node.kept
  const of = (nodes: MergedNode[]): Block[] => nodes.flatMap((one) => resolved(one, resolutions))
  if (typeof resolution === 'object') return ownWords(node, resolution.text)
  return resolution === 'both' ? [...of(node.ours), ...of(node.theirs)] : of(node[resolution])
}

/** One's own words in place of the blocks: of the kind that they were, where that is one of words. */
function ownWords({ ours, theirs }: DisputedBlocks, words: string): Block[] {
  if (words.trim() === '') return []
  const [like] = [...ours, ...theirs].filter((node): node is MergedBlock => !isDisputed(node))
  const kinds: BlockKind[] = ['paragraph', 'heading', 'quote', 'item', 'field']
  const isOfWords = like !== undefined && kinds.includes(like.kind)
  return [
    block(isOfWords ? like.kind : 'paragraph', {
      id: like?.id ?? '',
      attrs: isOfWords ? like.attrs : {},
      runs: [text(words)],
    }),
  ]
}

function resolvedBlock(node: MergedBlock, resolutions: Resolutions): Block {
  const { id, attrs, disputed = [] } = node
  const chosen = { kind: node.kind, attrs: { ...attrs } }
  for (const { id: conflict, name, base, ours, theirs } of disputed) {
    const resolution = resolutions[conflict] ?? 'ours'
    const value = chosenValue(resolution, { base, ours, theirs })
    if (name === 'kind') chosen.kind = KINDS.find((kind) => kind === value) ?? chosen.kind
    else if (value === undefined) delete chosen.attrs[name]
    else chosen.attrs[name] = value
  }
  const children = node.children.flatMap((child) => resolved(child, resolutions))
  return { id, kind: chosen.kind, attrs: chosen.attrs, runs: resolvedRuns(node.runs, resolutions), children }
}

const KINDS: readonly BlockKind[] = [
  'paragraph',
  'heading',
  'quote',
  'list',
  'item',
  'table',
  'row',
  'cell',
  'image',
  'rule',
  'checklist',
  'indicators',
  'steps',
  'entry',
  'callout',
  'legal',
  'contact',
  'field',
]

type Value = Block['attrs'][string] | undefined

function chosenValue(resolution: Resolution, values: Record<'base' | 'ours' | 'theirs', Value>): Value {
  if (typeof resolution !== 'object') return values[resolution === 'both' ? 'ours' : resolution]
  if (typeof values.ours !== 'number' && typeof values.theirs !== 'number') return resolution.text
  const number = Number(resolution.text)
  return Number.isFinite(number) ? number : values.ours
}

function resolvedRuns(runs: MergedBlock['runs'], resolutions: Resolutions): Run[] {
  const out: Run[] = []
  let wasConflict = false
  for (const run of runs) {
    const isConflict = run.type === 'conflict'
    const chosen = isConflict ? decidedRuns(run, resolutions) : [run]
    out.push(...(isConflict || wasConflict ? withGap(out, chosen) : chosen))
    wasConflict = isConflict || (wasConflict && chosen.length === 0)
  }
  return joinedRuns(out)
}

function decidedRuns(run: DisputedRuns, resolutions: Resolutions): Run[] {
  const resolution = resolutions[run.id] ?? 'ours'
  if (typeof resolution === 'object') return [text(resolution.text)]
  if (resolution !== 'both') return run[resolution]
  // The same words with two addresses are said once.
  const isLink = plain(run.ours) === plain(run.theirs)
  return isLink ? run.ours : [...run.ours, ...withGap(run.ours, run.theirs)]
}

function plain(runs: Run[]): string {
  return runs.map((run) => (run.type === 'break' ? '\n' : run.text)).join('')
}

/** A letter or figure of a script that parts its words by spaces. */
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}])`
const ENDS_WITH_LETTER = new RegExp(`${LETTER}\\p{M}*$`, 'u')
const STARTS_WITH_LETTER = new RegExp(`^${LETTER}`, 'u')

/** With a space in front, where two words would run together that came from two texts. */
function withGap(before: Run[], runs: Run[]): Run[] {
  const [last, first] = [before.at(-1), runs[0]]
  if (last?.type !== 'text' || first?.type !== 'text') return runs
  const isGlued = ENDS_WITH_LETTER.test(last.text) && STARTS_WITH_LETTER.test(first.text)
  return isGlued ? [{ type: 'text', text: ' ', marks: [] }, ...runs] : runs
}

/** Two blocks of one id would be one to whoever looks for it: the second gets a new one when it is stored. */
function withUniqueIds(blocks: RichText): RichText {
  const taken = new Set<string>()
  const unique = (one: Block): Block => {
    const id = one.id !== '' && taken.has(one.id) ? '' : one.id
    if (id !== '') taken.add(id)
    return { ...one, id, children: one.children.map(unique) }
  }
  return blocks.map(unique)
}
