import type { ChangedAt } from '@/domain/section'

/** The message that says what a country did with a place of the common text; the words of the place follow it. */
export function changeName({ field, is }: ChangedAt) {
  return field === 'body' ? (`diff.why.${is}` as const) : (`diff.why.${field}-changed` as const)
}
