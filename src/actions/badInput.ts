import { type ZodError, z } from 'zod'
import { grouped } from '@/domain/grouped'
import type { Outcome, Refusal } from '@/domain/refusal'
import { MAIL_FAULTS } from '@/domain/safeUrl'
import type { ExceededLimit } from '@/lexical/exceededLimit'
import type { WrongAddress } from '@/lexical/wrongAddress'

/**
 * The refusals of an invalid input, one for each field; `whole` is the name if the input is not an object. What is
 * wrong inside a text has its own sentence (`textIssue`).
 */
export function badInput({ error, whole }: { error: ZodError; whole: string }): Refusal[] {
  const byField = grouped(error.issues, ({ path }) => String(path[0] ?? ''))
  return [...byField].map(([field, issues]) => {
    const where = [...new Set(issues.map(({ path }) => path.join('.') || whole))].join(', ')
    const [fault] = issues.flatMap(textFaultOf)
    const refusal = fault ? textRefusal(fault, where) : { key: 'refusal.bad-input' as const, params: { where } }
    return field === '' ? refusal : { ...refusal, field }
  })
}

/** Refuses fields that are valid by themselves, but not with what is stored. The screen marks the first one. */
export function refuseFields(fields: readonly string[]): Outcome<never> {
  const [field = ''] = fields
  return { ok: false, because: [{ key: 'refusal.bad-input', params: { where: fields.join(', ') }, field }] }
}

/** The issue that a zod check reports for a text with a wrong address, or for one that exceeds a limit. */
export function textIssue(fault: TextFault) {
  return { code: 'custom' as const, params: fault }
}

/** An address can also be the value of a field, which has no place within. */
type TextFault = WithoutPlace<WrongAddress> | ExceededLimit
type WithoutPlace<Some> = Some extends { place: unknown } ? Omit<Some, 'place'> & Partial<Pick<Some, 'place'>> : never

const place = z.discriminatedUnion('block', [
  z.object({ block: z.enum(['contact', 'legal']), number: z.number() }),
  z.object({ block: z.literal('link'), words: z.string() }),
])

const textFault: z.ZodType<TextFault> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['web', 'phone']), address: z.string(), place: place.optional() }),
  z.object({ kind: z.literal('mail'), fault: z.enum(MAIL_FAULTS), address: z.string(), place: place.optional() }),
  z.object({ kind: z.enum(['depth', 'type']) }),
  z.object({ kind: z.literal('size'), percent: z.number() }),
])

function textFaultOf(issue: ZodError['issues'][number]): TextFault[] {
  const { data } = issue.code === 'custom' ? textFault.safeParse(issue.params) : {}
  return data ? [data] : []
}

/** The sentence that refuses a text; `where` names the field. */
export function textRefusal(fault: TextFault, where: string): Refusal {
  switch (fault.kind) {
    case 'depth':
      return { key: 'refusal.text-too-deep', params: { where } }
    case 'size':
      return { key: 'refusal.text-too-large', params: { percent: fault.percent, where } }
    case 'type':
      return { key: 'refusal.bad-input', params: { where } }
    case 'mail':
      return { key: 'refusal.mail-address-wrong', params: { ...addressParams(fault, where), fault: fault.fault } }
    default:
      return { key: `refusal.${fault.kind}-address-wrong`, params: addressParams(fault, where) }
  }
}

/** With the place in the text: `sayRefusal` names it after the field. */
function addressParams({ address, place }: { address: string; place?: WrongAddress['place'] }, where: string) {
  return { address, where, ...place }
}
