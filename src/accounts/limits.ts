import type { Payload } from 'payload'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import { database, LIMITS } from './stores'

const QUARTER_OF_AN_HOUR = 15 * 60

/**
 * The number of attempts in a quarter of an hour. They are counted in the database, so they apply across all servers,
 * and expire by themselves. `stranger`: at one account from unknown browsers; `browser`: from one known browser;
 * `account`: from all known browsers together; `address`: from one address, at any accounts (an office behind one
 * address is many people); `password`: wrong current passwords of a person who is signed in; `proof`: all current
 * passwords that they give, because each takes processor time that others wait for; `link`: links that are asked for one
 * account; `asking`: links that are asked for from one address.
 */
const TRIES = {
  stranger: 10,
  browser: 10,
  account: 30,
  address: 100,
  password: 10,
  proof: 30,
  link: 3,
  asking: 30,
} as const
export type Limit = keyof typeof TRIES

/** Null: one attempt was counted. Otherwise how long to wait, and whether this is the first one over the limit. */
export type Taken = { retryAfterMs: number; isFirst: boolean } | null

/** Counts one attempt before it is made, so that simultaneous attempts cannot exceed the limit. */
export async function takeTry({ payload, limit, key }: Given): Promise<Taken> {
  try {
    await limiterFor({ payload, limit }).consume(key)
    return null
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return { retryAfterMs: error.msBeforeNext, isFirst: error.consumedPoints === TRIES[limit] + 1 }
  }
}

/** Returns the attempt of a person who was right. */
export async function giveBack({ payload, limit, key }: Given): Promise<void> {
  await limiterFor({ payload, limit }).reward(key)
}

/** Resets all attempts under this key. */
export async function forgetTries({ payload, limit, key }: Given): Promise<void> {
  await limiterFor({ payload, limit }).delete(key)
}

type Given = { payload: Payload; limit: Limit; key: string }

const limiters = new WeakMap<Payload, Map<Limit, RateLimiterMongo>>()

function limiterFor({ payload, limit }: { payload: Payload; limit: Limit }): RateLimiterMongo {
  const known = limiters.get(payload) ?? new Map<Limit, RateLimiterMongo>()
  limiters.set(payload, known)
  const limiter =
    known.get(limit) ??
    new RateLimiterMongo({
      storeClient: database(payload),
      storeType: 'db',
      tableName: LIMITS,
      // src/accounts/stores.ts creates them, and the start waits for it.
      disableIndexesCreation: true,
      keyPrefix: limit,
      points: TRIES[limit],
      duration: QUARTER_OF_AN_HOUR,
    })
  known.set(limit, limiter)
  return limiter
}
