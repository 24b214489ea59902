import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Action } from '@/actions/action'
import { adaptSection } from '@/actions/adaptSection'
import { addSection } from '@/actions/addSection'
import { approveEdition } from '@/actions/approveEdition'
import { askForChanges } from '@/actions/askForChanges'
import { importToolkit } from '@/actions/importToolkit'
import { publishEdition } from '@/actions/publishEdition'
import { releaseMaster } from '@/actions/releaseMaster'
import { restoreSection } from '@/actions/restoreSection'
import { saveSection } from '@/actions/saveSection'
import { startVariant } from '@/actions/startVariant'
import { submitEdition } from '@/actions/submitEdition'
import { withdrawRelease } from '@/actions/withdrawRelease'
import { catalogues } from '@/messages/catalogues'
import { type Answer, type Application, type Fields, type Person, startApplication } from '../setup/application'
import {
  type Edition,
  type Factories,
  factoriesFor,
  onePixel,
  pictureForm,
  type Toolkit,
  words,
} from '../setup/factories'
import { WRITES, whileFailing } from '../setup/failPoint'
import { snapshotOf } from '../setup/snapshot'
import { type Acting, actingOn, typed, wordsIn } from './acting'

let application: Application
let acting: Acting
let given: Factories
let coordinator: Person
let reviewer: Person
let lead: Person
let toolkit: Toolkit
let draft: Edition

beforeAll(async () => {
  application = await startApplication()
  acting = actingOn(application)
  given = factoriesFor(application)
  coordinator = await given.coordinator()
  reviewer = await given.reviewer('ie')
  lead = await given.lead('ie')
  await given.country('cy')
  toolkit = await given.toolkit()
  draft = await given.edition({ country: 'ie', toolkit })
})

afterAll(() => application.stop())

/** A person who is about to do something that would be stored. */
type Deed = { person: Person; action: Action<never, unknown>; input: Fields }

describe('if any write of an action fails, nothing is stored', () => {
  test.each<[string, number, () => Promise<Deed>]>([
    ['import-toolkit', 6, async () => deed(coordinator, importToolkit, await imported('never-imported'))],
    ['save-section', 3, async () => deed(coordinator, saveSection, { ...common(1), seen: 1, title: 'Other' })],
    [
      'release-master',
      3,
      async () =>
        deed(coordinator, releaseMaster, await acting.toRelease({ toolkit: (await changed()).id, version: '1.1' })),
    ],
    [
      'start-variant',
      4,
      async () => deed(coordinator, startVariant, { toolkit: toolkit.id, country: 'cy', languages: ['en'] }),
    ],
    [
      'adapt-section',
      4,
      async () => deed(coordinator, adaptSection, { ...own(1), seen: 0, title: 'Ours', reason: 'other' }),
    ],
    [
      'add-section',
      3,
      async () => deed(lead, addSection, { ...place(), after: own(1).key, title: 'New', body: typed('x') }),
    ],
    ['restore-section', 3, async () => deed(lead, restoreSection, { ...own(0), seen: 1 })],
    ['submit-edition', 4, async () => deed(lead, submitEdition, await acting.seenNow(draft.id))],
    [
      'ask-for-changes',
      4,
      async () => deed(reviewer, askForChanges, { ...(await acting.seenNow(await sent('submitted'))), comment: 'No.' }),
    ],
    ['approve-edition', 4, async () => deed(reviewer, approveEdition, await acting.seenNow(await sent('submitted')))],
    [
      'publish-edition',
      // The contents are already stored, because the edition was sent.
      5,
      async () =>
        deed(coordinator, publishEdition, {
          ...(await acting.seenNow(await sent('approved'))),
          version: '1.0',
          notes: 'What is new in it.',
        }),
    ],
    [
      'withdraw-release',
      2,
      async () => deed(coordinator, withdrawRelease, { toolkit: toolkit.id, country: 'master', seen: 1, reason: 'x' }),
    ],
  ])('%s, which has at least %i writes', async (_, atLeast, prepare) => {
    const { person, action, input } = await prepare()
    const before = await snapshotOf(application.payload)
    let writes = 0
    for (; ; writes++) {
      const failing = { commands: WRITES, mode: { skip: writes }, how: { errorCode: NOT_TRANSIENT } }
      const outcome = await whileFailing(application.payload, failing, () =>
        acting.perform(person, action, input).catch((error: unknown) => ({ ok: false, error })),
      )
      if (outcome.ok) break
      expect(Object(outcome).error).toMatchObject({ code: NOT_TRANSIENT })
      expect(await snapshotOf(application.payload)).toEqual(before)
    }
    expect(writes).toBeGreaterThanOrEqual(atLeast)
    expect(await snapshotOf(application.payload)).not.toEqual(before)
    expect(await acting.problemsOf(toolkit.id)).toEqual([])
  })
})

