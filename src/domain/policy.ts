import type { Refusal } from './refusal'
import { isEmptyField } from './richText/sameText'
import type { Mode, Policy } from './section'

/** Returns why a country may not use a mode for a section of the common framework; null if it may. */
export function policyForbids({ policy, mode }: { policy: Policy; mode: Mode }): Refusal | null {
  if (policy === 'supplement-only' && (mode === 'adapt' || mode === 'omit'))
    return { key: `refusal.policy-supplement-only-${mode}` }
  return null
}

/** Must a country still do something with this section before it can be sent for review? */
export function isToBeFilledIn({ policy, mode }: { policy: Policy; mode: Mode }): boolean {
  return policy === 'national' && mode === 'inherit'
}

type Explained = { reason?: string | null | undefined; explanation?: string | undefined }

/** Returns what an omission still lacks: readers see it, so the country must give a reason and explain it. */
export function omissionLacks({ reason, explanation }: Explained): ('reason' | 'explanation')[] {
  return [...(reason ? [] : ['reason' as const]), ...(isEmptyField(explanation) ? ['explanation' as const] : [])]
}

/** Refuses an omission that lacks something, once for each field. */
export function omissionForbids(of: Explained): Refusal[] {
  return omissionLacks(of).map((field) => ({ key: `refusal.omit-${field}-missing` }))
}
