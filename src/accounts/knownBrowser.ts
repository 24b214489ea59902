import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A year: a person who signs in less often counts as a stranger at the next wrong password. */
export const KNOWN_BROWSER_MS = 365 * 24 * 60 * 60 * 1000

/**
 * Guesses from browsers in which the person has never signed in are counted together, and others can use them up. A
 * browser in which they have signed in counts its own, so that nobody can lock a person out by guessing (OWASP: device
 * cookies). The cookie contains the person's id and the version of their password, and is signed; nothing about it is
 * stored. A browser keeps its name when the person signs in there again, so the attempts are not reset by each sign-in.
 * After a new password only the browser in which it was chosen is known.
 */
export function newKnownBrowser({ name, user, version, secret }: Known & { name?: string | undefined }): string {
  const named = `${user}.${version}.${name ?? randomBytes(16).toString('base64url')}`
  return `${named}.${signatureOf({ named, secret })}`
}

/** `version` is that of the person's credential. */
type Known = { user: string; version: number; secret: string }

/** The browser's name from the cookie, if we signed it for this person and their current password. */
export function knownBrowserIn({ cookie, user, version, secret }: Known & { cookie: string }): string | null {
  const [who = '', which = '', nonce = '', signature = ''] = cookie.split('.')
  if (who !== user || which !== String(version) || !nonce) return null
  const given = Buffer.from(signature)
  const wanted = Buffer.from(signatureOf({ named: `${who}.${which}.${nonce}`, secret }))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? nonce : null
}

function signatureOf({ named, secret }: { named: string; secret: string }): string {
  return createHmac('sha256', secret).update(`known browser ${named}`).digest('base64url')
}
