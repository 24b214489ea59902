import { Semaphore } from 'async-mutex'

/** The largest pictures take some seconds each; later ones are refused and can be sent again. */
const MOST_WAITING = 8

const places = new Semaphore(1)
let here = 0

/** Are so many pictures waiting that the next one must be refused? Call it directly before `inTurn`. */
export function isCrowded(): boolean {
  return here > MOST_WAITING
}

/**
 * Draws a picture when it is its turn, one after the other: a large one takes a processor for seconds, and one of
 * Node's four threads, which passwords, files and readers' pages need too.
 */
export async function inTurn<Result>(draw: () => Promise<Result>): Promise<Result> {
  here += 1
  try {
    return await places.runExclusive(draw)
  } finally {
    here -= 1
  }
}
