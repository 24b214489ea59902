import { withdrawnSince } from '@/domain/standing'
import { loadEdition } from './editions'
import { type Line, releaseHeads } from './releases'

/**
 * The authors of what a country published and withdrew since its last valid release: readers get their words again with
 * the next one, as if never approved, so they may not approve them.
 */
export async function withdrawnWriters(line: Line): Promise<string[]> {
  const writers: string[] = []
  for (const { edition: id } of withdrawnSince(await releaseHeads(line))) {
    const edition = id === undefined ? null : await loadEdition({ req: line.req, id })
    writers.push(...(edition?.contributors ?? []))
  }
  return writers
}
