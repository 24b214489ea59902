import { isWord, type SyntheticText } from './syntheticText'

/** What really happened between two invented texts, according to the identities. */
export type Truth = {
  /** Words that are only in the new text, and words that are only in the old one; moved words are neither. */
  added: number
  removed: number
  /** Words that are in both. */
  kept: number
  /** Words of the moved paragraphs, as they are afterwards. */
  moved: number
  /** Positions in the new text of the moved blocks. */
  moves: Set<number>
}

/**
 * The truth about two texts of which one was made from the other. A block moved if no other order of the kept blocks
 * has fewer words out of place.
 */
export function truthOf({ before, after }: { before: SyntheticText; after: SyntheticText }): Truth {
  const was = wordIdentities(before)
  const is = wordIdentities(after)
  const kept = [...is].filter((identity) => was.has(identity)).length
  const moves = movedBlocks({ before, after })
  const moved = [...moves].reduce((sum, place) => sum + (after[place]?.tokens.filter(isWord).length ?? 0), 0)
  return { added: is.size - kept, removed: was.size - kept, kept, moved, moves }
}

/** The identities of all words; other characters are not counted. */
function wordIdentities(blocks: SyntheticText): Set<number> {
  return new Set(
    blocks.flatMap(({ tokens, identities }) => identities.filter((_, index) => isWord(tokens[index] ?? ''))),
  )
}

/** Positions in the new text of everything outside the longest list (by words) of blocks in their old order. */
function movedBlocks({ before, after }: { before: SyntheticText; after: SyntheticText }): Set<number> {
  const placeOf = new Map(before.map((one, place) => [one.identity, place]))
  const stayed = after.flatMap((one, index) => {
    const place = placeOf.get(one.identity)
    return place === undefined ? [] : [{ index, place, weight: one.tokens.length + 1 }]
  })
  // A quadratic algorithm would take a minute; a tree of the best sum up to each old position (Fenwick) takes almost no
  // time.
  const best: { sum: number; last: number }[] = Array.from({ length: before.length + 1 }, () => ({ sum: 0, last: -1 }))
  const cameFrom: number[] = []
  let end = { sum: 0, last: -1 }
  stayed.forEach(({ place, weight }, index) => {
    let reached = { sum: 0, last: -1 }
    for (let node = place; node > 0; node -= node & -node) {
      const candidate = best[node]
      if (candidate && candidate.sum > reached.sum) reached = candidate
    }
    cameFrom.push(reached.last)
    const here = { sum: reached.sum + weight, last: index }
    for (let node = place + 1; node < best.length; node += node & -node) {
      if ((best[node]?.sum ?? 0) < here.sum) best[node] = here
    }
    if (here.sum > end.sum) end = here
  })
  const steady = new Set<number>()
  for (let index = end.last; index >= 0; index = cameFrom[index] ?? -1) steady.add(index)
  return new Set(stayed.filter((_, index) => !steady.has(index)).map(({ index }) => index))
}
