import type { ClientSession } from 'mongodb'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import type { ZodType } from 'zod'
import type { Actor } from '@/domain/actor'
import type { Outcome } from '@/domain/refusal'
import { admittedActor } from './admittedActor'

/** What an action works with: one transaction, one person, one time. */
export type ActionContext = {
  payload: Payload
  /** Carries the person and the transaction; pass it on in every nested call, with `overrideAccess: false`. */
  req: PayloadRequest
  session: ClientSession
  actor: Actor
  /** When the action began, ISO 8601. */
  now: string
  steps: Steps
}

/** Reports the progress of a long action, and tells whether the person has cancelled it. */
export type Steps = { signal?: AbortSignal; onProgress?: (progress: { done: number; of: number }) => void }

/** The work in the transaction, done once, or several times if it conflicts with another. */
type Run<Result> = (context: ActionContext) => Promise<Outcome<Result>>

/**
 * One thing that a person can do. Only actions write content; each runs in one transaction that commits if the result
 * is ok and otherwise leaves nothing.
 */
export type Action<Input, Result> = {
  name: string
  input: ZodType<Input>
  /** Before the transaction: returns what runs in it, or the refusal; some refusals are thrown (`Refused`). */
  begin(asked: { payload: Payload; user: TypedUser; steps: Steps }, input: Input): Promise<Outcome<Run<Result>>>
}

type Plain<Input, Result> = Pick<Action<Input, Result>, 'name' | 'input'> & {
  /** May be called several times (retries): side effects only through `req` and `session`. */
  run(context: ActionContext, input: Input): Promise<Outcome<Result>>
}

export function defineAction<Input, Result>({ name, input, run }: Plain<Input, Result>): Action<Input, Result> {
  return { name, input, begin: async (_, given) => ({ ok: true, result: (context) => run(context, given) }) }
}

type Prepared<Input, Result, Ready> = Pick<Action<Input, Result>, 'name' | 'input'> & {
  /**
   * Long work, done once before the transaction, which may last a minute at most and is retried after a conflict. It
   * writes no document, and checks whether the person may act; `run` checks again.
   */
  prepare(context: Omit<ActionContext, 'session' | 'now'>, input: Input): Promise<Outcome<Ready>>
  run(context: ActionContext, input: Input, ready: Ready): Promise<Outcome<Result>>
}

export function definePreparedAction<Input, Result, Ready>({
  name,
  input,
  prepare,
  run,
}: Prepared<Input, Result, Ready>): Action<Input, Result> {
  return {
    name,
    input,
    async begin({ payload, user, steps }, given) {
      const req = await createLocalReq({ user }, payload)
      const ready = await prepare({ payload, req, actor: await admittedActor(req), steps }, given)
      return ready.ok ? { ok: true, result: (context) => run(context, given, ready.result) } : ready
    },
  }
}
