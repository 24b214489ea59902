import { grouped } from '../grouped'
import type { Departure } from './change'

/** What left from in front of the block at a place, for every place; see `Departure`. */
export function departuresAt(departed: Departure[]): (at: number) => Departure[] {
  const places = grouped(departed, ({ at }) => at)
  return (at) => places.get(at) ?? []
}
