import { isTextAttribute, isTextKind } from '../richText/blockKinds'
import { isEmptyFrame } from '../richText/empty'
import { type Block, block, type RichText, type Run, text } from '../richText/richText'
import { joinedRuns } from '../richText/runs'
import { valuesOf } from '../richText/versions'
import type {
  DisputedBlocks,
  DisputedRuns,
  DisputedValue,
  MergedBlock,
  MergedNode,
  Resolution,
  Resolutions,
} from './merged'
import { needsSpaceBetween } from './needsSpaceBetween'

/**
 * The merged text with what was decided. A conflict that nobody has decided holds ours, and where one side deleted, what
 * the other side edited. `both` keeps ours and then theirs; where there is only one place for it, ours.
 */
export function resolveRichText({ nodes, resolutions }: { nodes: MergedNode[]; resolutions: Resolutions }): RichText {
  const { chosen, homeless } = fittingPlaces(nodes, resolutions)
  return withUniqueIds([...nodes, ...homeless].flatMap((node) => resolved(node, chosen)))
}

type Fitting = { chosen: Resolutions; homeless: MergedNode[] }

/**
 * A place that is not there, as the block around it was decided against, cannot be chosen: the other one is then. Where
 * neither is there, the block stands at the end.
 */
function fittingPlaces(nodes: MergedNode[], resolutions: Resolutions): Fitting {
  const all = new Map<string, DisputedBlocks>()
  collectPlaces(nodes, all)
  if (all.size === 0) return { chosen: resolutions, homeless: [] }
  const chosen: Resolutions = { ...resolutions }
  for (const [id, { kept }] of all) {
    const resolution = resolutions[id]
    chosen[id] = resolution === 'ours' || resolution === 'theirs' ? resolution : kept
  }
  const turned = new Set<string>()
  const placed = new Set<string>()
  const homeless: MergedNode[] = []
  for (;;) {
    const reached = new Set(placed)
    reachPlaces([...nodes, ...homeless], chosen, reached)
    const lost = [...all].filter(([id]) => !reached.has(id))
    const next = lost.find(([id]) => !turned.has(id))
    const [alone] = lost
    if (next) {
      turned.add(next[0])
      chosen[next[0]] = chosen[next[0]] === 'theirs' ? 'ours' : 'theirs'
    } else if (alone) {
      placed.add(alone[0])
      homeless.push(...alone[1].ours, ...alone[1].theirs)
    } else return { chosen, homeless }
  }
}

function collectPlaces(nodes: MergedNode[], all: Map<string, DisputedBlocks>): void {
  for (const node of nodes) {
    if (!isDisputed(node)) collectPlaces(node.children, all)
    else {
      if (node.isPlace) all.set(node.id, node)
      for (const side of ['base', 'ours', 'theirs'] as const) collectPlaces(node[side], all)
    }
  }
}

function reachPlaces(nodes: MergedNode[], chosen: Resolutions, reached: Set<string>): void {
  for (const node of nodes) {
    if (!isDisputed(node)) reachPlaces(node.children, chosen, reached)
    else {
      for (const side of sidesOf(node, chosen[node.id])) {
        if (node.isPlace && node[side].length > 0) reached.add(node.id)
        reachPlaces(node[side], chosen, reached)
      }
    }
  }
}

/** Which of the three stand there then, in this order; none where it is own words. */
function sidesOf({ kept, isDeletion }: DisputedBlocks, resolution: Resolution = kept): ('base' | 'ours' | 'theirs')[] {
  if (typeof resolution === 'object') return []
  if (resolution !== 'both') return [resolution]
  return isDeletion ? [kept] : ['ours', 'theirs']
}

function resolved(node: MergedNode, resolutions: Resolutions): Block[] {
  if (isDisputed(node)) return decided(node, resolutions)
  const block = resolvedBlock(node, resolutions)
  return node.children.length > 0 && isEmptyFrame(block) ? [] : [block]
}

