import { policyForbids } from '@/domain/policy'
import type { Refusal } from '@/domain/refusal'
import type { Policy } from '@/domain/section'

const CHOICES = ['inherit', 'adapt', 'supplement', 'omit'] as const

/** One choice of a country for a section of the common framework, and why it is not allowed. */
export type ModeChoice = { mode: (typeof CHOICES)[number]; forbidden: Refusal | null }

/** The choices for a section, in the order in which they are shown. Forbidden ones keep their place. */
export function modeChoices(policy: Policy): ModeChoice[] {
  return CHOICES.map((mode) => ({ mode, forbidden: policyForbids({ policy, mode }) }))
}
