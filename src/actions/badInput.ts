import { type ZodError, z } from 'zod'
import { grouped } from '@/domain/grouped'
import type { Outcome, Refusal } from '@/domain/refusal'
import type { WrongAddress } from '@/lexical/wrongAddress'

/**
 * The refusals of an invalid input, one for each field; `whole` is the name if the input is not an object. A wrong
 * address has its own sentence (`addressIssue`).
 */
export function badInput({ error, whole }: { error: ZodError; whole: string }): Refusal[] {
  const byField = grouped(error.issues, ({ path }) => String(path[0] ?? ''))
  return [...byField].map(([field, issues]) => {
    const where = [...new Set(issues.map(({ path }) => path.join('.') || whole))].join(', ')
    const [wrong] = issues.flatMap(wrongAddressOf)
    const refusal: Refusal = wrong
      ? { key: `refusal.${wrong.kind}-address-wrong`, params: { address: wrong.address, where } }
      : { key: 'refusal.bad-input', params: { where } }
    return field === '' ? refusal : { ...refusal, field }
  })
}

/** Refuses fields that are valid by themselves, but not with what is stored. The screen marks the first one. */
export function refuseFields(fields: readonly string[]): Outcome<never> {
  const [field = ''] = fields
  return { ok: false, because: [{ key: 'refusal.bad-input', params: { where: fields.join(', ') }, field }] }
}

/** The issue that a zod check reports for a wrong address. */
export function addressIssue(wrong: WrongAddress) {
  return { code: 'custom' as const, params: wrong }
}

const wrongAddress: z.ZodType<WrongAddress> = z.object({ kind: z.enum(['web', 'mail']), address: z.string() })

function wrongAddressOf(issue: ZodError['issues'][number]): WrongAddress[] {
  const { data } = issue.code === 'custom' ? wrongAddress.safeParse(issue.params) : {}
  return data ? [data] : []
}
