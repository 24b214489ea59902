import type { Payload } from 'payload'
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import { database, LIMITS } from './stores'

const QUARTER_OF_AN_HOUR = 15 * 60

/**
 * How many tries there are in a quarter of an hour. Counted in the database: they hold over all servers, and end by
 * themselves. `stranger`: of one account from browsers that it does not know; `browser`: from one that it knows; `account`: from all
 * that it knows together; `address`: from one place, whatever the accounts (an office behind one address is many people);
 * `password`: wrong current passwords of somebody who is signed in; `proof`: all that they give, since each takes the processor for a
 * while, before those who sign in.
 */
const TRIES = { stranger: 10, browser: 10, account: 30, address: 100, password: 10, proof: 30 } as const
export type Limit = keyof typeof TRIES

/** Null: one try was taken. Else how long to wait, and whether this is the first that was one too many. */
export type Taken = { retryAfterMs: number; isFirst: boolean } | null

/** Takes one try before it is made, so that many at the same moment are not more than the limit. */
export async function takeTry({ payload, limit, key }: Given): Promise<Taken> {
  try {
    await limiterFor({ payload, limit }).consume(key)
    return null
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    return { retryAfterMs: error.msBeforeNext, isFirst: error.consumedPoints === TRIES[limit] + 1 }
  }
}

/** Gives back the try of somebody who was right. */
export async function giveBack({ payload, limit, key }: Given): Promise<void> {
  await limiterFor({ payload, limit }).reward(key)
}

/** Forgets all tries under this key. */
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
      // src/accounts/stores.ts makes them, and the boot waits for it.
      disableIndexesCreation: true,
      keyPrefix: limit,
      points: TRIES[limit],
      duration: QUARTER_OF_AN_HOUR,
    })
  known.set(limit, limiter)
  return limiter
}
