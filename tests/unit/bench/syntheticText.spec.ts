import { describe, expect, it } from 'vitest'
import { countWords } from '@/domain/words/tokens'
import { charactersOf, cutTokens, flatTokens, linesOf } from '@/scripts/bench/flatTokens'
import { editText, isWord, readable, SHARES, type SyntheticText, syntheticText } from '@/scripts/bench/syntheticText'
import { truthOf } from '@/scripts/bench/truth'

const WORDS = 10_000
const before = syntheticText({ words: WORDS, seed: 3 })

describe('an invented text', () => {
  it('is the same for the same seed and different for another', () => {
    expect(syntheticText({ words: WORDS, seed: 3 })).toEqual(before)
    expect(syntheticText({ words: WORDS, seed: 4 })).not.toEqual(before)
  })

  it('has about the requested number of words, in sections of a heading and ten paragraphs', () => {
    expect(wordsOf(before).size / WORDS).toBeCloseTo(1, 1)
    expect(before.filter((one) => one.kind === 'heading')).toHaveLength(20)
    expect(before.filter((one) => one.kind === 'paragraph')).toHaveLength(200)
  })

  it('is made of words that a reader counts as one each', () => {
    for (const one of before) expect(countWords(readable(one))).toBe(one.tokens.filter(isWord).length)
  })

  it('has a unique identity for each word, sign and block', () => {
    const identities = before.flatMap((one) => [one.identity, ...one.identities])
    expect(new Set(identities).size).toBe(identities.length)
    for (const one of before) expect(one.identities).toHaveLength(one.tokens.length)
  })

  it('reads the same for engines that split it themselves', () => {
    expect(cutTokens(linesOf(before))).toEqual(flatTokens(before).tokens)
  })

  it('is encoded with one character for each token, the same for equal tokens', () => {
    const { tokens } = flatTokens(before)
    const spelled = charactersOf({ before: tokens, after: [...tokens].reverse() })
    expect(spelled.before).toHaveLength(tokens.length)
    expect(new Set(spelled.before).size).toBe(new Set(tokens).size)
    expect([...spelled.after].reverse().join('')).toBe(spelled.before)
    expect(spelled.before).not.toMatch(/[\ud800-\udfff]/u)
  })
})

describe.each(SHARES)('an edit of a share of %d', (share) => {
  const after = editText({ before, share, seed: 5 })
  const truth = truthOf({ before, after })

  it('is the same for the same seed, different for another, and does not change the original text', () => {
    expect(editText({ before, share, seed: 5 })).toEqual(after)
    expect(editText({ before, share, seed: 6 })).not.toEqual(after)
    expect(before).toEqual(syntheticText({ words: WORDS, seed: 3 }))
  })

  it('keeps the identity of words and their order within each block', () => {
    const was = new Map(before.map((one) => [one.identity, one]))
    const wordsBefore = wordsOf(before)
    for (const one of after) {
      const former = was.get(one.identity)
      const kept = one.identities.filter((identity) => former?.identities.includes(identity))
      expect(former?.identities.filter((identity) => kept.includes(identity)) ?? []).toEqual(kept)
    }
    for (const [identity, word] of wordsOf(after)) expect(wordsBefore.get(identity) ?? word).toBe(word)
  })

  it('has a correct script that turns one text into the other', () => {
    const is = wordsOf(after)
    const was = wordsOf(before)
    const added = [...is.keys()].filter((identity) => !was.has(identity))
    const removed = [...was.keys()].filter((identity) => !is.has(identity))
    expect(truth).toMatchObject({ added: added.length, removed: removed.length, kept: was.size - removed.length })
    for (const identity of removed) was.delete(identity)
    for (const identity of added) was.set(identity, is.get(identity) ?? '')
    expect(new Map([...was].sort(byIdentity))).toEqual(new Map([...is].sort(byIdentity)))
  })

  it('changes about the requested share', () => {
    const changed = (truth.added + truth.removed) / WORDS
    expect(changed).toBeGreaterThan(share)
    // Added and deleted paragraphs come on top: two in a hundred.
    expect(changed).toBeLessThan(share * 1.3 + 0.04)
  })

  it('moves, adds and deletes some paragraphs', () => {
    const identities = new Set(before.map((one) => one.identity))
    const left = new Set(after.map((one) => one.identity))
    expect(truth.moves.size).toBe(2)
    expect(after.filter((one) => !identities.has(one.identity))).toHaveLength(2)
    expect(before.filter((one) => !left.has(one.identity))).toHaveLength(2)
    for (const place of truth.moves) expect(identities).toContain(after[place]?.identity)
  })
})

describe('the true difference between two texts', () => {
  it('says that the shorter of two swapped blocks moved', () => {
    const long = {
      identity: 1,
      kind: 'paragraph' as const,
      tokens: ['Un', 'deux', 'trois', '.'],
      identities: [2, 3, 4, 5],
    }
    const short = { identity: 6, kind: 'paragraph' as const, tokens: ['Quatre', '.'], identities: [7, 8] }
    const truth = truthOf({ before: [long, short], after: [short, long] })
    expect(truth).toEqual({ added: 0, removed: 0, kept: 4, moved: 1, moves: new Set([0]) })
  })
})

function wordsOf(blocks: SyntheticText): Map<number, string> {
  return new Map(
    blocks.flatMap(({ tokens, identities }) =>
      tokens.flatMap((token, index): [number, string][] => (isWord(token) ? [[identities[index] ?? -1, token]] : [])),
    ),
  )
}

function byIdentity([one]: [number, string], [other]: [number, string]): number {
  return one - other
}
