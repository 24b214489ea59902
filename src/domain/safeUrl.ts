/** More than any address that is in use (RFC 9110, 4.1, asks for 8,000 octets of servers; people copy far less). */
const MOST_CHARACTERS = 2000

/**
 * Whether this is an address that a reader may be sent to: web, mail or telephone, with its scheme. Everything else
 * (`javascript:`, `data:`, `file:` …) and what has more than 2,000 characters is refused.
 */
export function isSafeUrl(url: string): boolean {
  return url.length <= MOST_CHARACTERS && /^(?:https?:\/\/[^/?#]|mailto:.|tel:.)/i.test(asBrowsersRead(url))
}

/** Whether this may stand in a link of the text: a safe address, or one without a scheme (`#place`, `/page`). */
export function isSafeLink(url: string): boolean {
  if (url.length > MOST_CHARACTERS) return false
  const read = asBrowsersRead(url)
  return read !== '' && (!/^[^/?#]*:/.test(read) || isSafeUrl(read))
}

// Browsers drop control characters and white space here, so that "java\nscript:" is a script (WHATWG URL, 4.4).
function asBrowsersRead(url: string): string {
  return [...url].filter((character) => character > ' ' && character !== '\u007f').join('')
}

/**
 * The address of a link where a reader may follow it from any page, as it is to be written there; undefined otherwise. A
 * relative address would lead elsewhere from each address that a section has. Of a mail address only the address is left:
 * what follows it would fill in copies and the text of the letter.
 */
export function linkTarget(address: string | undefined): string | undefined {
  const given = completedAddress(address ?? '')
  if (given.length > MOST_CHARACTERS) return undefined
  if (given.startsWith('#') || (given.startsWith('/') && !/^\/[/\\]/.test(given))) return given
  if (!isSafeUrl(given) || !URL.canParse(given)) return undefined
  if (!/^mailto:/i.test(given)) return given
  const [mail = ''] = given.slice('mailto:'.length).split('?', 1)
  return isMailAddress(mail) ? `mailto:${mail}` : undefined
}

/** The address without space around it, and with https:// where it is plainly a web address: one that begins with www. */
export function completedAddress(address: string): string {
  if (address.length > MOST_CHARACTERS) return address
  const given = address.trim()
  return /^www(?:\.[^\s/@:.]+){2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(given) ? `https://${given}` : given
}

/** Whether this is one mail address and nothing else. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"?&#%/]+@[^\s@<>()[\]\\,;:"?&#%/]+\.[^\s@<>()[\]\\,;:"?&#%/.]+$/.test(text)
}

/** The address as an importer takes it into a text, without control characters; null where it is not safe. */
export function takenLink(address: string): string | null {
  const clean = address.replace(/\p{Cc}/gu, '').trim()
  return isSafeLink(clean) ? clean : null
}

/** May the field for a web, mail or telephone address hold this, as it was typed? Nothing typed is no address. */
export function isAddressOrNone(typed: string): boolean {
  return typed === '' || isSafeUrl(completedAddress(typed))
}

/** May the field for one mail address hold this, as it was typed? Nothing typed is no address. */
export function isMailOrNone(typed: string): boolean {
  return typed === '' || isMailAddress(typed.trim())
}
