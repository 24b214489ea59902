import { Semaphore } from 'async-mutex'

/**
 * Node has four threads for this work and for files and zip; readers of the site need the others, and the processor.
 */
const AT_ONCE = 2
/** Less than a second of waiting, or some seconds with older passwords; whoever comes later is told to try again. */
const STRANGERS_WAITING = 20

const places = new Semaphore(AT_ONCE)
/** All account events form one chain of records: simultaneous writers would conflict there and start again. */
const records = new Semaphore(1)
let strangers = 0

/** Are so many strangers waiting that the next one must be told to try again? Call it directly before `inTurn`. */
export function isCrowded(): boolean {
  return strangers >= STRANGERS_WAITING + AT_ONCE
}

/**
 * Works with a password when it is its turn. A sign-in from an unknown browser is a stranger's and waits behind
 * everybody else: however many strangers there are, people who work here can sign in and change their passwords.
 */
export function inTurn<Result>(work: () => Promise<Result>, { isStranger = false } = {}): Promise<Result> {
  return turnIn({ queue: places, work, isStranger })
}

/** Records the result of a sign-in when it is its turn, in the same order. Several servers can still conflict. */
export function recordInTurn<Result>(work: () => Promise<Result>, { isStranger = false } = {}): Promise<Result> {
  return turnIn({ queue: records, work, isStranger })
}

type Turn<Result> = { queue: Semaphore; work: () => Promise<Result>; isStranger: boolean }

async function turnIn<Result>({ queue, work, isStranger }: Turn<Result>): Promise<Result> {
  if (isStranger) strangers += 1
  try {
    return await queue.runExclusive(work, 1, isStranger ? 0 : 1)
  } finally {
    if (isStranger) strangers -= 1
  }
}
