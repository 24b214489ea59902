import type { Departure } from './change'

/** What left from in front of the block at a place, for every place; see `Departure`. */
export function departuresAt(departed: Departure[]): (at: number) => Departure[] {
  const places = new Map<number, Departure[]>()
  for (const departure of departed) {
    const known = places.get(departure.at)
    if (known) known.push(departure)
    else places.set(departure.at, [departure])
  }
  return (at) => places.get(at) ?? []
}
