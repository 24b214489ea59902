/** The maximum size of a call in bytes (Next takes it as `bodySizeLimit`). */
export const MOST_CALL_BYTES = 2 * 1024 * 1024

/**
 * Can a call of a server function be read? Next answers an unreadable one with a server error, before any code of ours
 * sees who sent it (16.4.6). Screens send a list with one element, as text: the name of the function and its arguments.
 * Payload's other function, for the language, reads two: no screen of ours calls it. `to` is the id of the function.
 */
export function isReadableCall({ to, kind, text }: { to: string; kind: string; text: string }): boolean {
  if (!to.startsWith(READS_ONE) || !kind.startsWith('text/plain')) return false
  const list = parsed(text)
  if (!Array.isArray(list) || list.length !== 1) return false
  const [given]: unknown[] = list
  return typeof Object(given).name === 'string' && isWhole(list)
}

/** Next writes as the first byte of an id which arguments the function reads: this is the first one, and no other. */
const READS_ONE = '40'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Deeper than any text with its lists and tables; Next reads values recursively. */
const DEEPEST = 300
/** More than the longest text that a section can have, each paragraph of which counts as about twenty. */
const MOST_VALUES = 300_000

/**
 * Does everything exist that is referred to, and is all of it of a kind that a text can contain? A value counts each
 * time it is referred to: React fails if a few references expand to a lot.
 */
function isWhole(list: unknown[]): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: list, depth: 0 }]
  for (let next = waiting.pop(), count = 1; next; next = waiting.pop(), count++) {
    const { value, depth } = next
    if (typeof value === 'string' && isReference(value)) {
      const meant = meantBy(value, list)
      if (meant === undefined || depth === DEEPEST) return false
      waiting.push({ value: meant, depth: depth + 1 })
    }
    if (typeof value !== 'object' || value === null) continue
    const parts = Object.values(value)
    if (depth === DEEPEST || count + waiting.length + parts.length > MOST_VALUES) return false
    for (const part of parts) waiting.push({ value: part, depth: depth + 1 })
  }
  return true
}

/**
 * In React's format `$` begins everything that JSON cannot express: a `$` itself, undefined, numbers, dates, omitted
 * values. `$0:a:b` is the value at `a`, `b` of the list. Everything else names another part of the request, which a
 * text does not have.
 */
function isReference(text: string): boolean {
  return text.startsWith('$') && !/^\$(?:[$uNI-]|D|T|n-?\d{1,300}$)/.test(text)
}

/** The target of a reference; undefined if it does not exist or is another part. */
function meantBy(reference: string, list: unknown[]): unknown {
  const [start, ...path] = reference.split(':')
  return start === '$0' ? path.reduce<unknown>(partOf, list) : undefined
}

/** React follows lists and objects only, not texts (a text that begins with `$` has been decoded by then). */
function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name) ? Object(whole)[name] : undefined
}
