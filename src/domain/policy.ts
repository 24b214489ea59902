import type { Refusal } from './refusal'
import type { Mode, Policy } from './section'

/** Why a country may not use a mode for a section of the common framework; null where it may. */
export function policyForbids({ policy, mode }: { policy: Policy; mode: Mode }): Refusal | null {
  if (policy === 'supplement-only' && (mode === 'adapt' || mode === 'omit'))
    return { key: `refusal.policy-supplement-only-${mode}` }
  return null
}

/** Must a country still do something with this section before it can be sent for review? */
export function isToBeFilledIn({ policy, mode }: { policy: Policy; mode: Mode }): boolean {
  return policy === 'national' && mode === 'inherit'
}

/** What is missing of why a section is left out: readers see it, so that a country gives a reason and explains it. */
export function omissionLacks({
  reason,
  explanation,
}: {
  reason?: string | null | undefined
  explanation?: string | undefined
}): ('reason' | 'explanation')[] {
  return [...(reason ? [] : ['reason' as const]), ...(explanation?.trim() ? [] : ['explanation' as const])]
}
