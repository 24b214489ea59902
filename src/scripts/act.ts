import type { Payload, TypedUser } from 'payload'
import type { Action } from '@/actions/action'
import { runAction } from '@/actions/runAction'

/** The result of an action as this person; throws with the reasons if it is refused. */
export async function act<Input, Result>(
  payload: Payload,
  user: TypedUser,
  action: Action<Input, Result>,
  input: NoInfer<Input>,
): Promise<Result> {
  const outcome = await runAction({ action, input, payload, user })
  if (!outcome.ok) throw new Error(`${action.name}: ${JSON.stringify(outcome.because)}`)
  return outcome.result
}
