import { describe, expect, it } from 'vitest'
import { mailSettings } from '@/mail/mailSettings'

const FROM = 'toolkit@example.org'
const settings = (url: string, from = FROM) => mailSettings({ SMTP_URL: url, MAIL_FROM: from })

describe('the settings of mails', () => {
  it('are none without a mail server', () => {
    expect(mailSettings({})).toBeNull()
    expect(settings('')).toBeNull()
  })

  it('name the server, with its user, and how the connection is encrypted', () => {
    expect(settings('smtps://me%40example.org:p%3Aw@mail.example.org')).toEqual({
      from: FROM,
      server: {
        ...{ host: 'mail.example.org', port: 465, secure: true, requireTLS: false },
        auth: { user: 'me@example.org', pass: 'p:w' },
      },
    })
    expect(settings('smtp://mail.example.org')?.server).toEqual({
      ...{ host: 'mail.example.org', port: 587, secure: false, requireTLS: true },
    })
  })

  it('allow an open connection on this machine, and to a server for which that is said', () => {
    expect(settings('smtp://127.0.0.1:2525')?.server).toMatchObject({ port: 2525, requireTLS: false })
    expect(settings('smtp://[::1]:2525')?.server).toMatchObject({ host: '::1', requireTLS: false })
    expect(settings('smtp://relay.internal:25?requireTLS=false')?.server.requireTLS).toBe(false)
  })

  it.each(['', 'nobody', 'a@b c', 'Toolkit <toolkit@example.org>', 'a@example.org\nBcc: b@example.org', 'a@b,c@d'])(
    'are refused with the sender %j',
    (from) => {
      expect(() => settings('smtp://mail.example.org', from)).toThrow('MAIL_FROM')
    },
  )

  it.each(['mail.example.org', 'https://user:secret@mail.example.org', 'smtp://'])(
    'are refused with the server %j, without repeating it',
    (url) => {
      expect(() => settings(url)).toThrow(/^SMTP_URL is not an address such as/)
      expect(() => settings(url)).not.toThrow('secret')
    },
  )
})