test('an action that fails tells the person nothing about the database', async () => {
  await application.tokenOf(lead)
  const before = await snapshotOf(application.payload)
  const failing = { commands: ['insert'], mode: { times: 100 }, how: { errorCode: NOT_TRANSIENT } }
  const answer = await whileFailing(application.payload, failing, () =>
    application.act(lead, 'add-section', { ...place(), after: own(1).key, title: 'Not now', body: typed('x') }),
  )
  expect(answer.status).toBe(500)
  expect(answer.text).not.toMatch(/mongo|fail/i)
  expect(await snapshotOf(application.payload)).toEqual(before)
})

describe('a conflict in the database', () => {
  test('is retried, and the result is stored once', async () => {
    const { id, variant } = await given.edition({ state: 'approved', country: 'ie', toolkit: await given.toolkit() })
    const input = { ...(await acting.seenNow(id)), version: '1.0', notes: 'What is new in it.' }
    const conflict = { errorCode: WRITE_CONFLICT, errorLabels: ['TransientTransactionError'] }
    const failing = { commands: ['insert'], mode: { times: 2 }, how: conflict }
    await whileFailing(application.payload, failing, () => acting.succeed(coordinator, publishEdition, input))
    expect(await acting.releasesOf(variant.toolkit.id, 'ie')).toHaveLength(1)
    expect((await acting.stepsOf(id)).filter(({ event }) => event === 'publish')).toHaveLength(1)
    expect(await acting.problemsOf(variant.toolkit.id)).toEqual([])
  })

  test('that persists becomes an error after several tries, with nothing stored, and the next call succeeds', async () => {
    const variant = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
    const key = String(variant.toolkit.sections[0]?.key)
    const input = { variant: variant.id, key, language: 'en', seen: 0, title: 'Ours' }
    const before = await snapshotOf(application.payload)
    const conflict = { errorCode: WRITE_CONFLICT, errorLabels: ['TransientTransactionError'] }
    const failing = { commands: ['insert'], mode: 'alwaysOn' as const, how: conflict }
    const never = whileFailing(application.payload, failing, () => acting.perform(lead, adaptSection, input))
    await expect(never).rejects.toMatchObject({ code: WRITE_CONFLICT })
    expect(await snapshotOf(application.payload)).toEqual(before)
    expect(await acting.succeed(lead, adaptSection, input)).toEqual({ key, rev: 1 })
  })
})

