import { isTextAttribute, isTextKind } from '../richText/blockKinds'
import { isEmptyFrame } from '../richText/empty'
import { type Block, block, type RichText, type Run, text } from '../richText/richText'
import { joinedRuns } from '../richText/runs'
import { type Version, valuesOf } from '../richText/versions'
import { isVisible } from '../richText/visible'
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
import { SIDES, VERSIONS } from './sides'

/**
 * The merged text after the decisions. An undecided conflict holds ours; if one side deleted, it holds the text that the other one
 * edited. `both` is ours followed by theirs, or ours if there is room for one only.
 */
export function resolveRichText({ nodes, resolutions }: { nodes: MergedNode[]; resolutions: Resolutions }): RichText {
  const { chosen, homeless } = fittingPlaces(nodes, resolutions)
  return withUniqueIds([...nodes, ...homeless].flatMap((node) => resolved(node, chosen)))
}

/**
 * A place that does not exist, because the block around it was decided against, cannot be chosen: then the block is at the other
 * place. If neither exists, it is at the end. Each part of the text is walked once: a choice for the other place only adds to it.
 */
function fittingPlaces(nodes: MergedNode[], resolutions: Resolutions): { chosen: Resolutions; homeless: MergedNode[] } {
  const places = disputedIn(nodes, () => VERSIONS).filter(({ isPlace }) => isPlace)
  const all = new Map(places.map((place) => [place.id, place]))
  if (all.size === 0) return { chosen: resolutions, homeless: [] }
  const chosen: Resolutions = { ...resolutions }
  for (const [id, { kept }] of all) chosen[id] = SIDES.find((side) => side === resolutions[id]) ?? kept
  const contentOf = (node: DisputedBlocks): MergedNode[] =>
    versionsChosen(node, chosen[node.id]).flatMap((version) => node[version])
  const standing = new Map<string, DisputedBlocks[]>()
  const reached = new Set<string>()
  const reach = (some: MergedNode[]): void => {
    for (const node of disputedIn(some, (one) => versionsChosen(one, chosen[one.id]))) {
      if (!node.isPlace) continue
      standing.set(node.id, [...(standing.get(node.id) ?? []), node])
      if (contentOf(node).length > 0) reached.add(node.id)
    }
  }
  reach(nodes)
  for (const id of all.keys()) {
    if (reached.has(id)) continue
    chosen[id] = chosen[id] === 'theirs' ? 'ours' : 'theirs'
    const shown = (standing.get(id) ?? []).flatMap(contentOf)
    if (shown.length > 0) reached.add(id)
    reach(shown)
  }
  const homeless: MergedNode[] = []
  for (const [id, { ours, theirs }] of all) {
    if (reached.has(id)) continue
    reached.add(id)
    homeless.push(...ours, ...theirs)
    reach([...ours, ...theirs])
  }
  return { chosen, homeless }
}

/** The blocks in dispute, each followed by those inside it, in the versions that `versionsOf` gives. */
function disputedIn(nodes: MergedNode[], versionsOf: (node: DisputedBlocks) => readonly Version[]): DisputedBlocks[] {
  return nodes.flatMap((node) => {
    if (!isDisputed(node)) return disputedIn(node.children, versionsOf)
    return [node, ...versionsOf(node).flatMap((version) => disputedIn(node[version], versionsOf))]
  })
}

/** The versions that the resolution keeps, in order; none for own words. */
function versionsChosen({ kept, isDeletion }: DisputedBlocks, resolution: Resolution = kept): readonly Version[] {
  if (typeof resolution === 'object') return []
  if (resolution !== 'both') return [resolution]
  return isDeletion ? [kept] : SIDES
}

function resolved(node: MergedNode, resolutions: Resolutions): Block[] {
  if (isDisputed(node)) {
    const resolution = resolutions[node.id]
    if (typeof resolution === 'object') return ownWords(node, resolution.text)
    const nodes = versionsChosen(node, resolution).flatMap((version) => node[version])
    return nodes.flatMap((one) => resolved(one, resolutions))
  }
  const values = valuesOf(node, (value: DisputedValue) => chosenValue(value, resolutions[value.id]))
  const children = node.children.flatMap((child) => resolved(child, resolutions))
  const block = { id: node.id, ...values, runs: resolvedRuns(node.runs, resolutions), children }
  return node.children.length > 0 && isEmptyFrame(block) ? [] : [block]
}

