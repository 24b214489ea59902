/**
 * The words in a working copy of whatever form, of a text (`values`) or of a decision, line by line; empty if there are none. A copy that the screen can no longer show
 * still has what somebody typed.
 */
export function wordsOfCopy(copy: string): string {
  try {
    const { values, earlier, draft } = Object(JSON.parse(copy))
    return linesIn([values, earlier, draft]).join('\n')
  } catch {
    return ''
  }
}

/** The names of values that are words; a text of the editor has them in its nodes. */
const WORDS = ['title', 'summary', 'guidance', 'explanation', 'sources', 'text', 'note']

function linesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(linesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => {
    if (typeof one === 'string') return WORDS.includes(name) && one.trim() !== '' ? [one] : []
    return linesIn(one)
  })
}
