import { uniqueKeys } from '../alignment/uniqueKeys'
import { textOf } from '../richText/walk'
import { ALIKE_WITH_ID, type Lists, type Pair, WORDS_ANCHOR } from './pairing'
import { isCompatible, similarity } from './similarity'
import { type TreeBlock, wordingOf } from './tree'

export type Anchor = Pair & { i: number; j: number; byId: boolean }

/** What identifies a block: the key that is equal for both blocks of a pair, and null where the block has none. */
type Sign = {
  keyOf: (block: TreeBlock) => string | number | null
  /** Which blocks of one key are a pair; all, if it is not given. */
  fits?: (pair: Pair, lists: Omit<Lists, 'pairing'> & { taken: ReadonlySet<TreeBlock> }) => boolean
  /** The sign is an id, which identifies the block wherever it is. */
  byId?: true
}

const SIGNS: Sign[] = [
  { keyOf: ({ id }) => id || null, fits: ({ was, is }) => similarity(was, is) >= ALIKE_WITH_ID, byId: true },
  { keyOf: ({ kind, attrs: { media } }) => (kind === 'image' && media !== undefined ? `${media}` : null), byId: true },
  { keyOf: ({ kind, attrs }) => (kind === 'field' ? `${attrs.name}` : null), byId: true },
  { keyOf: (block) => (isLong(block) ? block.whole : null) },
  { keyOf: (block) => (isLong(block) ? wordingOf(block) : null), fits: ({ was, is }) => isCompatible(was, is) },
  // A row is recognised by its first cell, an entry by its first text. Rows are renumbered, so a number is only a hint.
  { keyOf: (block) => (isNumbered(block) ? restOf(block) : null) },
  { keyOf: firstTextOf, fits: (pair, lists) => !isNumbered(pair.was) || isMostAlike(pair, lists) },
]

/** Pairs that are certain without their neighbours: of one sign that only one block on each side has. */
export function anchors({ before, after }: Lists): Anchor[] {
  const found: Anchor[] = []
  const taken = new Set<TreeBlock>()
  for (const { keyOf, fits, byId = false } of SIGNS) {
    const openKeys = (blocks: TreeBlock[]) =>
      uniqueKeys(blocks.map((block) => (taken.has(block) ? null : keyOf(block))))
    const right = openKeys(after)
    for (const [key, i] of openKeys(before)) {
      const j = right.get(key) ?? -1
      const [was, is] = [before[i], after[j]]
      if (!was || !is || fits?.({ was, is }, { before, after, taken }) === false) continue
      found.push({ was, is, i, j, byId })
      taken.add(was).add(is)
    }
  }
  return found
}

/** Are the two alike, and is no other open block more alike to either? O(n). */
const isMostAlike: Sign['fits'] & {} = ({ was, is }, { before, after, taken }) => {
  const alike = similarity(was, is)
  const isNoMore = (one: TreeBlock, other: TreeBlock) => similarity(one, other) <= alike
  if (alike < ALIKE_WITH_ID || !before.every((one) => taken.has(one) || isNoMore(one, is))) return false
  return after.every((one) => taken.has(one) || isNoMore(was, one))
}

function isLong({ size, kind }: TreeBlock): boolean {
  return size >= WORDS_ANCHOR || (size > 0 && (kind === 'row' || kind === 'item'))
}

function firstTextOf({ kind, children: [first] }: TreeBlock): string | null {
  return first?.size && (kind === 'row' || kind === 'entry') ? `${kind} ${wordingOf(first)}` : null
}

/** Does a row begin with a number, which says nothing of what the row is about? */
export function isNumbered({ kind, children: [first] }: TreeBlock): boolean {
  return kind === 'row' && first !== undefined && /^[\p{N}.)\s]+$/u.test(textOf([first]))
}

function restOf({ children: [, ...rest] }: TreeBlock): string | null {
  const isLongEnough = rest.reduce((size, cell) => size + cell.size, 0) >= WORDS_ANCHOR
  return isLongEnough ? rest.map(wordingOf).join() : null
}
