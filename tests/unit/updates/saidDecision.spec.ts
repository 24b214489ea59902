import { describe, expect, it } from 'vitest'
import { saidDecision } from '@/domain/updates/updates'

describe('what is said of a recorded decision', () => {
  const recorded = { choice: 'keep', reason: 'national-law', status: 'ready', byProposal: null } as const

  it('is its choice and its reason', () => {
    expect(saidDecision(recorded)).toEqual({ choice: 'keep', reason: 'national-law' })
  })

  it('is only that the country noted the change, where it does not use the section: the reason is why it does not', () => {
    expect(saidDecision({ ...recorded, status: 'told' })).toEqual({ choice: 'noted', reason: null })
  })

  it('is that it is settled, where the common framework took over what the country had proposed', () => {
    expect(saidDecision({ ...recorded, byProposal: 'p' })).toEqual({ choice: 'settled', reason: null })
  })

  it('is nothing where it took another one back', () => {
    expect(saidDecision({ ...recorded, choice: 'undone' })).toBeNull()
  })
})
