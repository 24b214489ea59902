import { policyForbids } from '@/domain/policy'
import type { Refusal } from '@/domain/refusal'
import type { Policy } from '@/domain/section'

const CHOICES = ['inherit', 'adapt', 'supplement', 'omit'] as const

/** One thing that a country can do with a section of the common framework, and why it may not. */
export type ModeChoice = { mode: (typeof CHOICES)[number]; forbidden: Refusal | null }

/** The choices for a section, in the order in which they are shown. What is forbidden keeps its place. */
export function modeChoices(policy: Policy): ModeChoice[] {
  return CHOICES.map((mode) => ({ mode, forbidden: policyForbids({ policy, mode }) }))
}
