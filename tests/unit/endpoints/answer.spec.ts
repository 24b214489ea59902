import type { PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { refuse } from '@/domain/refusal'
import { isRefusalKey } from '@/domain/refusalKinds'
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
  ['that everything is busy, so that it is asked again later', 'import.busy', 429],
  ['that an error happened', 'request.failed', 500],
  ['that the database did not confirm it', 'request.not-confirmed', 503],
] as const)('says %s', (_, key, status) => {
  expect(answer({ req, outcome: refuse(key, { where: 'title' }) }).status).toBe(status)
})

it('accepts only reasons that have a sentence', () => {
  // @ts-expect-error It does not compile.
  refuse('refusal.sing-in')
  expect(isRefusalKey('refusal.sing-in')).toBe(false)
  expect(isRefusalKey('toString')).toBe(false)
  expect(isRefusalKey('refusal.sign-in')).toBe(true)
})
