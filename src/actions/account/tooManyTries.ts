import type { Taken } from '@/accounts/limits'
import { refuse } from '@/domain/refusal'

/** The refusal of an attempt over the limit: it says how many minutes to wait. */
export function tooManyTries(taken: NonNullable<Taken>): ReturnType<typeof refuse> {
  return refuse('refusal.sign-in-later', minutesToWait(taken))
}

export function minutesToWait({ retryAfterMs }: NonNullable<Taken>): { minutes: number } {
  return { minutes: Math.ceil(retryAfterMs / 60_000) }
}
