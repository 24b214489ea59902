import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/accounts/stores'
import { MailsView } from '@/admin/mails/MailsView'
import type { Mail } from '@/mail/mail'
import { mailsIn } from '@/mail/stores'
import { type Application, startApplication } from '../setup/application'
import { type Factories, factoriesFor } from '../setup/factories'
import { htmlOfScreen, wordsOf } from './screens'

let application: Application
let given: Factories

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  const now = new Date()
  const mail = (of: Pick<Mail, 'to' | 'state'>): Mail => ({
    ...{ _id: randomUUID(), lane: randomUUID(), turn: 1, language: 'en', about: { kind: 'reset', link: 'the-link' } },
    ...{ createdAt: now, giveUpAt: now, dueAt: now, lease: null, tries: 3, said: '550 No such user', closedAt: now },
    ...of,
  })
  await mailsIn(database(application.payload)).insertMany([
    mail({ to: 'gone@example.org', state: 'given-up' }),
    mail({ to: 'arrived@example.org', state: 'sent' }),
    mail({ to: 'waiting@example.org', state: 'waiting' }),
  ])
})
afterAll(() => application.stop())

test('an administrator sees which mails did not arrive and what the mail server said, and no link', async () => {
  const person = await given.person({ roles: [{ role: 'admin' }] })
  const html = await htmlOfScreen(application, { person, view: MailsView })
  expect(wordsOf(html)).toContain('gone@example.org')
  expect(wordsOf(html)).toContain('550 No such user')
  expect(wordsOf(html)).toContain('1 e-mail is waiting to be sent.')
  expect(html).not.toMatch(/arrived@example|waiting@example|the-link/)
})

test('nobody else sees them', async () => {
  for (const person of [await given.coordinator(), await given.lead('ie')])
    expect(await htmlOfScreen(application, { person, view: MailsView })).not.toContain('gone@example.org')
})
