import { uniqueKeys } from '../alignment/uniqueKeys'
import { ALIKE_WITH_ID, type Lists, type Pair, WORDS_ANCHOR } from './pairing'
import { isCompatible, similarity } from './similarity'
import { type TreeBlock, wordingOf } from './tree'

export type Anchor = Pair & { i: number; j: number; byId: boolean }

/** Pairs that need no neighbours to be believed: the same id, else the same words, each only once on either side. */
export function anchors({ before, after }: Lists): Anchor[] {
  const found: Anchor[] = []
  const taken = new Set<TreeBlock>()
  const take = (
    keyOf: (block: TreeBlock) => string | number | null,
    fits: (pair: Pair) => boolean,
    byId: boolean,
  ): void => {
    const left = uniqueKeys(before.map((block) => (taken.has(block) ? null : keyOf(block))))
    const right = uniqueKeys(after.map((block) => (taken.has(block) ? null : keyOf(block))))
    for (const [key, i] of left) {
      const j = right.get(key)
      const was = before[i]
      const is = j === undefined ? undefined : after[j]
      if (j === undefined || !was || !is || !fits({ was, is })) continue
      found.push({ was, is, i, j, byId })
      taken.add(was).add(is)
    }
  }
  take(
    (block) => block.id || null,
    ({ was, is }) => similarity(was, is) >= ALIKE_WITH_ID,
    true,
  )
  take(
    (block) => (block.kind === 'image' && block.attrs.media !== undefined ? `${block.attrs.media}` : null),
    () => true,
    true,
  )
  const long = (block: TreeBlock): boolean =>
    block.size >= WORDS_ANCHOR || (block.size > 0 && (block.kind === 'row' || block.kind === 'item'))
  take(
    (block) => (block.kind === 'field' ? `${block.attrs.name}` : null),
    ({ was, is }) => was.kind === is.kind,
    true,
  )
  take(
    (block) => (long(block) ? block.whole : null),
    () => true,
    false,
  )
  take(
    (block) => (long(block) ? wordingOf(block) : null),
    ({ was, is }) => isCompatible(was, is),
    false,
  )
  // A row is known by its first cell, and an entry by its first text, whatever the others hold.
  take(
    (block) => (block.kind === 'row' || block.kind === 'entry' ? firstTextOf(block) : null),
    () => true,
    false,
  )
  return found
}

function firstTextOf({ kind, children: [first] }: TreeBlock): string | null {
  return first && first.size > 0 ? `${kind} ${wordingOf(first)}` : null
}
