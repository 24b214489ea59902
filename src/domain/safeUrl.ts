/** More than any address in use (RFC 9110, 4.1, recommends support for 8,000 octets; people copy far less). */
const MOST_CHARACTERS = 2000

/**
 * Is this a web, mail or telephone address with its scheme, so that a reader may be sent to it? All other addresses
 * (`javascript:`, `data:`, `file:` …) and those with more than 2,000 characters are refused.
 */
export function isSafeUrl(url: string): boolean {
  return url.length <= MOST_CHARACTERS && /^(?:https?:\/\/[^/?#]|mailto:.|tel:.)/i.test(asBrowsersRead(url))
}

/** May a link in a text have this address: a safe one, or one without a scheme (`#place`, `/page`)? */
export function isSafeLink(url: string): boolean {
  if (url.length > MOST_CHARACTERS) return false
  const read = asBrowsersRead(url)
  return read !== '' && (!/^[^/?#]*:/.test(read) || isSafeUrl(read))
}

// Browsers drop control characters and white space here, so "java\nscript:" is a script (WHATWG URL, 4.4).
function asBrowsersRead(url: string): string {
  return [...url].filter((character) => character > ' ' && character !== '\u007f').join('')
}

/**
 * Returns the address to write into a link of any page; undefined if a reader may not follow it. Relative addresses are
 * refused: a section has several addresses, and from each they would lead elsewhere. In a mail address, all that
 * follows the address itself is dropped: it would fill in copies and the text of the message.
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

/**
 * Trims an address, and puts in front of it what people leave out: https:// where it is clearly a web address, mailto: where it is one
 * mail address.
 */
export function completedAddress(address: string): string {
  if (address.length > MOST_CHARACTERS) return address
  const given = address.trim()
  if (isMailAddress(given)) return `mailto:${given}`
  return isWebAddress(given) ? `https://${given}` : given
}

/** Is this a name of the web, with or without a page, and not the name of a file or words with a full stop? */
function isWebAddress(given: string): boolean {
  const { name, page } = HOST.exec(given)?.groups ?? {}
  return name !== undefined && (page !== undefined || /^www\./i.test(name) || !FILE_ENDING.test(name))
}

const HOST = /^(?<name>(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*)\.)+\p{L}[\p{L}\p{M}]+)(?::\d+)?(?<page>[/?#]\S*)?$/u
const FILE_ENDING = /\.(?:aspx?|csv|docx?|gif|html?|jpe?g|md|odt|pdf|php|png|pptx?|rtf|svg|txt|xlsx?|zip)$/i

/** Is this one mail address and nothing else? */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"?&#%/]+@[^\s@<>()[\]\\,;:"?&#%/]+\.[^\s@<>()[\]\\,;:"?&#%/.]+$/.test(text)
}

/** Returns an address for an imported text, without control characters; null if it is not safe. */
export function takenLink(address: string): string | null {
  const clean = address.replace(/\p{Cc}/gu, '').trim()
  return isSafeLink(clean) ? clean : null
}

/** Can the field for a web, mail or telephone address have this value, as typed? It can be empty. */
export function isAddressOrNone(typed: string): boolean {
  return typed === '' || isSafeUrl(completedAddress(typed))
}

/** What keeps a text from being one mail address: it has no @, it has several, or its form; null if nothing does. */
export const MAIL_FAULTS = ['at', 'several', 'form'] as const
export type MailFault = (typeof MAIL_FAULTS)[number]

export function mailFault(text: string): MailFault | null {
  if (isMailAddress(text)) return null
  const [, ...more] = text.split('@')
  return more.length === 0 ? 'at' : more.length === 1 ? 'form' : 'several'
}

/** Can the field for one mail address have this value, as typed? It can be empty. */
export function isMailOrNone(typed: string): boolean {
  return typed === '' || isMailAddress(typed.trim())
}
