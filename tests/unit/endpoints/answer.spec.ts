import type { PayloadRequest } from 'payload'
import { expect, it } from 'vitest'
import { refuse } from '@/domain/refusal'
import { answer } from '@/endpoints/answer'

const req = { headers: new Headers(), user: null } as unknown as PayloadRequest

it.each([
  ['that everything is busy, so that it is asked again later', 'import.busy', 429],
  ['that somebody changed the account before', 'refusal.account-moved', 409],
  ['no by a rule', 'refusal.own-text', 422],
] as const)('says %s', (_, key, status) => {
  expect(answer({ req, outcome: refuse(key) }).status).toBe(status)
})
