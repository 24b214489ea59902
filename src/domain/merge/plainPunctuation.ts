import type { Hunk } from '../words/myers'
import type { Reading } from '../words/tokens'
import { type OnAll, onAll } from './sides'

/** Characters with several forms, which word processors exchange. */
const FORMS: readonly [forms: RegExp, plain: string][] = [
  [/[‘’ʼ]/gu, "'"],
  [/[“”„‟«»]/gu, '"'],
  [/[‒–—―]/gu, '-'],
]

/**
 * The readings with one number for all forms of a character: curly quotation marks or a longer dash are another spelling, and do not
 * prevent a change of the words beside them. The keys of the tokens stay: equal numbers are the same word, equal keys the same
 * spelling.
 */
export function withPlainPunctuation(readings: OnAll<Reading>): OnAll<Reading> {
  const isFormed = ({ text }: Reading): boolean => FORMS.some(([forms]) => text.search(forms) >= 0)
  if (!Object.values(readings).some(isFormed)) return readings
  const known = new Map<string, number>()
  return onAll((version) => {
    const { tokens, numbers } = readings[version]
    const plain = numbers.map((number, at) => {
      // A footnote is one token, whatever its text.
      if (tokens[at]?.object) return number
      const key = FORMS.reduce((text, [forms, sign]) => text.replace(forms, sign), tokens[at]?.key ?? '')
      const one = known.get(key) ?? number
      known.set(key, one)
      return one
    })
    return { ...readings[version], numbers: plain }
  })
}

type Respelled = { base: Reading; side: Reading; hunks: Hunk[]; others: Hunk[] }

/** The hunks of a side, and one for each word that it only respelled, if the other side deleted or replaced that word. */
export function withRespelled({ base, side, hunks, others }: Respelled): Hunk[] {
  const out: Hunk[] = []
  const gone = others.values()
  let other = gone.next().value
  let [i, j] = [0, 0]
  const ends = [base.tokens.length, side.tokens.length] as const
  const end: Hunk = { beforeFrom: ends[0], beforeTo: ends[0], afterFrom: ends[1], afterTo: ends[1] }
  for (const hunk of [...hunks, end]) {
    for (; i < hunk.beforeFrom; i++, j++) {
      while (other && other.beforeTo <= i) other = gone.next().value
      const isGone = other !== undefined && other.beforeFrom <= i
      if (!isGone || base.tokens[i]?.key === side.tokens[j]?.key) continue
      out.push({ beforeFrom: i, beforeTo: i + 1, afterFrom: j, afterTo: j + 1 })
    }
    if (hunk !== end) out.push(hunk)
    i = hunk.beforeTo
    j = hunk.afterTo
  }
  return out
}
