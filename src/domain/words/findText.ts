import type { Language } from '../language'
import type { Range } from './pieces'

/** What somebody looks for in a text. */
export type Wanted = { words: string; matchCase: boolean; wholeWords: boolean }

/**
 * Where a text has the words, from left to right; none overlaps the one before. A letter and its composed form are the same, as
 * are straight and curly apostrophes and quotation marks, all hyphens, and all spaces: nobody sees which one a text has. Accents
 * count: “a” and “à”, “η” and “ή” are different words. Nothing is found without words.
 */
export function findText(text: string, { words, matchCase, wholeWords }: Wanted): Range[] {
  const wanted = lettersOf(words, matchCase)
  if (wanted.length === 0) return []
  const letters = lettersOf(text, matchCase)
  const found: Range[] = []
  for (let at = 0; at + wanted.length <= letters.length; ) {
    if (
      wanted.every(({ key }, index) => key === letters[at + index]?.key) &&
      (!wholeWords || isWhole(letters, at, wanted.length))
    ) {
      found.push({ from: letters[at]?.from ?? 0, to: letters[at + wanted.length - 1]?.to ?? 0 })
      at += wanted.length
    } else at += 1
  }
  return found
}

/**
 * The words that replace what was found. As in Word, they begin with a capital letter where the found words do, and are in
 * capitals where these are, unless upper and lower case were looked for.
 */
export function replacementFor({
  found,
  words,
  matchCase,
  language,
}: {
  found: string
  words: string
  matchCase: boolean
  language: Language
}): string {
  if (matchCase) return words
  const upper = found.toLocaleUpperCase(language)
  const isCapitals =
    [...found].filter((one) => /\p{L}/u.test(one)).length > 1 && found === upper && upper !== found.toLowerCase()
  if (isCapitals) return words.toLocaleUpperCase(language)
  const first = String.fromCodePoint(found.codePointAt(0) ?? 0)
  if (!/\p{Lu}/u.test(first)) return words
  return words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** A letter with its accents, or another character. */
type Letter = Range & { key: string }

function lettersOf(text: string, matchCase: boolean): Letter[] {
  const letters: Letter[] = []
  for (const { 0: letter, index: from } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const key = keyOf(letter, matchCase)
    const before = letters.at(-1)
    // A soft hyphen is a place where a line may end; it belongs to the letter before it.
    if (key === '') {
      if (before) before.to = from + letter.length
    } else letters.push({ from, to: from + letter.length, key })
  }
  return letters
}

function keyOf(letter: string, matchCase: boolean): string {
  const same = letter
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\t]/g, ' ')
    .replace(/[\u2018\u2019\u02bc\u201b]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
  // The Greek sigma at the end of a word is the same letter.
  return matchCase ? same : same.toLowerCase().replace('ς', 'σ')
}

/** Is it no part of a longer word? A side that ends with no letter or digit is never within one. */
function isWhole(letters: readonly Letter[], at: number, length: number): boolean {
  const isWord = (index: number) => /[\p{L}\p{N}]/u.test(letters[index]?.key ?? '')
  const isWithin = (inside: number, outside: number) => isWord(inside) && isWord(outside)
  return !isWithin(at, at - 1) && !isWithin(at + length - 1, at + length)
}
