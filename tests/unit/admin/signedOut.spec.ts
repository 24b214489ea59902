import { describe, expect, it } from 'vitest'
import { readAnswer } from '@/admin/callAction'
import { signInAddress } from '@/admin/words/addresses'

describe('an action after the session has ended', () => {
  const because = [{ key: 'refusal.sign-in', text: 'You are not signed in. Sign in and try again.' }]

  it('is recognised by its refusal, so that the page can ask the person to sign in', () => {
    expect(readAnswer({ status: 401, body: { ok: false, because } })).toEqual({
      kind: 'signed-out',
      texts: ['You are not signed in. Sign in and try again.'],
    })
  })

  it('is not confused with a wrong password', () => {
    const wrong = [{ key: 'refusal.sign-in-wrong', text: 'The e-mail address or the password is not right.' }]
    expect(readAnswer({ status: 401, body: { ok: false, because: wrong } })).toMatchObject({ kind: 'refused' })
  })

  it('leads to a sign-in that returns to the same page', () => {
    const next = '/admin/version/v/section/k?lang=de'
    const address = new URL(signInAddress(next), 'http://localhost')
    expect(address.pathname).toBe('/admin/login')
    expect(address.searchParams.get('redirect')).toBe(next)
  })
})
