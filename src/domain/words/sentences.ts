/** The signs that end a sentence, or a part of one that can stand alone. In Greek, `;` is the question mark. */
const SIGNS = '.!?;…·。！？'

/** The sign, and what can close behind it. */
const END = `[${SIGNS}]["”»’')\\]]*`

const ENDS = new RegExp(`${END}\\s*$`, 'u')

/** An abbreviation: behind it comes a small letter or, where its word is short, a number. */
const ABBREVIATION = '\\p{L}\\.(?=\\s+\\p{Ll})|(?<!\\p{L})\\p{L}{1,5}\\.(?=\\s+\\p{N})'

/** It is looked for from the sign on: looking back from each place would read a long run of closing signs again and again. */
const END_AND_SPACE = new RegExp(`(${END})\\s+`, 'gu')
const BEHIND_ABBREVIATION = new RegExp(`(?<=${ABBREVIATION})`, 'uy')
const ONE_SIGN = new RegExp(`^ ?[${SIGNS}]$`, 'u')

/** Does a text end as a sentence does? */
export function endsAsSentence(text: string): boolean {
  return ENDS.test(text)
}

/** Returns the sentences of a line, each with the signs at its end. “Art. 25 Abs. 4” and “Mon. to Fri.” are parts of one. */
export function sentencesOfLine(line: string): string[] {
  return cutAtSigns(line, (place) => !isAt(BEHIND_ABBREVIATION, line, place))
}

/** Returns the pieces of a sentence between what looks like abbreviations, such as “Tell them now. 2 days are left.”; none without one. */
export function piecesOfSentence(sentence: string): string[] {
  const pieces = cutAtSigns(sentence, () => true)
  return pieces.length > 1 ? pieces : []
}

/** Is a piece of text nothing but a sign that ends a sentence? A space can stand before it, as in French. */
export function isSentenceSign(text: string): boolean {
  return ONE_SIGN.test(text)
}

/** Cuts a text behind the signs at which `isEnd` says that a sentence ends, without the spaces there. */
function cutAtSigns(text: string, isEnd: (place: number) => boolean): string[] {
  const pieces: string[] = []
  let from = 0
  for (const { 0: found, 1: end = '', index } of text.matchAll(END_AND_SPACE)) {
    const place = index + end.length
    if (!isEnd(place)) continue
    pieces.push(text.slice(from, place))
    from = index + found.length
  }
  return [...pieces, text.slice(from)]
}

function isAt(pattern: RegExp, text: string, place: number): boolean {
  pattern.lastIndex = place
  return pattern.test(text)
}
