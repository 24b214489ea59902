import { contentHash } from './contentHash'

/** Stands for the state of working text: what was decided on a look at it is refused when it is another by then. */
export function stateOf(sections: readonly { id: string; rev: number }[]): string {
  return contentHash(sections.map(({ id, rev }) => [id, rev]).sort())
}
