import type { Hunk } from '../words/myers'
import type { Reading } from '../words/tokens'

/** Three readings of one numbering. */
export type ThreeReadings = { base: Reading; ours: Reading; theirs: Reading }

/** Signs that have several forms; word processors turn one into the other. */
const FORMS: readonly [forms: RegExp, plain: string][] = [
  [/[‘’ʼ]/gu, "'"],
  [/[“”„‟«»]/gu, '"'],
  [/[‒–—―]/gu, '-'],
]

/**
 * The readings with one number for a sign in all its forms: that one side wrote curly quotation marks or a longer dash is a
 * change of spelling, and does not stand in the way of a change of the words beside it. The keys of the tokens stay as they
 * are: equal numbers are the same word, and equal keys the same spelling, too.
 */
export function withPlainPunctuation(readings: ThreeReadings): ThreeReadings {
  const isFormed = ({ text }: Reading): boolean => FORMS.some(([forms]) => text.search(forms) >= 0)
  if (!Object.values(readings).some(isFormed)) return readings
  const numbers = new Map<string, number>()
  const plain = (reading: Reading): Reading => ({
    ...reading,
    numbers: reading.numbers.map((number, at) => {
      // A footnote is one token; what it says is not looked through.
      if (reading.tokens[at]?.object) return number
      const key = FORMS.reduce((text, [forms, sign]) => text.replace(forms, sign), reading.tokens[at]?.key ?? '')
      const known = numbers.get(key) ?? number
      numbers.set(key, known)
      return known
    }),
  })
  return { base: plain(readings.base), ours: plain(readings.ours), theirs: plain(readings.theirs) }
}

type Respelled = { base: Reading; side: Reading; hunks: Hunk[]; others: Hunk[] }

/** The hunks of a side, and one for each word that it only spelled otherwise, but that the other side deleted or replaced. */
export function withRespelled({ base, side, hunks, others }: Respelled): Hunk[] {
  const out: Hunk[] = []
  const gone = others.values()
  let other = gone.next().value
  let [i, j] = [0, 0]
  const keepUpTo = (end: number): void => {
    for (; i < end; i++, j++) {
      while (other && other.beforeTo <= i) other = gone.next().value
      const isGone = other !== undefined && other.beforeFrom <= i
      if (!isGone || base.tokens[i]?.key === side.tokens[j]?.key) continue
      out.push({ beforeFrom: i, beforeTo: i + 1, afterFrom: j, afterTo: j + 1 })
    }
  }
  for (const hunk of hunks) {
    keepUpTo(hunk.beforeFrom)
    out.push(hunk)
    i = hunk.beforeTo
    j = hunk.afterTo
  }
  keepUpTo(base.tokens.length)
  return out
}
