import type { Refusal } from '@/domain/refusal'
import { COMMON_PASSWORDS } from './commonPasswords'
import { leftToGuess } from './leftToGuess'

/** OWASP ASVS 5, 6.2.1 asks for eight at least and recommends fifteen; long enough for a few words. */
export const SHORTEST_PASSWORD = 12
/** Nobody types more, and hashing has an end. */
export const LONGEST_PASSWORD = 200

/** Three common words with signs between them are enough, two are not. */
const LEAST_TO_GUESS = 8

/**
 * Why this cannot be the password of this person; null where it can. Length counts and not kinds of signs. Common ones are
 * refused, also with signs or figures around them, repeated, or in capitals; so is what consists of few pieces that are
 * guessed whole: common words, our own, rows of the keyboard, letters in their order.
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

/** Without the figures and signs that people put before and behind a word. */
function withoutEdges(text: string): string {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  // A password of figures only has no core: it stands for itself.
  return core || text
}

/** `abc` for `abcabcabc`; the whole text where nothing is repeated. */
function repeatedIn(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text
}
