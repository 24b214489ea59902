/**
 * At which level to cut a document: the one that somebody asked for, else as the last import was cut, so that the same
 * document gives the same sections. `automatic` finds it out anew.
 */
export function levelsToCut({
  asked,
  last,
}: {
  asked: number | 'automatic' | undefined
  /** The level of the last import; null where none is known. */
  last: number | null
}): { level?: number; lastLevel?: number } {
  if (typeof asked === 'number') return { level: asked }
  return asked === undefined && last !== null ? { lastLevel: last } : {}
}
