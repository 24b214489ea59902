import type { SectionBecame } from '@/domain/became'
import type { ManifestEntry } from '@/domain/release'

/** A section in one of two releases: its entry. */
export type Pinned = { entry: ManifestEntry }
/** What became of a section from one release to the next. */
export type ReleaseChange = SectionBecame<Pinned>
