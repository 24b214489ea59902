import { describe, expect, it } from 'vitest'
import { isToBeFilledIn, omissionLacks, policyForbids } from '@/domain/policy'
import { MODES, type Mode, POLICIES, type Policy } from '@/domain/section'
import { catalogues } from '@/messages/catalogues'

const FORBIDDEN: [Policy, Mode][] = [
  ['supplement-only', 'adapt'],
  ['supplement-only', 'omit'],
]
const every = POLICIES.flatMap((policy) => MODES.map((mode): [Policy, Mode] => [policy, mode]))

describe('what a country may do with a section', () => {
  it.each(every)('with policy %s: %s', (policy, mode) => {
    const isForbidden = FORBIDDEN.some(([one, other]) => one === policy && other === mode)
    expect(policyForbids({ policy, mode })).toEqual(isForbidden ? { key: `refusal.policy-${policy}-${mode}` } : null)
  })

  it.each(FORBIDDEN)('is explained if policy %s forbids %s', (policy, mode) => {
    expect(Object.keys(catalogues.en)).toContain(policyForbids({ policy, mode })?.key)
  })

  it.each(every)('and whether it must do something, with policy %s: %s', (policy, mode) => {
    expect(isToBeFilledIn({ policy, mode })).toBe(policy === 'national' && mode === 'inherit')
  })

  it.each([undefined, '', ' \n', '\u200b\u00ad'])(
    'but leaves a section out only if it explains it; %j is no explanation',
    (explanation) => {
      expect(omissionLacks({ reason: 'other', explanation })).toEqual(['explanation'])
      expect(omissionLacks({ reason: 'other', explanation: `${explanation}No such law` })).toEqual([])
    },
  )
})
