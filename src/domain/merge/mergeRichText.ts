import { changedInPlace } from '../pairing/pairInPlace'
import { blockOf, numbering, treeOf } from '../pairing/tree'
import type { RichText } from '../richText/richText'
import { type Graph, graphOf } from './graph'
import { childrenOf } from './mergeBlocks'
import type { MergeStatus, RichTextMerge } from './merged'
import { statusOf } from './mergeStatus'
import { makingOf } from './placing'
import { resolveRichText } from './resolveRichText'
import { type OnAll, onAll } from './sides'
import { unifyInsertions } from './unifyInsertions'

/**
 * Merges the changes of two sides. Blocks are paired by id and similarity. The content and the place of each are merged separately
 * (3DM: Lindholm 2004), so one side can move what the other one edits. What one side deleted and the other one edited stays until
 * somebody decides; insertions stay. No word of either side is lost: it is in the text or in a conflict. Deterministic; the work is
 * bounded.
 */
export function mergeRichText({ field = '', ...texts }: OnAll<RichText> & { field?: string }): RichTextMerge {
  const numberOf = numbering()
  const top = onAll((version) => treeOf(texts[version], numberOf))
  const merge = nodesOf(top, field)
  return { ...merge, value: resolveRichText({ nodes: merge.nodes, resolutions: {} }) }
}

/** Returns the status of `mergeRichText`. Most often the texts need not be merged for it. */
export function statusOfRichText(texts: OnAll<RichText>): MergeStatus {
  const numberOf = numbering()
  const top = onAll((version) => treeOf(texts[version], numberOf))
  const status = statusOfTexts(top)
  return status !== 'please-check' || areApart(top) ? status : nodesOf(top, '').status
}

/** Did the two sides change different blocks, each at its place? Then nothing is in question. */
function areApart({ base, ours, theirs }: Graph['top']): boolean {
  const [our, their] = [ours, theirs].map((after) => changedInPlace({ before: base, after }))
  if (!our || !their) return false
  const changed = new Set(our.map(({ was }) => was))
  return their.every(({ was }) => !changed.has(was))
}

function statusOfTexts(top: Graph['top']): MergeStatus {
  return statusOf(onAll((version) => top[version].map(({ whole }) => whole).join()))
}

function nodesOf(top: Graph['top'], field: string): Omit<RichTextMerge, 'value'> {
  const status = statusOfTexts(top)
  if (status !== 'please-check') {
    const side = status === 'ready' ? 'theirs' : 'ours'
    return { conflicts: [], checks: [], limited: false, status, nodes: top[side].map(blockOf) }
  }
  const graph = graphOf(top)
  unifyInsertions(graph)
  const state = makingOf(graph, field)
  const nodes = childrenOf(null, state)
  const { conflicts, checks, limited } = state
  return { status: conflicts.length > 0 ? 'decision-needed' : status, nodes, conflicts, checks, limited }
}
