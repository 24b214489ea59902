import { randomFrom, shuffled } from '../random'

/** Repeatable choices: the same seed makes the same ones. */
export type Draw = ReturnType<typeof drawFrom>

export function drawFrom(seed: number) {
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  return {
    below,
    chance: (share: number): boolean => random() < share,
    /** One of these values; throws if there is none. */
    one<Value>(values: readonly Value[]): Value {
      const drawn = values[below(values.length)]
      if (drawn === undefined) throw new Error('There is nothing to choose from')
      return drawn
    },
    /** About this share of the values. */
    some: <Value>(values: readonly Value[], share: number): Value[] => values.filter(() => random() < share),
    shuffled: <Value>(values: readonly Value[]): Value[] => shuffled(values, random),
  }
}
