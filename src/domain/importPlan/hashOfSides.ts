import { canonicalJson } from '../canonicalJson'

/**
 * Stands for what is on the sides of a question: ten or eleven letters and digits of 53 bits (the hash "cyrb53"). It tells texts
 * apart that stand side by side. It is no seal, and does not have to be one: whoever names it may say what they want anyway.
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
