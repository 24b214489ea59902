import { LANGUAGES } from '../language'
import { type Range, tokenAt } from '../words/pieces'
import { type Reading, type Token, WITHOUT_SPACES } from '../words/tokens'

/** What makes signs without a space between them a name, and not a word with the signs around it. */
const OF_NAME = /[\p{N}@/]|\p{L}\.\p{L}/u

/** A name has no more tokens than this on each side of a change: the work stays in proportion to the text. */
const MOST_SIGNS = 400

/**
 * Are these tokens of one number, date, address or name of a law: 230/2018, desk@example.org, (01) 602 8008, 31 December 2025,
 * S.I. No. 230 of 2018? A part of each side would make one that nobody wrote.
 */
export function isOneName(reading: Reading, { from, to }: Range): boolean {
  if (to - from > MOST_SIGNS) return false
  for (let at = from + 1; at < to; at++) if (!isInOneName(reading, at)) return false
  return OF_NAME.test(textIn(reading, nameAround(reading, { from: Math.min(from, to - 1), to })))
}

/**
 * Does the token belong to the name in which the one before it is? There is no space between them, or only one between two
 * figures, with brackets, slashes and what links figures beside it. Scripts without spaces have no names of this kind.
 */
export function isInOneName(reading: Reading, at: number): boolean {
  const { text, tokens } = reading
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (!before || !token || before.object || token.object) return false
  const said = ({ from, to }: Token): string => text.slice(from, to)
  if ([before, token].some((one) => IN_SCRIPT_WITHOUT_SPACES.test(said(one)))) return false
  return before.to === token.from || (leadsToFigure(reading, at - 1, -1) && leadsToFigure(reading, at, 1))
}

const IN_SCRIPT_WITHOUT_SPACES = new RegExp(`[${WITHOUT_SPACES}]`, 'u')

/** Is there a figure at this token, or behind a few that can stand between figures of one name? */
function leadsToFigure({ text, tokens }: Reading, from: number, step: 1 | -1): boolean {
  for (let at = from; Math.abs(at - from) <= MOST_LINKS; at += step) {
    const token = tokens[at]
    if (!token || token.object) return false
    if (hasFigure(token)) return true
    const isLetterInBrackets = token.to - token.from === 1 && token.isWord && isBracketed(tokens, at)
    if (isLetterInBrackets) return true
    const said = text.slice(token.from, token.to)
    // A full stop stands behind the figure of a day, and with a comma behind a short month or a day before a year.
    const isDay = said === '.' && isMonth(text, tokens[at + 1])
    const isOfDate = (said === '.' && isMonth(text, tokens[at - 1])) || (said === ',' && isMonth(text, tokens[at - 2]))
    const isBeforeYear = isOfDate && /^ ?\p{Nd}{4}$/u.test(tokens[at + 1]?.key ?? '')
    if (!isDay && !isBeforeYear && !LINKS.test(said) && !isMonth(text, token)) return false
  }
  return false
}

export function hasFigure({ key, object }: Token): boolean {
  return !object && /\p{N}/u.test(key)
}

function isBracketed(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.key.trim() === '(' && tokens[at + 1]?.key.trim() === ')'
}

/** So many tokens stand at most between a space and the next figure of one name: de | diciembre de 2025. */
const MOST_LINKS = 4

/** Signs, small words and letters in capitals that can stand between two figures of one name: 230 of 2018, IE29 AIBK 9311. */
const LINKS = /^(?:[()/+–—-]|of|de|del|di|du|von|vom|του|της|\p{Lu}{2,6})$/u

function isMonth(text: string, token: Token | undefined): boolean {
  return token?.isWord === true && MONTHS.has(text.slice(token.from, token.to).toLowerCase())
}

/** The names of the months in the languages of the toolkit, long and short. */
const MONTHS = new Set(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, at) =>
        format
          .formatToParts(Date.UTC(2024, at, 1))
          .flatMap(({ type, value }) => (type === 'month' ? [value.toLowerCase().replace('.', '')] : [])),
      ).flat()
    }),
  ),
)

function textIn(reading: Reading, { from, to }: Range): string {
  return from < to ? reading.text.slice(tokenAt(reading, from).from, tokenAt(reading, to - 1).to) : ''
}

/** The whole name around a range of its tokens, without signs before and behind it, but with its brackets and the sign of a number. */
function nameAround(reading: Reading, { from, to }: Range): Range {
  const { tokens } = reading
  let [start, end] = [from, Math.min(Math.max(to, from + 1), tokens.length)]
  while (from - start < MOST_SIGNS && isInOneName(reading, start)) start -= 1
  while (end - to < MOST_SIGNS && isInOneName(reading, end)) end += 1
  const isSign = (at: number): boolean => tokens[at]?.isWord === false
  const count = (sign: string): number => textIn(reading, { from: start, to: end }).split(sign).length
  const opens = (): boolean => {
    const said = textIn(reading, { from: start, to: end })
    return said.startsWith('+') || (said.startsWith('(') && count('(') <= count(')'))
  }
  while (start < from && isSign(start) && !opens()) start += 1
  const closes = (): boolean => textIn(reading, { from: start, to: end }).endsWith(')') && count('(') >= count(')')
  while (end > to && isSign(end - 1) && !closes()) end -= 1
  return { from: start, to: end }
}

/** The range with the whole of the names at its beginning and its end; null if there are none. */
export function withWholeNames(reading: Reading, { from, to }: Range): Range | null {
  if (from === to) return null
  const [first, last] = [nameAround(reading, { from, to: from + 1 }), nameAround(reading, { from: to - 1, to })]
  const isName = (one: Range): boolean => one.to - one.from > 1 && OF_NAME.test(textIn(reading, one))
  if (!isName(first) && !isName(last)) return null
  return { from: isName(first) ? first.from : from, to: isName(last) ? Math.max(to, last.to) : to }
}
