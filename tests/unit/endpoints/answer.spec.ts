import type { PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { refuse } from '@/domain/refusal'
import { answer } from '@/endpoints/answer'

const req = { headers: new Headers(), user: null } as unknown as PayloadRequest

it.each([
  ['that the input is invalid', 'refusal.bad-input', 400],
  ['that nobody is signed in', 'refusal.sign-in', 401],
  ['that the role does not allow it', 'refusal.role-edit', 403],
  ['that something does not exist', 'refusal.section-unknown', 404],
  ['that somebody has changed the account', 'refusal.account-moved', 409],
  ['that the page was made for another person', 'refusal.other-person', 412],
  ['that a rule forbids it', 'refusal.own-text', 422],
  ['what a document lacks', 'import.empty', 422],
  ['that the files are too large to import', 'import.files-too-large', 413],
  ['that the server is busy and the person should try later', 'import.busy', 429],
  ['that an error occurred', 'request.failed', 500],
  ['that the database did not confirm it', 'request.not-confirmed', 503],
] as const)('says %s', (_, key, status) => {
  expect(answer({ req, outcome: refuse(key, { where: 'title', limit: '50' }) }).status).toBe(status)
})

it('gives only reasons that have a sentence', () => {
  // @ts-expect-error It does not compile.
  const { because } = refuse('refusal.sing-in')
  expect(() => answer({ req, outcome: { ok: false, because } })).toThrow('refusal.sing-in')
})
