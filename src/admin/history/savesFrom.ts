import type { Revision } from '@/stored/revisions'

/** Revisions from `upTo` (the newest) backwards, at most `limit`, newest first. */
export type LoadRevisions<Document> = (asked: { upTo?: number; limit: number }) => Promise<Revision<Document>[]>

/**
 * The saves by their place before the newest of `newest`; null for one that is not kept. Most questions need no more
 * than those that are read already: older ones are read when one is asked for.
 */
export function savesFrom<Document>({
  newest,
  load,
}: {
  newest: readonly Revision<Document>[]
  load: LoadRevisions<Document>
}): (index: number) => Promise<Revision<Document> | null> {
  const read = [...newest]
  let isAll = false
  return async (index) => {
    while (read.length <= index && !isAll) {
      const oldest = read.at(-1)
      const more = oldest ? await load({ upTo: oldest.rev - 1, limit: MORE }) : []
      isAll = more.length < MORE
      read.push(...more)
    }
    return read[index] ?? null
  }
}

/** How many older saves are read at once. */
const MORE = 5
