/**
 * The level at which to cut a document: the requested one, else that of the last import, so that the same document
 * gives the same sections. `automatic` determines it again.
 */
export function levelsToCut({
  asked,
  last,
}: {
  asked: number | 'automatic' | undefined
  /** The level of the last import; null if none is known. */
  last: number | null
}): { level?: number; lastLevel?: number } {
  if (typeof asked === 'number') return { level: asked }
  return asked === undefined && last !== null ? { lastLevel: last } : {}
}
