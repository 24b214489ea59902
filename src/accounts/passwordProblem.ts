import type { Refusal } from '@/domain/refusal'
import { COMMON_PASSWORDS } from './commonPasswords'
import { leftToGuess } from './leftToGuess'

/** OWASP ASVS 5, 6.2.1 requires at least eight and recommends fifteen; this is long enough for a few words. */
export const SHORTEST_PASSWORD = 12
/** Nobody types more, and the hashing is limited. */
export const LONGEST_PASSWORD = 200

/** Three common words with characters between them are enough, two are not. */
const LEAST_TO_GUESS = 8

/**
 * Why this cannot be the password of this person; null if it can. Length counts, not kinds of characters. Common
 * passwords are refused, even with special characters or digits around them, repeated, or in capitals. So are passwords
 * of a few pieces that are guessed as a whole: common words, our own, rows of the keyboard, letters in alphabetical
 * order.
 */
export function passwordProblem({
  password,
  email,
  name,
}: {
  password: string
  email: string
  name: string
}): Refusal | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD) return { key: 'refusal.password-short', params: { least: SHORTEST_PASSWORD } }
  if (length > LONGEST_PASSWORD) return { key: 'refusal.password-long', params: { most: LONGEST_PASSWORD } }
  const plain = password.normalize('NFKC').toLowerCase().trim()
  const own = [email, email.split('@')[0] ?? '', name].map((text) => text.toLowerCase().trim())
  if (own.filter(Boolean).some((text) => text === plain || text === withoutEdges(plain)))
    return { key: 'refusal.password-own' }
  return isCommon(plain) || leftToGuess(plain, own) < LEAST_TO_GUESS ? { key: 'refusal.password-common' } : null
}

function isCommon(plain: string): boolean {
  const core = withoutEdges(plain)
  return [plain, core, repeatedIn(plain), repeatedIn(core)].some(
    (text) => text.length < 2 || COMMON_PASSWORDS.has(text),
  )
}

/** Without the digits and special characters that people put before and after a word. */
function withoutEdges(text: string): string {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  // A password of digits only has no core, so it is used whole.
  return core || text
}

/** `abc` for `abcabcabc`; the whole text if nothing is repeated. */
function repeatedIn(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text
}
