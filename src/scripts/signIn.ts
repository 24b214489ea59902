/** Signs in at a server, and returns the cookies of the session; throws if it refuses. */
export async function signIn(
  { url }: { url: string },
  account: { email: string; password: string },
): Promise<{ name: string; value: string }[]> {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
  const cookies = response.headers.getSetCookie().flatMap((cookie) => {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return name && value ? [{ name, value }] : []
  })
  if (!response.ok || cookies.length === 0) throw new Error(`Signing in failed: ${response.status}`)
  return cookies
}

/** Cookies as a request has them in its header. */
export function cookieHeader(cookies: readonly { name: string; value: string }[]): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