function isDisputed(node: MergedNode): node is DisputedBlocks {
  return node.kind === 'conflict'
}

/** Own words in place of the blocks, with their kind if it is a kind of text. */
function ownWords({ ours, theirs }: DisputedBlocks, words: string): Block[] {
  if (!isVisible(words)) return []
  const [like] = [...ours, ...theirs].filter((node): node is MergedBlock => !isDisputed(node))
  const { kind, attrs } = like && isTextKind(like.kind) ? like : block('paragraph')
  return [block(kind, { id: like?.id ?? '', attrs, runs: [text(words)] })]
}

/** Own words can answer for a text or a number; any other value is then ours. */
function chosenValue(value: DisputedValue, resolution: Resolution = 'ours'): DisputedValue['ours'] {
  const { name, ours, theirs } = value
  if (typeof resolution !== 'object') return value[resolution === 'both' ? 'ours' : resolution]
  const { text: words } = resolution
  if (isTextAttribute(name)) return words
  const [number, isOfNumbers] = [Number(words), typeof (ours ?? theirs) === 'number']
  return isOfNumbers && isVisible(words) && Number.isFinite(number) ? number : ours
}

function resolvedRuns(runs: MergedBlock['runs'], resolutions: Resolutions): Run[] {
  const out: Run[] = []
  let wasConflict = false
  for (const run of runs) {
    const isConflict = run.type === 'conflict'
    const chosen = isConflict ? decidedRuns(run, resolutions) : [run]
    out.push(...(isConflict || wasConflict ? withGap(out, chosen) : chosen))
    wasConflict = isConflict
  }
  return joinedRuns(out)
}

function decidedRuns(run: DisputedRuns, resolutions: Resolutions): Run[] {
  const resolution = resolutions[run.id] ?? 'ours'
  if (typeof resolution === 'object') {
    if (run.about !== 'link') return [text(inPlaceOf(run, resolution.text))]
    const link = resolution.text.trim() || undefined
    return run.ours.map((one) => (one.type === 'text' ? text(one.text, one.marks, link) : one))
  }
  if (resolution !== 'both') return run[resolution]
  // The same words with two addresses are there once.
  const isLink = plain(run.ours) === plain(run.theirs)
  return isLink ? run.ours : [...run.ours, ...withGap(run.ours, run.theirs, ENDS_SENTENCE)]
}

/** Own words with the spaces around the words that they replace, which nobody sees while typing. */
function inPlaceOf({ base, ours, theirs }: DisputedRuns, words: string): string {
  if (!isVisible(words)) return words
  const replaced = [ours, theirs, base].map(plain).find(isVisible) ?? ''
  const [before] = /^\s*/u.exec(replaced) ?? ['']
  const [after] = /\s*$/u.exec(replaced) ?? ['']
  return `${/^[\s,.;:!?)\]»”]/u.test(words) ? '' : before}${words}${/\s$/u.test(words) ? '' : after}`
}

function plain(runs: Run[]): string {
  return runs.map((run) => (run.type === 'break' ? '\n' : run.text)).join('')
}

const ENDS_SENTENCE = /[.!?…]["”»’')\]]*$/u

/** The runs, after a space if two words from two texts would run together, or what `apart` names and a word. */
function withGap(before: Run[], runs: Run[], apart?: RegExp): Run[] {
  const [last, first] = [before.at(-1), runs[0]]
  if (last?.type !== 'text' || first?.type !== 'text') return runs
  const isApart = apart?.test(last.text) && needsSpaceBetween('a', first.text)
  return isApart || needsSpaceBetween(last.text, first.text) ? [{ type: 'text', text: ' ', marks: [] }, ...runs] : runs
}

/** Removes the id of a block that has the id of an earlier one; it gets a new one when it is stored. */
function withUniqueIds(blocks: RichText): RichText {
  const taken = new Set<string>()
  const unique = (one: Block): Block => {
    const id = one.id !== '' && taken.has(one.id) ? '' : one.id
    if (id !== '') taken.add(id)
    return { ...one, id, children: one.children.map(unique) }
  }
  return blocks.map(unique)
}
