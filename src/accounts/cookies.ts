import { parseCookies } from 'payload'

type Cookie = { name: string; value: string; expires: Date }

/**
 * With https the names begin with `__Host-`: browsers then accept them only from this server, only over https and for
 * every path, and no neighbouring site can replace them.
 */
const prefixFor = (serverURL: string) => (serverURL.startsWith('https:') ? '__Host-' : '')

/** Holds the secret of a session. */
export const sessionCookieName = (serverURL: string): string => `${prefixFor(serverURL)}toolkit-token`
/** Says that a person has signed in with this browser before (src/accounts/knownBrowser.ts). */
export const browserCookieName = (serverURL: string): string => `${prefixFor(serverURL)}toolkit-browser`

export function cookieIn(headers: Headers, name: string): string {
  return parseCookies(headers).get(name) ?? ''
}

/** The value of a `Set-Cookie` header: hidden from scripts, and not sent with requests from other sites. */
export function setCookie({ name, value, expires }: Cookie, serverURL: string): string {
  const secure = serverURL.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Strict${secure}`
}

/** Removes a cookie. */
export function clearCookie(name: string, serverURL: string): string {
  return setCookie({ name, value: '', expires: new Date(0) }, serverURL)
}
