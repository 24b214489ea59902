import type { BlockKind } from '../richText'
import type { TreeBlock } from './tree'

/** Kinds that are made of words alone: each can become another one and stay the same text. */
const OF_WORDS: ReadonlySet<BlockKind> = new Set(['paragraph', 'heading', 'quote', 'item', 'field'])

/** Whether one can have become the other at all. */
export function isCompatible(one: TreeBlock, other: TreeBlock): boolean {
  return one.kind === other.kind || (OF_WORDS.has(one.kind) && OF_WORDS.has(other.kind))
}

/** How alike two blocks are, from 0 (nothing in common, or not to be compared) to 1 (the same words). */
export function similarity(one: TreeBlock, other: TreeBlock): number {
  if (!isCompatible(one, other)) return 0
  if (one.wording === other.wording) return 1
  if (one.words.length === 0 && other.words.length === 0) return one.kind === other.kind ? 0.5 : 0
  if (one.kind === 'image' && one.attrs.media === other.attrs.media) return 1
  return dice(one.words, other.words)
}

/** Twice the words that both have, by all words; every word as often as it occurs. */
export function dice(one: number[], other: number[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const left = one[i] ?? 0
    const right = other[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length)
}

/** The most that `dice` could give, from the sizes alone. */
export function diceAtMost(one: number[], other: number[]): number {
  const fewest = Math.min(one.length, other.length)
  return fewest === 0 ? 0 : (2 * fewest) / (one.length + other.length)
}
