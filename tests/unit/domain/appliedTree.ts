import type { TreeSection } from '@/domain/commonTree'
import type { Outcome } from '@/domain/refusal'

/** A tree with what an operation stores. Throws if it was refused. */
export function appliedTree(
  tree: readonly TreeSection[],
  outcome: Outcome<TreeSection | TreeSection[]>,
): TreeSection[] {
  if (!outcome.ok) throw new Error(outcome.because.map(({ key }) => key).join())
  const result = [outcome.result].flat()
  const written = new Map(result.map((one) => [one.key, one]))
  const known = new Set(tree.map(({ key }) => key))
  return [...tree.map((one) => written.get(one.key) ?? one), ...result.filter(({ key }) => !known.has(key))]
}
