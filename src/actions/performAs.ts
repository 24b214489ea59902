import { Forbidden, type Payload, type TypedUser, ValidationError } from 'payload'
import { markInsideAction } from '@/access/insideAction'
import { withTransaction } from '@/database/transaction'
import type { Outcome, Refusal } from '@/domain/refusal'
import type { ActionContext, Steps } from './action'
import { admittedActor } from './admittedActor'
import { meaningOfError } from './meaningOfError'
import { Refused, type SavedRevision, StaleWrite } from './refused'

/** An outcome, or what is stored now for a writer who saw an older revision. */
export type ActionOutcome<Result> =
  | Outcome<Result>
  | { ok: false; because: { key: 'refusal.stale' }[]; saved: SavedRevision }

/**
 * The frame of everything that a signed-in person does: one transaction, in which their roles are read, and every
 * expected refusal is a value for which everything was rolled back. While the person has a password that somebody else
 * set, it refuses everything but what is `allowed` then: choosing their own, and signing out. If the database does not
 * confirm whether it stored the result, that is returned as a refusal. Throws only for broken invariants and for a
 * database that fails before that; then nothing is written.
 */
export async function performAs<Result>({
  name,
  payload,
  user,
  withForeignPassword = 'refused',
  steps = {},
  work,
}: {
  /** The name of the action; revisions contain it. */
  name: string
  payload: Payload
  user: TypedUser
  withForeignPassword?: 'refused' | 'allowed'
  steps?: Steps
  work: (context: ActionContext) => Promise<Outcome<Result>>
}): Promise<ActionOutcome<Result>> {
  try {
    return await withTransaction(
      payload,
      async ({ req, session }) => {
        markInsideAction(req, name)
        const actor = await admittedActor(req, withForeignPassword)
        const outcome = await work({ payload, req, session, actor, now: new Date().toISOString(), steps })
        if (!outcome.ok) throw new Refused(outcome.because)
        return outcome
      },
      { user },
    )
  } catch (error) {
    return refusalOf({ payload, error })
  }
}

/**
 * The refusal that an error stands for; any other error is thrown again. If nobody knows whether something was stored,
 * that is a refusal for the person, who must check, and an error for the operator, who finds it in the log; and so is what
 * took longer than a transaction may.
 */
export function refusalOf({
  payload,
  error,
}: {
  payload: Payload
  error: unknown
}): Exclude<ActionOutcome<never>, { ok: true }> {
  if (error instanceof Refused) return { ok: false, because: error.because }
  if (error instanceof StaleWrite) return { ok: false, because: [{ key: 'refusal.stale' }], saved: error.saved }
  if (error instanceof Forbidden) return { ok: false, because: [{ key: 'refusal.not-allowed' }] }
  if (error instanceof ValidationError) {
    return { ok: false, because: error.data.errors.map(refusalOfField) }
  }
  const refusal = meaningOfError(error)
  if (refusal?.key === 'request.not-confirmed' || refusal?.key === 'request.not-finished') {
    payload.logger.error({ err: error })
    return { ok: false, because: [refusal] }
  }
  throw error
}

/** What one of Payload's fields refuses; `path` leads into its value if that is a list or a text. */
function refusalOfField({ label, path }: ValidationError['data']['errors'][number]): Refusal {
  const [field = ''] = path.split('.')
  return { key: 'refusal.bad-input', params: { where: field === path ? path : String(label ?? path) }, field }
}
