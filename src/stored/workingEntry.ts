import type { ManifestEntry } from '@/domain/release'
import type { WorkingSection } from './sections'

type Placed = Pick<WorkingSection, 'slug' | 'parent' | 'rank'> & { key: string }

/** A section of the common framework in the manifest of a release. */
export function workingEntry({ key, slug, parent, rank }: Placed, blob: string): ManifestEntry {
  return { key, slug, parent, rank, mode: 'inherit', blob, provenance: {} }
}
