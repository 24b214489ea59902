import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A year: whoever signs in less often is as a stranger at the next wrong password. */
export const KNOWN_BROWSER_MS = 365 * 24 * 60 * 60 * 1000

/**
 * Guesses from browsers in which the person has never signed in are counted together, and others can use them up. A browser
 * in which they have counts its own, so that nobody can shut a person out by guessing (OWASP: device cookies). The cookie
 * names the person by id and the version of their password, and is signed; nothing about it is stored. A browser keeps its
 * name when the person signs in there again: the tries do not begin anew with each sign-in. After a new password no browser
 * is known any more but the one in which it was chosen.
 */
export function newKnownBrowser({ name, user, version, secret }: Known & { name?: string | undefined }): string {
  const named = `${user}.${version}.${name ?? randomBytes(16).toString('base64url')}`
  return `${named}.${signatureOf({ named, secret })}`
}

/** `version` is that of the person's credential. */
type Known = { user: string; version: number; secret: string }

/** What the cookie says, where it is signed by us for this person and their password of now: a name for this browser. */
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
