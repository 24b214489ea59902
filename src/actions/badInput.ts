import type { ZodError } from 'zod'
import type { Refusal } from '@/domain/refusal'

/** The refusal of an input that has not its form: it names the fields, or `whole` where the input is none at all. */
export function badInput({ error, whole }: { error: ZodError; whole: string }): Refusal {
  const where = error.issues.map(({ path }) => path.join('.') || whole).join(', ')
  return { key: 'refusal.bad-input', params: { where } }
}
