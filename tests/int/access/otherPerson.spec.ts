import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PERSON_HEADER } from '@/access/personHeader'
import { sayRefusal } from '@/messages/translate'
import { type Application, type Fields, type Person, startApplication } from '../setup/application'
import { type Edition, type Factories, factoriesFor, onePixel, pictureForm } from '../setup/factories'
import { changedBetween, fingerprint } from './fingerprint'

let application: Application
let given: Factories
let reviewer: Person
let coordinator: Person
let edition: Edition

beforeAll(async () => {
  application = await startApplication()
  given = factoriesFor(application)
  edition = await given.edition({ country: 'ie', state: 'submitted' })
  reviewer = await given.reviewer('ie')
  coordinator = await given.coordinator()
  for (const person of [reviewer, coordinator]) await application.tokenOf(person)
})
afterAll(() => application.stop())

const askForChanges = (person: Person | null, headers: HeadersInit) =>
  application.request(person, 'POST', '/api/act/ask-for-changes', decision(), headers)

const decision = (): Fields => ({ edition: edition.id, seen: edition.rev, comment: 'Words of somebody else.' })
const madeFor = (person: string) => ({ [PERSON_HEADER]: person })
const keyIn = ({ body }: { body: Fields }): unknown => Object(Object(body.because)[0]).key

function documentForm(): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ step: 'import', language: 'en', title: 'Guide' })) form.set(name, value)
  form.set('files', new File(['# One\n\na'], 'guide.md'))
  return form
}

/** Each write that our screens send, as the coordinator may make it. */
const WRITES: [path: string, body: () => Fields | FormData][] = [
  ['act/ask-for-changes', decision],
  ['import', documentForm],
  ['pictures', () => pictureForm({ bytes: onePixel('other'), country: 'master' })],
  ['account/password', () => ({ current: coordinator.password, wanted: 'nine lanterns over water' })],
  ['account/address', () => ({ current: coordinator.password, email: 'new@example.org', seen: 1 })],
  ['account/person', () => ({ name: 'New name', language: 'en', seen: 1 })],
  ['account/sign-out', () => ({})],
  ['account/set-password', () => ({ user: reviewer.id })],
  ['account/send-link', () => ({ user: reviewer.id })],
  ['account/choose-password', () => ({ token: 'a-token', wanted: 'nine lanterns over water' })],
  ['users/login', () => ({ email: reviewer.email, password: reviewer.password })],
  ['users/refresh-token', () => ({})],
  ['users/logout', () => ({})],
]

describe('a page that was made for another person than the one who is signed in now', () => {
  test.each(WRITES)('writes nothing (%s)', async (path, body) => {
    const before = await fingerprint(application)
    const answer = await application.request(coordinator, 'POST', `/api/${path}`, body(), madeFor(reviewer.id))
    expect([answer.status, keyIn(answer)]).toEqual([412, 'refusal.other-person'])
    expect(changedBetween(before, await fingerprint(application))).toEqual([])
  })

  test('writes nothing if what names the person is no id', async () => {
    const before = await fingerprint(application)
    for (const named of ['', 'nobody', '[object Object]', reviewer.email, `${reviewer.id}, ${reviewer.id}`]) {
      expect((await askForChanges(reviewer, madeFor(named))).status).toBe(412)
    }
    expect(changedBetween(before, await fingerprint(application))).toEqual([])
  })

  test('is told so in its own language, whatever language the other person has chosen', async () => {
    const answer = await askForChanges(reviewer, { ...madeFor(coordinator.id), 'accept-language': 'de' })
    expect(Object(answer.body.because)[0].text).toBe(sayRefusal('de', { key: 'refusal.other-person' }))
  })

  test('is refused before its input is looked at', async () => {
    const answer = await application.request(
      reviewer,
      'POST',
      '/api/act/ask-for-changes',
      { not: 'an input' },
      madeFor(coordinator.id),
    )
    expect(keyIn(answer)).toBe('refusal.other-person')
  })
})

describe('a page whose person is', () => {
  test('signed out is asked to sign in', async () => {
    const answer = await askForChanges(null, madeFor(coordinator.id))
    expect([answer.status, keyIn(answer)]).toEqual([401, 'refusal.sign-in'])
  })

  test('still signed in writes, and so does a client that names nobody', async () => {
    expect((await askForChanges(reviewer, madeFor(reviewer.id))).status).toBe(200)
    edition = await given.edition({ country: 'fr', state: 'submitted' })
    expect((await askForChanges(await given.reviewer('fr'), {})).status).toBe(200)
  })
})
