import { browserCookieName, clearCookie, sessionCookieName, setCookie } from '@/accounts/cookies'
import { KNOWN_BROWSER_MS } from '@/accounts/knownBrowser'
import type { Session } from '@/accounts/stores'

/** The answer with a session cookie; the browser deletes it when the session can no longer be extended. */
export function withSession({
  response,
  session,
  token,
  serverURL,
}: {
  response: Response
  session: Session
  token: string
  serverURL: string
}): Response {
  const cookie = { name: sessionCookieName(serverURL), value: token, expires: session.endsAt }
  response.headers.append('set-cookie', setCookie(cookie, serverURL))
  return response
}

/** The answer with the cookie by which this browser is known. */
export function withKnownBrowser({
  response,
  browser,
  serverURL,
}: {
  response: Response
  browser: string
  serverURL: string
}): Response {
  const expires = new Date(Date.now() + KNOWN_BROWSER_MS)
  response.headers.append(
    'set-cookie',
    setCookie({ name: browserCookieName(serverURL), value: browser, expires }, serverURL),
  )
  return response
}

/** The answer that removes the cookie. */
export function withoutSession({ response, serverURL }: { response: Response; serverURL: string }): Response {
  response.headers.append('set-cookie', clearCookie(sessionCookieName(serverURL), serverURL))
  return response
}
