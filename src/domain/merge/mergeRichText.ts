import { numbering, type TreeBlock, treeOf } from '../pairing/tree'
import type { RichText } from '../richText/richText'
import { type Graph, graphOf } from './graph'
import { childrenOf } from './mergeBlocks'
import type { MergeStatus, RichTextMerge } from './merged'
import { plain } from './mergeState'
import { makingOf } from './placing'
import { resolveRichText } from './resolveRichText'
import { unifyInsertions } from './unifyInsertions'

/**
 * Brings the changes of two sides together. Blocks are recognised by id and likeness, and for each of them its content and
 * its place are merged by themselves (3DM: Lindholm 2004), so that one side may move what the other one edits. What one
 * side deleted and the other one edited stays until somebody decides; both keep what they put in. Never drops a word of
 * either side: it stands in the text or in a conflict. Deterministic; work is bounded.
 */
export function mergeRichText({
  base,
  ours,
  theirs,
  field = '',
}: {
  base: RichText
  ours: RichText
  theirs: RichText
  field?: string
}): RichTextMerge {
  const numberOf = numbering()
  const top = { base: treeOf(base, numberOf), ours: treeOf(ours, numberOf), theirs: treeOf(theirs, numberOf) }
  const nodes = nodesOf(top, field)
  const value = resolveRichText({ nodes: nodes.nodes, resolutions: {} })
  return { ...nodes, value }
}

type Top = Graph['top']

function nodesOf(top: Top, field: string): Omit<RichTextMerge, 'value'> {
  const whole = { base: wholeOf(top.base), ours: wholeOf(top.ours), theirs: wholeOf(top.theirs) }
  const untouched = { conflicts: [], checks: [], limited: false }
  if (whole.ours === whole.theirs) return { ...untouched, status: 'unchanged', nodes: top.ours.map(plain) }
  if (whole.base === whole.ours) return { ...untouched, status: 'ready', nodes: top.theirs.map(plain) }
  if (whole.base === whole.theirs) return { ...untouched, status: 'yours-kept', nodes: top.ours.map(plain) }
  const graph = graphOf(top)
  unifyInsertions(graph)
  const state = makingOf(graph, field)
  const nodes = childrenOf(null, state)
  const { conflicts, checks } = state
  const status: MergeStatus = conflicts.length > 0 ? 'decision-needed' : 'please-check'
  return { status, nodes, conflicts, checks, limited: state.limited }
}

function wholeOf(blocks: TreeBlock[]): string {
  return blocks.map((block) => block.whole).join()
}
