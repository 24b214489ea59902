import { type BlockChange, countMarked, type Segment } from '@/domain/diff/diff'
import { allBlocks } from '@/domain/richText/walk'
import { cutTokens } from './flatTokens'
import { isWord, type SyntheticText } from './syntheticText'
import type { Truth } from './truth'

/** The result of an engine for two invented texts. */
export type WordPairing = {
  /** Words that it marks. */
  added: number
  removed: number
  /** For each new word that it calls the same: which old word it was, both by identity. Null if that is unknown. */
  pairs: Map<number, number> | null
}

/** How near an engine came to the truth. */
export type Quality = {
  /** Marked words divided by those of the true script, in which moved words are not marked. */
  marked: number
  /** Share of the true pairs that it found, and share of its pairs that are true. */
  recall: number | null
  precision: number | null
}

export function qualityOf({ pairing, truth }: { pairing: WordPairing; truth: Truth }): Quality {
  const { added, removed, pairs } = pairing
  const marked = (added + removed) / (truth.added + truth.removed)
  if (!pairs) return { marked, recall: null, precision: null }
  let right = 0
  for (const [is, was] of pairs) if (is === was) right++
  return { marked, recall: right / truth.kept, precision: right / pairs.size }
}

/** Moves that our engine reports, of moved blocks and of others. */
export type MovesFound = { right: number; wrong: number }

/**
 * Reads a difference of ours word by word. The identities come from the order of the new text and, for the old text,
 * from the blocks that equal the old text of each change.
 */
export function pairingOfChanges(given: {
  before: SyntheticText
  after: SyntheticText
  changes: BlockChange[]
  truth: Truth
}): WordPairing & { moves: MovesFound } {
  const { before, after, changes, truth } = given
  const wordsAfter = after.flatMap(wordsOf)
  const pairing = { added: 0, removed: 0, pairs: new Map<number, number>(), moves: { right: 0, wrong: 0 } }
  const former: Former[] = []
  let at = 0
  let block = 0
  for (const change of allBlocks(changes)) {
    pairing.added += countMarked({ segments: change.segments, status: 'added' })
    pairing.removed += countMarked({ segments: change.segments, status: 'removed' })
    if (!change.split) former.push([])
    for (const segment of change.segments) {
      if (segment.object === 'end') former.push([])
      for (const word of wordsIn(segment)) {
        const standing = segment.status === 'removed' ? null : wordsAfter[at++]
        if (standing === undefined || (standing && standing.word !== word)) {
          throw new Error(`The difference does not read like the text after: “${word}” stands for “${standing?.word}”.`)
        }
        if (segment.status !== 'added') former.at(-1)?.push({ word, is: standing?.identity ?? null })
      }
    }
    if (change.status === 'removed') continue
    if (change.moved) pairing.moves[truth.moves.has(block) ? 'right' : 'wrong']++
    block++
  }

  const unread = blocksByText(before)
  for (const words of former.filter((one) => one.length > 0)) {
    const was = unread.get(words.map(({ word }) => word).join(' '))?.shift()
    if (!was) throw new Error('The difference does not read like the text before.')
    words.forEach(({ is }, index) => {
      if (is !== null) pairing.pairs.set(is, was[index]?.identity ?? -1)
    })
  }
  return pairing
}

type KnownWord = { word: string; identity: number }
/** The words of one old block, with the new words that the difference pairs with them. */
type Former = { word: string; is: number | null }[]

function wordsOf({ tokens, identities }: SyntheticText[number]): KnownWord[] {
  return tokens.flatMap((word, index) => (isWord(word) ? [{ word, identity: identities[index] ?? -1 }] : []))
}

function wordsIn(segment: Segment): string[] {
  if (segment.object) return []
  return cutTokens(segment.text).filter((token) => /[\p{L}\p{N}]/u.test(token))
}

/** Equal blocks in order. */
function blocksByText(blocks: SyntheticText): Map<string, KnownWord[][]> {
  const out = new Map<string, KnownWord[][]>()
  for (const words of blocks.map(wordsOf)) {
    const key = words.map(({ word }) => word).join(' ')
    out.set(key, [...(out.get(key) ?? []), words])
  }
  return out
}
