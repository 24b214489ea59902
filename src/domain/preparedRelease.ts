import type { ManifestEntry } from './release'
import type { SectionContent } from './section'

/** What stands for the id of a release that is only prepared. No stored release has it. */
export const PREPARED = 'prepared'

/** The next release of the common framework as it is prepared. Some of its texts are stored nowhere yet. */
export type PreparedRelease = {
  id: typeof PREPARED
  manifest: readonly ManifestEntry[]
  /** By hash, the texts of the sections that it changes. */
  contents: ReadonlyMap<string, SectionContent>
}

/** A release of the common framework, if it is only prepared. */
export function preparedIn(release: { id: string } | PreparedRelease): PreparedRelease | null {
  return 'contents' in release ? release : null
}
