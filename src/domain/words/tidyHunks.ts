import { joinAdjacent } from '../alignment/joinAdjacent'
import type { Sides } from '../alignment/sides'
import type { Hunk } from './myers'
import { isSentenceSign } from './sentences'
import type { Token } from './tokens'

type Texts = Sides<Token[]>

/** Two changes are joined over words of up to this many letters (of, the, und, και) … */
const SHORT = 3
/** … if there are fewer than this many of them … */
const FEW = 3
/** … and both changes replace at least this many words, one of them more: one word for another reads well alone. */
const SEVERAL = 2
/** If less than this share of the words is kept, they are kept by chance, and the text reads better as replaced. */
const CHANCE = 0.2

/**
 * The same difference, cut where a reader would cut it: additions and removals move to the borders of sentences, replacements with
 * one or two short words between them are joined, and accidental matches are dropped.
 */
export function tidyHunks({ hunks, before, after }: Texts & { hunks: Hunk[] }): Hunk[] {
  const joined = joinAdjacent(slideHunks({ hunks, before, after }), (left, right) => {
    if (!readsBetterJoined({ left, right, before, after })) return null
    return { ...left, beforeTo: right.beforeTo, afterTo: right.afterTo }
  })
  if (!keepsTooLittle({ hunks: joined, before, after })) return joined
  return [{ beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length }]
}

/** The same hunks, with additions and removals moved to where a sentence, a clause or at least a word begins. */
export function slideHunks({ hunks, before, after }: Texts & { hunks: Hunk[] }): Hunk[] {
  const met = meetingHunks({ hunks, before, after })
  return met.map((hunk, index) => slide({ hunk, left: met[index - 1], right: met[index + 1], before, after }))
}

/**
 * Joins an addition (or removal) with a neighbour that it can slide to: as many words are marked, in fewer places (git does this
 * with lines: xdl_change_compact).
 */
function meetingHunks({ hunks, before, after }: Texts & { hunks: Hunk[] }): Hunk[] {
  return joinAdjacent(hunks, (last, hunk) => {
    const gap = hunk.beforeFrom - last.beforeTo
    if (canSlide({ hunk, by: -gap, before, after })) {
      return { ...last, beforeTo: hunk.beforeTo - gap, afterTo: hunk.afterTo - gap }
    }
    if (!canSlide({ hunk: last, by: gap, before, after })) return null
    return { ...hunk, beforeFrom: last.beforeFrom + gap, afterFrom: last.afterFrom + gap }
  })
}

/** Whether the same words are added (or removed) if the hunk starts `by` words later; earlier if that is negative. */
function canSlide({ hunk, by, before, after }: Texts & { hunk: Hunk; by: number }): boolean {
  const words = oneSided({ hunk, before, after })
  if (!words) return false
  const { tokens, from, to } = words
  for (let step = 0; step < Math.abs(by); step++) {
    const [one, other] =
      by > 0 ? [tokens[from + step], tokens[to + step]] : [tokens[from - 1 - step], tokens[to - 1 - step]]
    if (one === undefined || one.key !== other?.key) return false
  }
  return true
}

/** The words of an addition or a removal; null for a replacement. */
function oneSided({ hunk, before, after }: Texts & { hunk: Hunk }) {
  const { beforeFrom, beforeTo, afterFrom, afterTo } = hunk
  if (beforeFrom === beforeTo) return { isAdded: true, tokens: after, from: afterFrom, to: afterTo }
  return afterFrom === afterTo ? { isAdded: false, tokens: before, from: beforeFrom, to: beforeTo } : null
}

/** Moves an addition (or removal) to its best place: it can go one word on if it starts with the word that follows it, and so on. */
function slide({ hunk, left, right, before, after }: Texts & { hunk: Hunk; left?: Hunk; right?: Hunk }): Hunk {
  const words = oneSided({ hunk, before, after })
  if (!words) return hunk
  const { isAdded, tokens, from, to } = words
  // One equal word stays on each side, so that hunks that slide towards each other never meet.
  const low = left ? half(from - (isAdded ? left.afterTo : left.beforeTo)) : from
  const high = right ? half((isAdded ? right.afterFrom : right.beforeFrom) - to) : tokens.length - to

  let best = 0
  let bestScore = borderScore(tokens, from) + borderScore(tokens, to)
  const consider = (shift: number): void => {
    const score = borderScore(tokens, from + shift) + borderScore(tokens, to + shift)
    if (score > bestScore) {
      best = shift
      bestScore = score
    }
  }
  for (let shift = -1; -shift <= low && tokens[from + shift]?.key === tokens[to + shift]?.key; shift--) consider(shift)
  for (let shift = 1; shift <= high && tokens[from + shift - 1]?.key === tokens[to + shift - 1]?.key; shift++) {
    consider(shift)
  }
  return {
    beforeFrom: hunk.beforeFrom + best,
    beforeTo: hunk.beforeTo + best,
    afterFrom: hunk.afterFrom + best,
    afterTo: hunk.afterTo + best,
  }
}

function half(room: number): number {
  return Math.max(0, Math.floor((room - 1) / 2))
}

/** How well a cut before the token reads. */
function borderScore(tokens: Token[], index: number): number {
  const previous = tokens[index - 1]
  const next = tokens[index]
  if (!previous || !next || endsSentence(previous)) return 3
  if (/^ ?[,:]$/u.test(previous.key)) return 2
  return next.from > previous.to ? 1 : 0
}

/** Whether a sentence or a line ends with this token. */
export function endsSentence(token: Token): boolean {
  return token.object?.kind === 'break' || isSentenceSign(token.key)
}

function readsBetterJoined({ left, right, before, after }: Texts & { left: Hunk; right: Hunk }): boolean {
  const between = before.slice(left.beforeTo, right.beforeFrom)
  if (between.length === 0) return true
  const replaced = [left, right].map((hunk) => replacedWords({ hunk, before, after }))
  if (Math.min(...replaced) < SEVERAL || Math.max(...replaced) <= SEVERAL) return false
  if (between.some((token) => token.object || endsSentence(token))) return false
  const words = between.filter((token) => token.isWord)
  return words.length < FEW && words.every((word) => word.to - word.from <= SHORT && !/\p{N}/u.test(word.key))
}

/** How many words are replaced: at most as many as replace them. */
function replacedWords({ hunk, before, after }: Texts & { hunk: Hunk }): number {
  const removed = words(before.slice(hunk.beforeFrom, hunk.beforeTo))
  return Math.min(removed, words(after.slice(hunk.afterFrom, hunk.afterTo)))
}

function keepsTooLittle({ hunks, before, after }: Texts & { hunks: Hunk[] }): boolean {
  if (hunks.length === 0) return false
  const removed = hunks.reduce((sum, hunk) => sum + words(before.slice(hunk.beforeFrom, hunk.beforeTo)), 0)
  const all = words(before)
  const fewest = Math.min(all, words(after))
  return fewest > 0 && all - removed < CHANCE * fewest
}

function words(tokens: Token[]): number {
  return tokens.reduce((sum, token) => sum + (token.isWord ? 1 : 0), 0)
}
