import type { PayloadRequest } from 'payload'
import { OWN_FIELDS } from '@/domain/bringBack'
import { LANGUAGES, type Language } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { isSameField } from '@/domain/sameText'
import type { Mode, SectionContent } from '@/domain/section'
import { languagesShownAnew } from '@/domain/shownAnew'
import type { Edition } from './editions'
import { loadVariantSectionRevisionAfter, loadVariantSectionRevisions, type Revision } from './revisions'
import type { StoredVariantSection } from './variants'

/**
 * Everyone whose words may come into the open edition with an earlier text of a section, in these languages: all who have
 * changed its words until that revision, since nobody can tell whose of them are left. Nobody where the text stood in the
 * edition before: what an edition begins with was approved, and who writes in it is known.
 */
export async function textWriters({
  req,
  id,
  rev,
  languages,
  edition,
}: {
  req: PayloadRequest
  id: string
  rev: number
  languages: readonly Language[]
  /** The newest of the variant. */
  edition: Edition | null
}): Promise<string[]> {
  if (edition && edition.state !== 'published') {
    const next = await loadVariantSectionRevisionAfter({ req, id, rev })
    if (!next || next.at >= edition.openedAt) return []
  }
  const revisions = await loadVariantSectionRevisions({ req, id, upTo: rev, limit: 0 })
  return writersIn({ revisions, languages, reasons: 'count' })
}

/**
 * Whose words come into the open edition where a country only chooses to do something else with a section: what it had
 * written stays stored while it is not shown, and nobody approves what nobody sees. Nobody's where readers got those words
 * before, or the edition began with them.
 */
export async function writersShownAnew({
  req,
  common,
  own,
  mode,
  edition,
}: {
  req: PayloadRequest
  /** The section of the common framework; null for one that only the country has. */
  common: SectionContent | null
  own: StoredVariantSection
  mode: Mode
  /** The newest of the variant. */
  edition: Edition | null
}): Promise<string[]> {
  if (languagesShownAnew({ common, own, mode, known: [own] }).length === 0) return []
  const revisions = await loadVariantSectionRevisions({ req, id: own.id, upTo: own.rev, limit: 0 })
  const openedAt = edition && edition.state !== 'published' ? edition.openedAt : null
  const opening = openedAt === null ? undefined : revisions.find(({ at }) => at < openedAt)
  const known = opening ? [own, opening.document] : [own]
  // The reasons go with the choice before.
  return writersIn({ revisions, languages: languagesShownAnew({ common, own, mode, known }), reasons: 'are gone' })
}

/** Everyone who may have written words that are left in the last of these revisions, which are all until then, newest first. */
function writersIn({
  revisions,
  languages,
  reasons,
}: {
  revisions: readonly Revision<VariantSection>[]
  languages: readonly Language[]
  reasons: 'count' | 'are gone'
}): string[] {
  if (languages.length === 0) return []
  const writers = revisions.flatMap(({ by, document: after }, index) => {
    const before = revisions[index + 1]?.document
    return by && saysOtherwise({ before, after, languages, reasons }) ? [by] : []
  })
  return [...new Set(writers)]
}

function saysOtherwise({
  before,
  after,
  languages,
  reasons,
}: {
  /** Undefined where nothing was stored. */
  before: VariantSection | undefined
  after: VariantSection
  languages: readonly Language[]
  reasons: 'count' | 'are gone'
}): boolean {
  const isRewritten = languages.some((one) =>
    OWN_FIELDS.some((field) => !isSameField(before?.[field][one], after[field][one])),
  )
  if (reasons === 'are gone') return isRewritten
  // They come back with the text, in all languages.
  const isExplained = LANGUAGES.some((one) => !isSameField(before?.explanation[one], after.explanation[one]))
  return isRewritten || isExplained || (before?.sources ?? '') !== after.sources
}
