/** The signs that end a sentence, or a part of one that can stand alone. In Greek, `;` is the question mark. */
const SIGNS = '.!?;…·。！？'

/** The sign, and what can close behind it. */
const END = `[${SIGNS}]["”»’')\\]]*`

const ENDS = new RegExp(`${END}\\s*$`, 'u')

/** An abbreviation: behind it comes a small letter or, where its word is short, a number. */
const ABBREVIATION = '\\p{L}\\.(?=\\s+\\p{Ll})|(?<!\\p{L})\\p{L}{1,5}\\.(?=\\s+\\p{N})'

const AT_EACH_SIGN = new RegExp(`(?<=${END})\\s+`, 'u')
const BETWEEN = new RegExp(`(?<=${END})(?<!${ABBREVIATION})\\s+`, 'u')
const ONE_SIGN = new RegExp(`^ ?[${SIGNS}]$`, 'u')

/** Does a text end as a sentence does? */
export function endsAsSentence(text: string): boolean {
  return ENDS.test(text)
}

/** Returns the sentences of a line, each with the signs at its end. “Art. 25 Abs. 4” and “Mon. to Fri.” are parts of one. */
export function sentencesOfLine(line: string): string[] {
  return line.split(BETWEEN)
}

/** Returns the pieces of a sentence between what looks like abbreviations, such as “Tell them now. 2 days are left.”; none without one. */
export function piecesOfSentence(sentence: string): string[] {
  const pieces = sentence.split(AT_EACH_SIGN)
  return pieces.length > 1 ? pieces : []
}

/** Is a piece of text nothing but a sign that ends a sentence? A space can stand before it, as in French. */
export function isSentenceSign(text: string): boolean {
  return ONE_SIGN.test(text)
}
