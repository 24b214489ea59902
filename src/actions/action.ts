import type { ClientSession } from 'mongodb'
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import type { ZodType } from 'zod'
import type { Actor } from '@/domain/actor'
import type { Outcome } from '@/domain/refusal'
import { admittedActor } from './admittedActor'

/** What an action works with: one transaction, one person, one moment. */
export type ActionContext = {
  payload: Payload
  /** Carries the person and the transaction; hand it on in every nested call, with `overrideAccess: false`. */
  req: PayloadRequest
  session: ClientSession
  actor: Actor
  /** When the action began, ISO 8601. */
  now: string
  steps: Steps
}

/** What an action that takes long says of how far it is, and whether the person has stopped it. */
export type Steps = { signal?: AbortSignal; onProgress?: (progress: { done: number; of: number }) => void }

/** What is done in the transaction, once or, where it collides with another, several times. */
type Run<Result> = (context: ActionContext) => Promise<Outcome<Result>>

/**
 * One thing that a person can do. Actions are the only code that writes content; each runs in one transaction that
 * commits when it says ok and leaves nothing otherwise.
 */
export type Action<Input, Result> = {
  name: string
  input: ZodType<Input>
  /** Before the transaction: gives what runs in it, or the no; some noes are thrown (`Refused`). */
  begin(asked: { payload: Payload; user: TypedUser; steps: Steps }, input: Input): Promise<Outcome<Run<Result>>>
}

type Plain<Input, Result> = Pick<Action<Input, Result>, 'name' | 'input'> & {
  /** May be called several times (retries): no side effects but through `req` and `session`. */
  run(context: ActionContext, input: Input): Promise<Outcome<Result>>
}

export function defineAction<Input, Result>({ name, input, run }: Plain<Input, Result>): Action<Input, Result> {
  return { name, input, begin: async (_, given) => ({ ok: true, result: (context) => run(context, given) }) }
}

type Prepared<Input, Result, Ready> = Pick<Action<Input, Result>, 'name' | 'input'> & {
  /**
   * What takes long, done once before the transaction, which may last a minute at most and is tried again where it collides. It
   * writes no document, and asks whether the person may; `run` asks again.
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
