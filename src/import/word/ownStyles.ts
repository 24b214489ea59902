/**
 * The paragraph styles of our own in the Word files that we write. Word and LibreOffice keep the names of styles, so they say
 * what a paragraph is where Word has no form for it.
 */
const PREFIX = 'Toolkit'

/** The name of one of our styles: `Toolkit Label legal article`. */
export function ownStyleName(...words: string[]): string {
  return [PREFIX, ...words].join(' ')
}

/** The id of the style in a file that we write. */
export function ownStyleId(...words: string[]): string {
  return ownStyleName(...words).replace(/[^a-z]/gi, '')
}

/** The words of the name after ours, if it is one of our styles. Upper and lower case are the same in Word. */
export function wordsOfOwnStyle(name: string | null): string[] | null {
  const [first, ...words] = (name ?? '').toLowerCase().split(' ')
  return first === PREFIX.toLowerCase() && words.length > 0 ? words : null
}

/** Lines about the text, which are no part of it: on the first page, below the title of a section, between two tables. */
export const BESIDE_THE_TEXT = ['Front', 'About', 'Space'] as const
