import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { BaseSection, VariantSection } from '@/domain/resolve'
import { differsAt, type Place, placesShownAnew } from '@/domain/shownAnew'
import type { Edition } from './editions'
import { loadVariantSectionRevisions, type Revision } from './revisions'
import type { StoredVariantSection } from './variants'

/**
 * Whose words come into the open edition with a write, beside those of the person who writes: of what readers get after it
 * and got neither before it nor when the edition began, and which was stored (hidden until now, or in an earlier text that is
 * brought back). That is everyone who has changed it at these places until then, since nobody can tell whose words are left.
 * Nobody where readers got it before: it was approved, or who wrote it is known. Histories are read only where something
 * comes out.
 */
export async function writersShownAnew({
  req,
  base,
  languages,
  own,
  next,
  earlier,
  edition,
}: {
  req: PayloadRequest
  /** The section of the common framework; null for one that only the country has. */
  base: BaseSection | null
  /** Those of the national version. */
  languages: readonly Language[]
  own: StoredVariantSection
  /** What the write makes of it. */
  next: VariantSection
  /** The earlier text that words are taken from; null where none is brought back. */
  earlier: StoredVariantSection | null
  /** The newest of the variant. */
  edition: Edition | null
}): Promise<string[]> {
  const sources = earlier ? [own, earlier] : [own]
  const placesOf = (from: StoredVariantSection, known: readonly VariantSection[]) =>
    placesShownAnew({ base, languages, own, next, from, known })
  if (sources.every((from) => placesOf(from, []).length === 0)) return []
  const revisions = await loadVariantSectionRevisions({ req, id: own.id, upTo: own.rev, limit: 0 })
  const openedAt = edition && edition.state !== 'published' ? edition.openedAt : null
  const opening = openedAt === null ? undefined : revisions.find(({ at }) => at < openedAt)
  const known = opening ? [opening.document] : []
  const writers = sources.flatMap((from) => {
    const until = revisions.filter(({ rev }) => rev <= from.rev)
    return writersAt({ revisions: until, places: placesOf(from, known) })
  })
  return [...new Set(writers)]
}

/** Everyone who has changed what is stored at these places, in these revisions, which are all until then, newest first. */
function writersAt({
  revisions,
  places,
}: {
  revisions: readonly Revision<VariantSection>[]
  places: readonly Place[]
}): string[] {
  return revisions.flatMap(({ by, document: after }, index) => {
    const before = revisions[index + 1]?.document
    return by && places.some((place) => differsAt(place, before, after)) ? [by] : []
  })
}
