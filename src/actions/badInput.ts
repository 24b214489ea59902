import { type ZodError, z } from 'zod'
import { grouped } from '@/domain/grouped'
import type { Refusal } from '@/domain/refusal'
import { isRefusalKey, type RefusalKey } from '@/domain/refusalKinds'

/**
 * The refusals of an invalid input, one for each field; `whole` is the name if the input is not an object. A check that
 * knows more exactly what is wrong says so (`wrongBy`).
 */
export function badInput({ error, whole }: { error: ZodError; whole: string }): Refusal[] {
  const byField = grouped(error.issues, ({ path }) => String(path[0] ?? ''))
  return [...byField].map(([field, issues]) => {
    const where = [...new Set(issues.map(({ path }) => path.join('.') || whole))].join(', ')
    const known: Known = issues.flatMap(refusalOf)[0] ?? { key: 'refusal.bad-input', params: {} }
    return { ...known, params: { ...known.params, where }, ...(field === '' ? {} : { field }) }
  })
}

const refusal = z.object({
  key: z.custom<RefusalKey>(isRefusalKey),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

type Known = z.infer<typeof refusal>

/** A zod check with its own refusal. */
export function wrongBy(why: { key: RefusalKey; params: Record<string, string> }) {
  return { code: 'custom' as const, params: why }
}

function refusalOf(issue: ZodError['issues'][number]): Known[] {
  const { data } = issue.code === 'custom' ? refusal.safeParse(issue.params) : {}
  return data ? [data] : []
}
