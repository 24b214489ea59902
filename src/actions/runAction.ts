import type { Payload, TypedUser } from 'payload'
import type { Action, Steps } from './action'
import { badInput } from './badInput'
import { type ActionOutcome, performAs, refusalOf } from './performAs'

/** Runs an action for a person: checks the person and the input, prepares, and performs it as them. */
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
    return begun.ok ? await performAs({ name: action.name, payload, user, steps, work: begun.result }) : begun
  } catch (error) {
    return refusalOf({ payload, error })
  }
}
