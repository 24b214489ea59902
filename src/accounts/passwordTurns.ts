import { Semaphore } from 'async-mutex'

/** Node has four threads for this work and for files and zip; readers of the site need theirs, and the processor. */
const AT_ONCE = 2
/** Less than a second of waiting, some seconds with passwords of before; whoever comes then is told to come again. */
const STRANGERS_WAITING = 20

const places = new Semaphore(AT_ONCE)
/** All that happens to accounts is one line of records: who comes at the same moment would meet there and begin anew. */
const records = new Semaphore(1)
let strangers = 0

/** Do so many strangers wait that a further one is to be told to come again? Ask it right before `inTurn`. */
export function isCrowded(): boolean {
  return strangers >= STRANGERS_WAITING + AT_ONCE
}

/**
 * Does work with a password when it is its turn. Who signs in from a browser that nobody knows is a stranger and waits
 * behind everybody else: however many they are, people who work here go on signing in and changing their passwords.
 */
export function inTurn<Result>(work: () => Promise<Result>, { isStranger = false } = {}): Promise<Result> {
  return turnIn({ queue: places, work, isStranger })
}

/** Records what came of a sign-in when it is its turn, in the same order. On several servers they can still meet. */
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
