import type { PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { refuse } from '@/domain/refusal'
import { answer } from '@/endpoints/answer'

const req = { headers: new Headers(), user: null } as unknown as PayloadRequest

it.each([
  ['that what was sent has the wrong form', 'refusal.bad-input', 400],
  ['that nobody is signed in', 'refusal.sign-in', 401],
  ['that a role does not allow it', 'refusal.role-edit', 403],
  ['that something is not there', 'refusal.section-unknown', 404],
  ['that somebody changed the account before', 'refusal.account-moved', 409],
  ['no by a rule', 'refusal.own-text', 422],
  ['no because of what a document lacks', 'import.empty', 422],
  ['that the files are too large for an import', 'import.files-too-large', 413],
  ['that everything is busy, so that it is asked again later', 'import.busy', 429],
  ['that an error happened', 'request.failed', 500],
  ['that the database did not confirm it', 'request.not-confirmed', 503],
] as const)('says %s', (_, key, status) => {
  expect(answer({ req, outcome: refuse(key, { where: 'title', limit: '50' }) }).status).toBe(status)
})

it('gives no reason that is spelled otherwise than its sentence', () => {
  // @ts-expect-error It does not compile.
  const { because } = refuse('refusal.sing-in')
  expect(() => answer({ req, outcome: { ok: false, because } })).toThrow('refusal.sing-in')
})
