import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A year: whoever signs in less often is as a stranger at the next wrong password. */
export const KNOWN_BROWSER_MS = 365 * 24 * 60 * 60 * 1000

/**
 * Guesses from browsers in which the person has never signed in are counted together, and others can use them up. A browser
 * in which they have counts its own, so that nobody can shut a person out by guessing (OWASP: device cookies). The cookie
 * names the person by id and is signed; nothing about it is stored.
 */
export function newKnownBrowser({ user, secret }: { user: string; secret: string }): string {
  const named = `${user}.${randomBytes(16).toString('base64url')}`
  return `${named}.${signatureOf({ named, secret })}`
}

/** What the cookie says, where it is signed by us for this person: a name for this browser. */
export function knownBrowserIn({
  cookie,
  user,
  secret,
}: {
  cookie: string
  user: string
  secret: string
}): string | null {
  const [who = '', nonce = '', signature = ''] = cookie.split('.')
  if (who !== user || !nonce) return null
  const given = Buffer.from(signature)
  const wanted = Buffer.from(signatureOf({ named: `${who}.${nonce}`, secret }))
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? nonce : null
}

function signatureOf({ named, secret }: { named: string; secret: string }): string {
  return createHmac('sha256', secret).update(`known browser ${named}`).digest('base64url')
}
