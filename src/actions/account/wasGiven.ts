import { holdsMostOf, isPassword, madePasswordsIn, type StoredPassword } from '@/accounts/password'

/**
 * Is it the password that somebody else has set, or does it contain most of it? `known` is that one if it is available.
 */
export async function wasGiven({
  wanted,
  given,
  known,
}: {
  wanted: string
  given: StoredPassword | null
  known: string | null
}): Promise<boolean> {
  if (!given) return false
  if (known !== null && holdsMostOf({ wanted, known })) return true
  for (const password of new Set([wanted, wanted.trim(), ...madePasswordsIn(wanted)]))
    if (await isPassword({ password, stored: given })) return true
  return false
}
