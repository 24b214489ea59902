/** `tel:` for what people write as a phone number; undefined if it is not one number. */
export function phoneLink(written: string): string | undefined {
  // "+44 (0)20 …": the zero in brackets is only dialled inside the country.
  const number = written.replace(/\(0\)/g, '')
  if (!/^\+?[\d\s().\-/]+$/.test(number.trim())) return undefined
  const digits = number.replace(/[^\d+]/g, '')
  return /^\+?\d{2,15}$/.test(digits) ? `tel:${digits}` : undefined
}
