/** How many bytes a call has at most (Next takes it as `bodySizeLimit`). */
export const MOST_CALL_BYTES = 2 * 1024 * 1024

/**
 * Can a call of a function on the server be read? Next answers one that it cannot read with an error of the server, before
 * any code of ours sees who asks (16.4.6). Screens send a list with one thing in it, as text: the name of the function and
 * what it is given. The function of Payload's that there is beside ours, for the language, is called by no screen of ours.
 */
export function isReadableCall({ kind, text }: { kind: string; text: string }): boolean {
  if (!kind.startsWith('text/plain')) return false
  const list = parsed(text)
  if (!Array.isArray(list) || list.length !== 1) return false
  const [given]: unknown[] = list
  return typeof Object(given).name === 'string' && isWhole(list)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Deeper than any text with its lists and tables; Next reads a value by calling itself for each level. */
const DEEPEST = 300
/** More than the longest text that a section can have, of which each paragraph is some twenty. */
const MOST_VALUES = 300_000

/**
 * Is everything there that is referred to, and is all of it of a kind that a text can hold? What is referred to counts each
 * time: React gives up where a few references make much of little.
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
 * In React's way of writing, `$` begins what JSON has no sign for: a `$` itself, undefined, numbers, dates, what was left
 * out. `$0:a:b` is what stands at `a`, `b` of the list. All else names a further part of the request, and a text has none.
 */
function isReference(text: string): boolean {
  return text.startsWith('$') && !/^\$(?:[$uNI-]|D|T|n-?\d{1,300}$)/.test(text)
}

/** What a reference leads to; undefined where that is nothing, or a further part. */
function meantBy(reference: string, list: unknown[]): unknown {
  const [start, ...path] = reference.split(':')
  return start === '$0' ? path.reduce<unknown>(partOf, list) : undefined
}

/** React goes into lists and objects alone, not into texts (a text that begins with `$` has become something else by then). */
function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name) ? Object(whole)[name] : undefined
}
