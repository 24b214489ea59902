import { grouped } from '../grouped'
import type { MoveSource } from './change'

/** The former places before each block, by the index of the block; see `MoveSource`. */
export function moveSourcesAt(moveSources: MoveSource[]): (at: number) => MoveSource[] {
  const places = grouped(moveSources, ({ at }) => at)
  return (at) => places.get(at) ?? []
}
