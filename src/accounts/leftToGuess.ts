import { adjacencyGraphs } from '@zxcvbn-ts/language-common'
import { COMMON_PASSWORDS } from './commonPasswords'

/**
 * How many characters of a password must be guessed by somebody who knows how people choose passwords: what is guessed
 * as a whole (a common word, a row of the keyboard or of the alphabet) counts as three characters, and as none when it
 * is repeated. `own` are words about the person. In lower case.
 */
export function leftToGuess(password: string, own: readonly string[]): number {
  const words = new Set([...OURS, ...own.flatMap((text) => text.split(/[^\p{L}]+/u)).filter((word) => word.length > 2)])
  return Math.min(...[password, withoutDisguise(password)].map((text) => counted(text, words)))
}

function counted(text: string, words: ReadonlySet<string>): number {
  const characters = [...text]
  const known = new Set<string>()
  let count = 0
  for (let at = 0; at < characters.length; ) {
    const length = Math.max(wordAt(characters, at, words), runAt(characters, at), walkAt(characters, at))
    const piece = characters.slice(at, at + length).join('')
    if (length > 1) count += known.has(piece) ? 0 : 3
    // A character between words is guessed once.
    else if (/\p{L}/u.test(piece) || !known.has(piece)) count += 1
    known.add(piece)
    at += length
  }
  return count
}

/** The length of the longest word here that is common, ours or the person's; 1 if there is none. */
function wordAt(characters: readonly string[], at: number, words: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST_WORD, characters.length - at); length > 2; length--) {
    const word = characters.slice(at, at + length).join('')
    if (words.has(word) || (length > 3 && COMMON_PASSWORDS.has(word))) return length
  }
  return 1
}

/** `abc`, `987`, `aaa`: the length of the row that begins here, 1 if none does. */
function runAt(characters: readonly string[], at: number): number {
  const step = stepTo(characters, at + 1)
  if (step === undefined || Math.abs(step) > 1) return 1
  return atLeast(
    3,
    lengthWhile((to) => stepTo(characters, to) === step, at),
  )
}

/** From key to neighbouring key on one of the keyboards. */
function walkAt(characters: readonly string[], at: number): number {
  const lengths = KEYBOARDS.map((neighbours) =>
    lengthWhile((to) => neighbours.get(characters[to - 1] ?? '')?.has(characters[to] ?? '') ?? false, at),
  )
  return atLeast(4, Math.max(...lengths))
}

function lengthWhile(goesOn: (to: number) => boolean, at: number): number {
  let to = at + 1
  while (goesOn(to)) to += 1
  return to - at
}

const atLeast = (least: number, length: number) => (length < least ? 1 : length)

/** From the previous character to this one, in the order of their codes; undefined after the end. */
function stepTo(characters: readonly string[], to: number): number | undefined {
  const [before, here] = [characters[to - 1]?.codePointAt(0), characters[to]?.codePointAt(0)]
  return before === undefined || here === undefined ? undefined : here - before
}

/** Characters and digits that people write instead of letters. */
function withoutDisguise(text: string): string {
  return text.replace(/[@$0134578]/g, (sign) => DISGUISES[sign] ?? sign)
}

const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  $: 's',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
}

/** A guesser knows what this product is about. */
const OURS = ['toolkit', 'sample', 'framework', 'euaa', 'asylum', 'special', 'needs', 'admin', 'password']
const LONGEST_WORD = 24

const KEYBOARDS = Object.values(adjacencyGraphs).map(
  (keys) =>
    new Map(Object.entries(keys).map(([key, around]) => [key, new Set(around.flatMap((one) => [...(one ?? '')]))])),
)