describe('a connection that breaks', () => {
  test('at the commit does not store anything twice, and the answer is the same as without it', async () => {
    const { id, variant } = await given.edition({ state: 'approved', country: 'ie', toolkit: await given.toolkit() })
    const input = { ...(await acting.seenNow(id)), version: '1.0', notes: 'What is new in it.' }
    const failing = { commands: ['commitTransaction'], mode: { times: 2 }, how: { closeConnection: true } }
    const { seq } = await whileFailing(application.payload, failing, () =>
      acting.succeed(coordinator, publishEdition, input),
    )
    expect(seq).toBe(1)
    expect(await acting.releasesOf(variant.toolkit.id, 'ie')).toHaveLength(1)
    expect(await acting.problemsOf(variant.toolkit.id)).toEqual([])
  })

  test('at every commit is reported as unknown, with nothing stored, and the next call succeeds', async () => {
    const variant = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
    const key = String(variant.toolkit.sections[0]?.key)
    const input = { variant: variant.id, key, language: 'en', seen: 0, body: typed('Ours.') }
    const before = await snapshotOf(application.payload)
    const outcome = await whileFailing(application.payload, NEVER_CONFIRMED, () =>
      acting.perform(lead, adaptSection, input),
    )
    expect(outcome).toEqual({ ok: false, because: [{ key: 'request.not-confirmed' }] })
    expect(await snapshotOf(application.payload)).toEqual(before)
    expect(await acting.succeed(lead, adaptSection, input)).toEqual({ key, rev: 1 })
    expect(wordsIn((await acting.ownSectionOf(variant.id, key)).body)).toBe('Ours.')
  })

  test.each<[string, (person: Person) => Promise<Answer>]>([
    [
      'a new password',
      (person) => {
        const input = { current: person.password, wanted: 'nine lanterns over water' }
        return application.request(person, 'POST', '/api/account/password', input)
      },
    ],
    [
      'another language of the screens',
      (person) => {
        const input = { name: 'Another', language: 'de', seen: 1 }
        return application.request(person, 'POST', '/api/account/person', input)
      },
    ],
    ['the end of all sessions', (person) => application.request(person, 'POST', '/api/account/sign-out', {})],
    [
      'a picture',
      (person) => {
        const picture = pictureForm({ bytes: onePixel('not confirmed'), country: 'ie' })
        return application.request(person, 'POST', '/api/pictures', picture)
      },
    ],
    ['a sign-in', ({ email, password }) => application.request(null, 'POST', '/api/users/login', { email, password })],
    [
      'a new section',
      (person) =>
        application.act(person, 'add-section', { ...place(), after: own(1).key, title: 'Not now', body: typed('x') }),
    ],
  ])('at every commit of %s is answered with a sentence that says so', async (_, ask) => {
    const person = await given.lead('ie')
    await application.tokenOf(person)
    const answer = await whileFailing(application.payload, NEVER_CONFIRMED, () => ask(person))
    const text = catalogues.en['request.not-confirmed']
    expect([answer.status, answer.body.because]).toEqual([503, [{ key: 'request.not-confirmed', text }]])
  })
})

describe('a transaction that the database ends because it takes too long', () => {
  test('is answered with a sentence that says so, and nothing is stored', async () => {
    const variant = await given.variant({ country: 'ie', toolkit: await given.toolkit() })
    const key = String(variant.toolkit.sections[0]?.key)
    const input = {
      variant: variant.id,
      language: 'en',
      sections: [{ key, seen: 0, mode: 'adapt', reason: 'other', body: typed('Ours.') }],
    }
    await application.tokenOf(lead)
    const before = await snapshotOf(application.payload)
    const answer = await whileFailing(
      application.payload,
      { commands: WRITES, mode: 'alwaysOn', how: { errorCode: 290 } },
      () => application.act(lead, 'take-in-word-sections', input),
    )
    const text = catalogues.en['request.not-finished']
    expect([answer.status, answer.body.because]).toEqual([503, [{ key: 'request.not-finished', text }]])
    expect(await snapshotOf(application.payload)).toEqual(before)
  })
})

const NEVER_CONFIRMED = { commands: ['commitTransaction'], mode: { times: 1_000 }, how: { closeConnection: true } }

// OperationFailed: neither a wrong value nor a conflict.
const NOT_TRANSIENT = 96
const WRITE_CONFLICT = 112

function deed<Input, Result>(person: Person, action: Action<Input, Result>, input: Fields): Deed {
  return { person, action: action as unknown as Action<never, unknown>, input }
}

async function imported(slug: string): Promise<Fields> {
  const sections = ['One', 'Two'].map((title) => ({ source: '', depth: 1, title, body: words(`About ${title}.`) }))
  const images = [{ name: 'a.png', bytes: onePixel(slug), mimeType: 'image/png', alt: 'a' }]
  const seen = await acting.seenForImport(coordinator, slug)
  return { slug, title: slug, language: 'en', sections, images, seen }
}

function common(n: number): Fields {
  return { toolkit: toolkit.id, key: toolkit.sections[n]?.key, language: 'en' }
}

function place() {
  return { variant: draft.variant.id, language: 'en' }
}

function own(n: number) {
  return { ...place(), key: String(toolkit.sections[n]?.key) }
}

/** A toolkit that can be released. */
async function changed(): Promise<Toolkit> {
  const made = await given.toolkit()
  const edit = { toolkit: made.id, key: made.sections[0]?.key, language: 'en', seen: 1, title: 'Newer' }
  await acting.succeed(coordinator, saveSection, edit)
  return made
}

async function sent(state: 'submitted' | 'approved'): Promise<string> {
  return (await given.edition({ state, country: 'ie', toolkit: await given.toolkit() })).id
}
