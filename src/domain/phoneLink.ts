/** `tel:` for what people write as a phone number; undefined if it is not one number. */
export function phoneLink(written: string): string | undefined {
  // "+44 (0)20 …": the zero in brackets is only dialled inside the country.
  const number = written.replace(/\(0\)/g, '')
  if (!/^\+?[\d\s().\-/]+$/.test(number.trim())) return undefined
  const digits = number.replace(/[^\d+]/g, '')
  return /^\+?\d{2,15}$/.test(digits) ? `tel:${digits}` : undefined
}

/**
 * Can the field for a telephone number have this value, as typed? It can be empty, and say more than the number. Without two digits, or
 * with a letter in the place of a digit, it is no number: “O1 234”, “01 2l4”. No library is asked: those know which numbers a
 * country's telephones have, and not the short ones of emergency services and help lines, which stand here most.
 */
export function isPhoneOrNone(typed: string): boolean {
  return typed.trim() === '' || (/\d\D*\d/.test(typed) && !/\d[\p{L}+]+\d|(?<!\p{L})[OoΟοIl]\d/u.test(typed))
}
