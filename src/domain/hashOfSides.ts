import { canonicalJson } from './canonicalJson'

/**
 * Returns a hash of the sides of a question: 53 bits as at most eleven letters and digits ("cyrb53"). It tells apart
 * texts that are compared side by side. It is not a signature and need not be: anybody may give any answer anyway.
 */
export function hashOfSides(sides: unknown): string {
  const text = canonicalJson(sides)
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 2654435761)
    other = Math.imul(other ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (2 ** 32 * (other & 0x1fffff) + (one >>> 0)).toString(36)
}
