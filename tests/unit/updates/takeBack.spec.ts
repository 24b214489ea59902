import { expect, it } from 'vitest'
import { takeBackForbids } from '@/domain/updates/updates'
import { EDITION_STATES, type EditionState } from '@/domain/workflow'

function refusal(state: EditionState | null, { rev = 4, openedAt = '2026-12-01T00:00:00.000Z' } = {}) {
  const stored = { rev, at: '2026-12-02T00:00:00.000Z' }
  return takeBackForbids({ revAfter: 4, edition: state && { state, openedAt }, stored })?.key ?? null
}

it.each(EDITION_STATES)('a decision can be taken back only while its edition is written: %s', (state) => {
  const isWritten = state === 'draft' || state === 'changes-requested'
  expect(refusal(state)).toBe(isWritten ? null : 'refusal.update-sent')
})

it('a decision cannot be taken back in a later edition, or without one', () => {
  expect(refusal('draft', { openedAt: '2026-12-03T00:00:00.000Z' })).toBe('refusal.update-sent')
  expect(refusal(null)).toBe('refusal.update-sent')
})

it('a decision cannot be taken back as a whole once the section was changed', () => {
  expect(refusal('draft', { rev: 5 })).toBe('refusal.update-text-changed')
})
