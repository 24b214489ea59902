/**
 * Whether this is an address that a reader may be sent to: web, mail or telephone, with its scheme. Everything else
 * (`javascript:`, `data:`, `file:` …) is refused.
 */
export function isSafeUrl(url: string): boolean {
  return /^(?:https?:\/\/[^/?#]|mailto:.|tel:.)/i.test(asBrowsersRead(url))
}

/** Whether this may stand in a link of the text: a safe address, or one without a scheme (`#place`, `/page`). */
export function isSafeLink(url: string): boolean {
  const read = asBrowsersRead(url)
  return read !== '' && (!/^[^/?#]*:/.test(read) || isSafeUrl(read))
}

// Browsers drop control characters and white space here, so that "java\nscript:" is a script (WHATWG URL, 4.4).
function asBrowsersRead(url: string): string {
  return [...url].filter((character) => character > ' ' && character !== '\u007f').join('')
}
