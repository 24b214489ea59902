/** Words of any French text, the most common first. */
const FUNCTION_WORDS =
  `de la le et les à des en un du une que est pour qui dans par plus pas au sur ne se ce il sont lui avec son ou aux
  elle ses comme mais sans sous entre leur leurs cette ces tout tous toute toutes même aussi ainsi dont afin lors selon
  doit peut être avoir ont a été si on nous vous ils elles où vers chez après avant pendant contre depuis lorsque
  c'est-à-dire celui-ci notamment`.split(/\s+/u)

const ONSETS = ['b', 'c', 'd', 'f', 'g', 'j', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'ch', 'tr', 'pr', 'pl', 'qu', '']
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'é', 'è', 'ou', 'an', 'on', 'in', 'eu', 'oi', 'ai', 'ê', 'â']
const ENDINGS = [
  'tion',
  'ment',
  'té',
  'ance',
  'eur',
  'er',
  'é',
  'ée',
  's',
  'es',
  'ité',
  'age',
  'ique',
  'el',
  'aire',
  '',
]

/**
 * Zipf's law with Mandelbrot's constant: a word of rank r is as frequent as 1/(r + 2.7). Without the constant every
 * tenth word would be the most common one, as in no language, and half of the words that are inserted at random could
 * be confused with their neighbours.
 */
const FLATTENING = 2.7

/** Draws words as often as a text has them. */
export type Vocabulary = { draw: (random: () => number) => string }

/** The given number of French-looking words; the same for the same random numbers. */
export function vocabularyOf({ size, random }: { size: number; random: () => number }): Vocabulary {
  const words = new Set(FUNCTION_WORDS)
  const pick = (from: string[]): string => from[Math.floor(random() * from.length)] ?? ''
  while (words.size < size) {
    const syllables = 1 + Math.floor(random() * 3)
    const stem = Array.from({ length: syllables }, () => pick(ONSETS) + pick(NUCLEI)).join('')
    const word = stem + pick(ENDINGS)
    if (word.length < 3) continue
    // Elision ties an article to a word that starts with a vowel: the two are one word for a reader of differences.
    words.add(/^[aeiouéèêâ]/u.test(word) && random() < 0.4 ? `${random() < 0.5 ? 'l' : 'd'}’${word}` : word)
  }
  const ranked = [...words]
  const upTo: number[] = []
  let sum = 0
  for (let rank = 1; rank <= ranked.length; rank++) {
    sum += 1 / (rank + FLATTENING)
    upTo.push(sum)
  }
  return { draw: (random) => ranked[firstAtLeast(upTo, random() * sum)] ?? '' }
}

function firstAtLeast(ascending: number[], value: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) >= value) high = middle
    else low = middle + 1
  }
  return low
}
