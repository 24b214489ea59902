import { Semaphore } from 'async-mutex'

/** The largest pictures take some seconds each; who comes then is told to come again. */
const MOST_WAITING = 8

const places = new Semaphore(1)
let here = 0

/** Do so many pictures wait that a further one is to be refused? Ask it right before `inTurn`. */
export function isCrowded(): boolean {
  return here > MOST_WAITING
}

/**
 * Draws a picture when it is its turn, one after the other: a large one takes a processor for seconds, and one of the four threads of
 * Node, which passwords, files and the pages of readers need too.
 */
export async function inTurn<Result>(draw: () => Promise<Result>): Promise<Result> {
  here += 1
  try {
    return await places.runExclusive(draw)
  } finally {
    here -= 1
  }
}
