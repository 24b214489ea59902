import { Forbidden, type Payload, type TypedUser, ValidationError } from 'payload'
import { actorOf } from '@/access/actorOf'
import { markInsideAction } from '@/access/insideAction'
import { withTransaction } from '@/database/transaction'
import type { Outcome, Refusal } from '@/domain/refusal'
import type { Action, Steps } from './action'
import { badInput } from './badInput'
import { Refused, type SavedRevision, StaleWrite } from './refused'

/** An outcome, or what is stored now for a writer who saw an older revision. */
export type ActionOutcome<Result> =
  | Outcome<Result>
  | { ok: false; because: { key: 'refusal.stale' }[]; saved: SavedRevision }

/**
 * Runs an action for a person: checks the input, prepares, opens the transaction, and turns every expected no into a value.
 * Throws only for broken invariants and a database that does not answer; then nothing is written.
 */
export async function runAction<Input, Result>({
  action,
  input,
  payload,
  user,
  steps = {},
}: {
  action: Action<Input, Result>
  input: unknown
  payload: Payload
  user: TypedUser | null
  steps?: Steps
}): Promise<ActionOutcome<Result>> {
  if (!user) return { ok: false, because: [{ key: 'refusal.sign-in' }] }
  const parsed = action.input.safeParse(input)
  if (!parsed.success) {
    return { ok: false, because: badInput({ error: parsed.error, whole: action.name }) }
  }
  try {
    const begun = await action.begin({ payload, user, steps }, parsed.data)
    if (!begun.ok) return begun
    return await withTransaction(
      payload,
      async ({ req, session }) => {
        markInsideAction(req, action.name)
        const actor = await actorOf(req)
        if (!actor) throw new Refused([{ key: 'refusal.sign-in' }])
        if (actor.passwordMustChange) throw new Refused([{ key: 'refusal.password-must-change' }])
        const outcome = await begun.result({ payload, req, session, actor, now: new Date().toISOString(), steps })
        if (!outcome.ok) throw new Refused(outcome.because)
        return outcome
      },
      { user },
    )
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): Exclude<ActionOutcome<never>, { ok: true }> {
  if (error instanceof Refused) return { ok: false, because: error.because }
  if (error instanceof StaleWrite) return { ok: false, because: [{ key: 'refusal.stale' }], saved: error.saved }
  if (error instanceof Forbidden) return { ok: false, because: [{ key: 'refusal.not-allowed' }] }
  if (error instanceof ValidationError) {
    return { ok: false, because: error.data.errors.map(refusalOfField) }
  }
  throw error
}

/** What a field of Payload refuses; `path` leads into it where it is a list or a text. */
function refusalOfField({ label, path }: ValidationError['data']['errors'][number]): Refusal {
  const [field = ''] = path.split('.')
  return { key: 'refusal.bad-input', params: { where: field === path ? path : String(label ?? path) }, field }
}
