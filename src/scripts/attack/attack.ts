import type { Ground } from './ground'

export type AttackOptions = {
  /**
   * Fewer of everything, so that all attacks together end within a few minutes, and nothing depends on the speed of the
   * machine.
   */
  short: boolean
  /** Numbers in [0, 1), the same in each run with the same seed. */
  random: () => number
}

/** For each attempt that got through, `broken` has one line with what was done and what happened. */
export type AttackResult = { tried: number; held: number; broken: string[] }

/**
 * Tries something forbidden in many ways on the running application. It may write anything to the database of the
 * ground, but people must still be able to sign in. It throws only if it could not try at all.
 */
export type Attack = (ground: Ground, options: AttackOptions) => Promise<AttackResult>

/** Counts attempts. */
export type Tally = {
  /** One attempt; `what` is evaluated if it got through. */
  note: (held: boolean, what: string) => void
  result: () => AttackResult
}

export function tally(): Tally {
  let tried = 0
  const broken: string[] = []
  return {
    note(held, what) {
      tried += 1
      if (!held) broken.push(what)
    },
    result: () => ({ tried, held: tried - broken.length, broken }),
  }
}

/** Runs `work` for each of these, this many at a time. */
export async function inParallel<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
}

/** A random one of these; throws if there is none. */
export function pick<T>(all: readonly T[], random: () => number): T {
  const [one] = someOf(all, 1, random)
  if (one === undefined) throw new Error('There is nothing to choose from')
  return one
}

/** `count` random ones of these, each once; all of them if there are fewer. */
export function someOf<T>(all: readonly T[], count: number, random: () => number): T[] {
  const left = [...all]
  const chosen: T[] = []
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(random() * left.length), 1))
  return chosen
}
