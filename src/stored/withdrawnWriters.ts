import { withdrawnSince } from '@/domain/standing'
import { loadEdition } from './editions'
import { type Line, releaseLine } from './releases'

/**
 * Who took part in what a country published and withdrew since its last release that holds: their words come to readers anew with the
 * next one, as if never approved, and they do not approve them.
 */
export async function withdrawnWriters(line: Line): Promise<string[]> {
  const writers: string[] = []
  for (const { edition: id } of withdrawnSince(await releaseLine(line))) {
    const edition = id === null ? null : await loadEdition({ req: line.req, id })
    writers.push(...(edition?.contributors ?? []))
  }
  return writers
}
