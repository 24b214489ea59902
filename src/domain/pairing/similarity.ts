import { dice, sharedCount } from '../alignment/dice'
import { isTextKind } from '../richText/blockKinds'
import { ownWordsOf, type TreeBlock, wordingOf, wordsOf } from './tree'

/** Whether one block can have become the other. */
export function isCompatible(one: TreeBlock, other: TreeBlock): boolean {
  return one.kind === other.kind || (isTextKind(one.kind) && isTextKind(other.kind))
}

/** How similar two blocks are, from 0 (nothing in common, or incompatible) to 1 (the same words). */
export function similarity(one: TreeBlock, other: TreeBlock): number {
  if (!isCompatible(one, other)) return 0
  if (wordingOf(one) === wordingOf(other)) return 1
  if (one.size === 0 && other.size === 0) return one.kind === other.kind ? 0.5 : 0
  if (one.kind === 'image' && one.attrs.media === other.attrs.media) return 1
  // An item is recognised by its own words, not by the list in it.
  const isItem = one.children.length + other.children.length > 0 && one.runs.length > 0 && other.runs.length > 0
  const [words, others] = isItem ? [ownWordsOf(one), ownWordsOf(other)] : [wordsOf(one), wordsOf(other)]
  const alike = dice(words, others)
  if (isItem || one.children.length === 0 || other.children.length === 0 || one.kind !== other.kind) return alike
  // A list with twice as many items, or one item with a long list in it, is still the same list.
  const fewest = Math.min(words.length, others.length)
  return fewest < WORDS_HELD ? alike : Math.max(alike, HELD * (sharedCount(words, others) / fewest))
}

/** The similarity of two blocks with children, if one has all words of the other. */
const HELD = 0.7
/** With fewer words than this, that can be chance. */
const WORDS_HELD = 5
