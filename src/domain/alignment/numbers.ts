/** Numbers for keys: equal keys, equal numbers. All sequences that are compared with each other need the same one. */
export type Numbers<Key = string> = (key: Key) => number

/** Counts from 0 in the order in which keys are first seen. */
export function numbers<Key = string>(): Numbers<Key> {
  const known = new Map<Key, number>()
  return (key) => {
    const number = known.get(key)
    if (number !== undefined) return number
    known.set(key, known.size)
    return known.size - 1
  }
}
