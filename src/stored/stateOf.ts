import { contentHash } from './contentHash'
import type { WorkingSection } from './sections'

/** Stands for the state of working text: what was decided on a look at it is refused when it is another by then. */
export function stateOf(sections: WorkingSection[]): string {
  return contentHash(sections.map(({ id, rev }) => [id, rev]).sort())
}
