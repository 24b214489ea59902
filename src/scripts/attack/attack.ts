import type { Ground } from './ground'

export type AttackOptions = {
  /** Fewer of everything, so that all attacks together end within a few minutes, and nothing depends on how fast the machine is. */
  short: boolean
  /** Numbers in [0, 1), the same in each run with the same seed. */
  random: () => number
}

/** `broken` says of each attempt that got through what was done and what happened: one line each. */
export type AttackResult = { tried: number; held: number; broken: string[] }

/**
 * Tries something forbidden in many ways on the running application. It may write to the database of the ground as it
 * likes, but leaves the people able to sign in. It throws only where it could not try at all.
 */
export type Attack = (ground: Ground, options: AttackOptions) => Promise<AttackResult>

/** Counts attempts. */
export type Tally = {
  /** One attempt; `what` is read where it did not hold. */
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

/** Runs `work` for each of these, so many at a time. */
export async function inParallel<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
}

/** One of these by chance; throws where there is none. */
export function pick<T>(all: readonly T[], random: () => number): T {
  const [one] = someOf(all, 1, random)
  if (one === undefined) throw new Error('There is nothing to choose from')
  return one
}

/** `count` of these by chance, each once; all of them where there are fewer. */
export function someOf<T>(all: readonly T[], count: number, random: () => number): T[] {
  const left = [...all]
  const chosen: T[] = []
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(Math.floor(random() * left.length), 1))
  return chosen
}
