import { grouped } from '../grouped'
import type { MoveSource } from './change'

/** What left from in front of the block at a place, for every place; see `MoveSource`. */
export function moveSourcesAt(moveSources: MoveSource[]): (at: number) => MoveSource[] {
  const places = grouped(moveSources, ({ at }) => at)
  return (at) => places.get(at) ?? []
}
