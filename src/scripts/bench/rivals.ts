import { diffArrays, diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import fastDiff from 'fast-diff'
import { diff as fastMyersDiff } from 'fast-myers-diff'
import { countWords } from '@/domain/words/tokens'
import { charactersOf, cutTokens, type FlatTokens, flatTokens, linesOf, numbersOf } from './flatTokens'
import type { SyntheticText } from './syntheticText'
import type { WordPairing } from './wordPairing'

export const RIVALS = [
  'fast-diff',
  'fast-myers-diff',
  'diff-match-patch',
  'diff-match-patch, 1 s',
  'diff, arrays',
  'diff, words',
] as const
export type RivalName = (typeof RIVALS)[number]

/** Consecutive ranges: a number of tokens on both sides, or only on one. */
type Stretch = { kind: 'same' | 'removed' | 'added'; length: number }
type Tokens = { before: FlatTokens; after: FlatTokens }

/**
 * Another engine at its best. `read` prepares the texts in the cheapest form that it accepts (split into tokens,
 * without white space, and encoded); `run` is its own work on them, timed separately; `pairing` returns its result.
 */
export type Rival = { read: () => void; run: () => void; pairing: () => WordPairing }

export function prepareRival({
  name,
  before,
  after,
}: {
  name: RivalName
  before: SyntheticText
  after: SyntheticText
}): Rival {
  const lines = { before: linesOf(before), after: linesOf(after) }
  const tokens = { before: flatTokens(before), after: flatTokens(after) }
  const cut = (): { before: string[]; after: string[] } => ({
    before: cutTokens(lines.before),
    after: cutTokens(lines.after),
  })
  switch (name) {
    case 'fast-diff':
      return rival({
        tokens,
        read: () => charactersOf(cut()),
        work: (two) => fastDiff(two.before, two.after),
        stretchesOf: fromOperations,
      })
    case 'fast-myers-diff':
      return rival({
        tokens,
        read: () => numbersOf(cut()),
        work: (two) => [...fastMyersDiff(two.before, two.after)],
        stretchesOf: fromRanges,
      })
    case 'diff-match-patch':
    case 'diff-match-patch, 1 s': {
      const engine = new DiffMatchPatch()
      engine.Diff_Timeout = name === 'diff-match-patch' ? 0 : 1
      return rival({
        tokens,
        read: () => charactersOf(cut()),
        work: (two) => engine.diff_main(two.before, two.after, false),
        stretchesOf: fromOperations,
      })
    }
    case 'diff, arrays':
      return rival({
        tokens,
        read: cut,
        work: (two) => diffArrays(two.before, two.after),
        stretchesOf: (changes) =>
          changes.map(({ added, removed, count }) => ({
            kind: added ? 'added' : removed ? 'removed' : 'same',
            length: count,
          })),
      })
    case 'diff, words': {
      let changes: ReturnType<typeof diffWords> = []
      const wordsOf = (side: 'added' | 'removed'): number =>
        changes.filter((one) => one[side]).reduce((sum, one) => sum + countWords(one.value), 0)
      return {
        read: () => {},
        run: () => {
          changes = diffWords(lines.before, lines.after)
        },
        pairing: () => ({ added: wordsOf('added'), removed: wordsOf('removed'), pairs: null }),
      }
    }
  }
}

function rival<Input, Result>(given: {
  tokens: Tokens
  read: () => Input
  work: (input: Input) => Result
  stretchesOf: (result: Result) => Stretch[]
}): Rival {
  let input = given.read()
  let result: Result | undefined
  return {
    read: () => {
      input = given.read()
    },
    run: () => {
      result = given.work(input)
    },
    pairing: () => pairingOf(given.tokens, result === undefined ? [] : given.stretchesOf(result)),
  }
}

function fromOperations(operations: [number, string][]): Stretch[] {
  return operations.map(([sign, text]) => ({
    kind: sign === 0 ? 'same' : sign < 0 ? 'removed' : 'added',
    length: text.length,
  }))
}

/** Changed ranges as [from, to, from, to]; everything between them is the same. */
function fromRanges(ranges: [number, number, number, number][]): Stretch[] {
  const out: Stretch[] = []
  let at = 0
  for (const [beforeFrom, beforeTo, afterFrom, afterTo] of ranges) {
    out.push({ kind: 'same', length: beforeFrom - at })
    out.push({ kind: 'removed', length: beforeTo - beforeFrom })
    out.push({ kind: 'added', length: afterTo - afterFrom })
    at = beforeTo
  }
  // The rest of either side: `pairingOf` stops at the ends of the texts.
  return [...out, { kind: 'same', length: Number.POSITIVE_INFINITY }]
}

function pairingOf({ before, after }: Tokens, stretches: Stretch[]): WordPairing {
  const pairing = { added: 0, removed: 0, pairs: new Map<number, number>() }
  let i = 0
  let j = 0
  for (const { kind, length } of stretches) {
    for (let step = 0; step < length && (i < before.tokens.length || j < after.tokens.length); step++) {
      const was = kind === 'added' ? -1 : (before.identities[i++] ?? -1)
      const is = kind === 'removed' ? -1 : (after.identities[j++] ?? -1)
      if (was >= 0 && is >= 0) pairing.pairs.set(is, was)
      else if (was >= 0) pairing.removed++
      else if (is >= 0) pairing.added++
    }
  }
  return pairing
}