export function isDisputed(node: MergedNode): node is DisputedBlocks {
  return node.kind === 'conflict'
}

function decided(node: DisputedBlocks, resolutions: Resolutions): Block[] {
  const resolution = resolutions[node.id]
  if (typeof resolution === 'object') return ownWords(node, resolution.text)
  return sidesOf(node, resolution).flatMap((side) => node[side].flatMap((one) => resolved(one, resolutions)))
}

/** One's own words in place of the blocks: of the kind that they were, where that is one of words. */
function ownWords({ ours, theirs }: DisputedBlocks, words: string): Block[] {
  if (words.trim() === '') return []
  const [like] = [...ours, ...theirs].filter((node): node is MergedBlock => !isDisputed(node))
  const isOfWords = like !== undefined && isTextKind(like.kind)
  return [
    block(isOfWords ? like.kind : 'paragraph', {
      id: like?.id ?? '',
      attrs: isOfWords ? like.attrs : {},
      runs: [text(words)],
    }),
  ]
}

function resolvedBlock(node: MergedBlock, resolutions: Resolutions): Block {
  const chosen = valuesOf(node, ({ id, ...values }: DisputedValue) =>
    chosenValue({ resolution: resolutions[id] ?? 'ours', ...values }),
  )
  const children = node.children.flatMap((child) => resolved(child, resolutions))
  return { id: node.id, ...chosen, runs: resolvedRuns(node.runs, resolutions), children }
}

type Value = Block['attrs'][string] | undefined

/** Own words are an answer for a text or a number; any other value is one of a few, and ours then. */
function chosenValue({ resolution, name, ...values }: Omit<DisputedValue, 'id'> & { resolution: Resolution }): Value {
  if (typeof resolution !== 'object') return values[resolution === 'both' ? 'ours' : resolution]
  const { text: words } = resolution
  if (isTextAttribute(name)) return words
  const [number, isOfNumbers] = [Number(words), typeof (values.ours ?? values.theirs) === 'number']
  return isOfNumbers && words.trim() !== '' && Number.isFinite(number) ? number : values.ours
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
  if (typeof resolution === 'object') {
    return run.about === 'link' ? linkedTo(run.ours, resolution.text.trim()) : [text(inPlaceOf(run, resolution.text))]
  }
  if (resolution !== 'both') return run[resolution]
  // The same words with two addresses are said once.
  const isLink = plain(run.ours) === plain(run.theirs)
  return isLink ? run.ours : [...run.ours, ...withGap(run.ours, run.theirs)]
}

/** One's own words with the spaces at the ends of those that they replace: whoever types does not see them. */
function inPlaceOf({ base, ours, theirs }: DisputedRuns, words: string): string {
  if (words.trim() === '') return words
  const replaced = [ours, theirs, base].map(plain).find((one) => one.trim() !== '') ?? ''
  const [before] = /^\s*/u.exec(replaced) ?? ['']
  const [after] = /\s*$/u.exec(replaced) ?? ['']
  return `${/^[\s,.;:!?)\]»”]/u.test(words) ? '' : before}${words}${/\s$/u.test(words) ? '' : after}`
}

/** The words with another address; with none where that is empty. */
function linkedTo(runs: Run[], link: string): Run[] {
  return runs.map((run) => (run.type === 'text' ? text(run.text, run.marks, link === '' ? undefined : link) : run))
}

function plain(runs: Run[]): string {
  return runs.map((run) => (run.type === 'break' ? '\n' : run.text)).join('')
}

/** With a space in front, where two words would run together that came from two texts. */
function withGap(before: Run[], runs: Run[]): Run[] {
  const [last, first] = [before.at(-1), runs[0]]
  if (last?.type !== 'text' || first?.type !== 'text') return runs
  return needsSpaceBetween(last.text, first.text) ? [{ type: 'text', text: ' ', marks: [] }, ...runs] : runs
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
