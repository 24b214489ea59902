import type { ClientSession } from 'mongoose'
import type { Payload, PayloadRequest } from 'payload'
import type { ZodType } from 'zod'
import type { Actor } from '@/domain/actor'
import type { Outcome } from '@/domain/refusal'

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

/**
 * One thing that a person can do. Actions are the only code that writes content; each runs in one transaction that
 * commits when `run` says ok and leaves nothing otherwise. `run` may be called several times (retries): no side effects
 * but through `req` and `session`.
 */
export type Action<Input, Result> = {
  name: string
  input: ZodType<Input>
  run(context: ActionContext, input: Input): Promise<Outcome<Result>>
}

/** Only for the types: an action is a plain value. */
export function defineAction<Input, Result>(action: Action<Input, Result>): Action<Input, Result> {
  return action
}
