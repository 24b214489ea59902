import { contentHash } from './contentHash'

/** Identifies the state of working text: a decision based on a preview is refused if the state has changed by then. */
export function stateOf(sections: readonly { id: string; rev: number }[]): string {
  return contentHash(sections.map(({ id, rev }) => [id, rev]).sort())
}
