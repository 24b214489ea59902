import { describe, expect, it } from 'vitest'
import { tokenOfLink } from '@/accounts/passwordLinks'
import { LANGUAGES } from '@/domain/language'
import type { MailAbout } from '@/mail/mail'
import { writeMail } from '@/mail/writeMail'

const GIVEN = { serverURL: 'https://toolkit.example.org/', secret: 'a secret', from: 'toolkit@example.org' }
const mail = (about: MailAbout, language: (typeof LANGUAGES)[number] = 'en') =>
  writeMail({ ...GIVEN, mail: { _id: 'an-id', to: 'a@example.org', language, about } })

describe.each(LANGUAGES)('a mail in "%s"', (language) => {
  it.each<MailAbout>([
    { kind: 'reset', link: 'a-link' },
    { kind: 'invitation', link: 'a-link', by: 'Ada' },
  ])('has its link on a line of its own, and says how long it works: $kind', (about) => {
    const { subject, text } = mail(about, language)
    const token = tokenOfLink({ id: 'a-link', secret: GIVEN.secret })
    expect(text.split('\n')).toContain(`https://toolkit.example.org/admin/choose-password#${token}`)
    expect(text).toMatch(about.kind === 'reset' ? /\b2\b/ : /\b7\b/)
    expect(subject).toContain('toolkit.example.org')
    expect(subject).not.toContain(token)
  })
})

describe('a mail', () => {
  it('has the same Message-ID and the same text each time', () => {
    expect(mail({ kind: 'reset', link: 'a-link' })).toEqual(mail({ kind: 'reset', link: 'a-link' }))
    expect(mail({ kind: 'reset', link: 'a-link' }).messageId).toBe('an-id@example.org')
  })

  it('keeps a name on one line', () => {
    const { text } = mail({ kind: 'invitation', link: 'a-link', by: 'Ada\r\n\u2028\u0085https://evil.example' })
    expect(text).toContain('created by: Ada https://evil.example.')
  })

  it('asks machines not to answer', () => {
    expect(mail({ kind: 'reset', link: 'a-link' }).headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' })
  })
})
