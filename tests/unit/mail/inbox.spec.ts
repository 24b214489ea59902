import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'
import { translatorFor } from '@/messages/translate'
import { answerOfInbox } from '@/scripts/demo/inbox/answerOfInbox'
import type { InboxMail } from '@/scripts/demo/inbox/inboxMail'
import { readMail } from '@/scripts/mail/readMail'

const mail = (source: string, number = 1): InboxMail => ({ ...readMail(source), number, at: new Date(0) })

const HOSTILE = mail(
  [
    'From: "<img src=x onerror=alert(1)>" <a@example.org>',
    'To: b@example.org',
    'Subject: <script>alert(1)</script>',
    'Content-Type: text/html',
    '',
    '<script>alert(2)</script><a href="javascript:alert(3)">x</a> javascript:alert(4) http://localhost:3000/admin#a',
  ].join('\r\n'),
)

function ask(url: string, { mails = [HOSTILE], method = 'GET', host = 'localhost:4000', language = 'en' } = {}) {
  return answerOfInbox({ request: { method, url, headers: { host, 'accept-language': language } }, port: 4000, mails })
}

describe('the inbox of the sample', () => {
  it.each(LANGUAGES)('says what it is, in "%s"', (language) => {
    const { status, body } = ask('/', { mails: [], language })
    expect(status).toBe(200)
    expect(body).toContain(`<html lang="${language}"`)
    expect(body).toContain(translatorFor(language)('mail.inbox.lead'))
    expect(ask(`/?lang=${language}`, { mails: [] }).body).toBe(body)
  })

  it.each(['/', '/mail/1'])('shows a mail at %s as text: nothing in it is run or loaded', (url) => {
    const { status, body, headers } = ask(url)
    expect(status).toBe(200)
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(body).not.toMatch(/<script|<img|onerror="|href="javascript:/)
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'")
  })

  it('makes a web address in a mail a link, and nothing else', () => {
    const links = [...ask('/mail/1').body.matchAll(/href="([^"]*)"/g)].map(([, address]) => address ?? '')
    expect(links.filter((address) => !address.startsWith('/'))).toEqual(['http://localhost:3000/admin#a'])
  })

  it('only answers to the names of this machine, and only shows', () => {
    expect(ask('/', { host: 'evil.example:4000' }).status).toBe(403)
    expect(ask('/', { host: 'localhost:3000' }).status).toBe(403)
    expect(ask('/', { host: '127.0.0.1:4000' }).status).toBe(200)
    expect(ask('/', { method: 'POST' }).status).toBe(405)
    for (const url of ['/mail/2', '/mail/x', '/mail/', '/x', '//', '/mail/99999999999'])
      expect([url, ask(url).status]).toEqual([url, 404])
  })
})

describe('a mail that is read', () => {
  it('has its words back, however they were encoded', () => {
    const { subject, text, to, from } = readMail(
      [
        'From: toolkit@example.org',
        'To: a@example.org, "B" <b@example.org>',
        'Subject: =?UTF-8?Q?Ne=CE=AD=CE=BF=CF=82?=',
        ' =?UTF-8?B?zrrPic60?= end',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'caf=C3=A9 =',
        'noir',
        '',
        'end',
      ].join('\r\n'),
    )
    expect({ subject, text, to, from }).toEqual({
      subject: 'Neέοςκωδ end',
      text: 'café noir\n\nend',
      to: ['a@example.org', 'b@example.org'],
      from: 'toolkit@example.org',
    })
    const inBase64 = `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from('κωδικός').toString('base64')}\r\n`
    expect(readMail(inBase64).text).toBe('κωδικός')
  })
})
