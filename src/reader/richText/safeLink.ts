/** Schemes that a link in a text may have. Everything else (`javascript:`, `data:` …) is shown as text only. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address of a link where it is one that a reader may follow; undefined otherwise. */
export function safeLink(address: string | undefined): string | undefined {
  const given = address?.trim()
  if (!given) return undefined
  if (given.startsWith('#') || (given.startsWith('/') && !/^\/[/\\]/.test(given))) return given
  // A relative address has no scheme and would point to another page from each address that a section has.
  if (!URL.canParse(given)) return undefined
  return SCHEMES.has(new URL(given).protocol) ? given : undefined
}

/** `tel:` for what people write as a phone number; undefined where it is not one number. */
export function phoneLink(written: string): string | undefined {
  // "+44 (0)20 …": the zero in brackets is only dialled inside the country.
  const number = written.replace(/\(0\)/g, '')
  if (!/^\+?[\d\s().\-/]+$/.test(number.trim())) return undefined
  const digits = number.replace(/[^\d+]/g, '')
  return /^\+?\d{2,15}$/.test(digits) ? `tel:${digits}` : undefined
}
