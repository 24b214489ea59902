import type { SectionBecame } from '@/domain/became'
import type { ManifestEntry, PlacedSection } from '@/domain/release'
import type { ReadContents } from '@/stored/blobs'
import { contentIn } from './contentIn'

/** A section in one of two releases: its entry. */
export type Pinned = { entry: ManifestEntry }
/** What became of a section from one release to the next. */
export type ReleaseChange = SectionBecame<Pinned>

/** The hashes of both texts of a changed section. */
export function blobsOf({ was, is }: ReleaseChange): string[] {
  return [was, is].flatMap((one) => one?.entry.blob ?? [])
}

/** A changed section with both of its texts. Throws if one of them is not among the contents, or cannot be read. */
export function placedChange(change: ReleaseChange, contents: ReadContents): SectionBecame<PlacedSection> {
  const placed = ({ entry }: Pinned): PlacedSection => ({ entry, content: contentIn(contents, entry.blob) })
  return {
    ...change,
    was: change.was && placed(change.was),
    is: change.is && placed(change.is),
    section: placed(change.section),
  }
}
