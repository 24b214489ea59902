import { describe, expect, it } from 'vitest'
import { browserCookieName, clearCookie, sessionCookieName, setCookie } from '@/accounts/cookies'

const HTTPS = 'https://toolkit.example.org'
const cookie = { name: sessionCookieName(HTTPS), value: 'secret', expires: new Date(0) }

describe('the sign-in cookies', () => {
  it('are bound to this server, and to https if it has https', () => {
    expect(sessionCookieName(HTTPS)).toBe('__Host-toolkit-token')
    expect(browserCookieName(HTTPS)).toBe('__Host-toolkit-browser')
    // Browsers accept a name that begins with __Host- only with Secure, Path=/ and no Domain.
    expect(setCookie(cookie, HTTPS)).toBe(
      '__Host-toolkit-token=secret; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Strict; Secure',
    )
  })

  it('work on a machine without https', () => {
    expect(setCookie({ ...cookie, name: sessionCookieName('http://localhost:3000') }, 'http://localhost:3000')).toBe(
      'toolkit-token=secret; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Strict',
    )
  })

  it('are removed with the same attributes that they were set with', () => {
    expect(clearCookie('toolkit-token', HTTPS)).toContain('toolkit-token=; Path=/; Expires=Thu, 01 Jan 1970')
    expect(clearCookie('toolkit-token', HTTPS)).toContain('Secure')
  })
})
