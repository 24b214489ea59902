import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { isSameField } from '@/domain/sameText'
import type { Edition } from './editions'
import { loadVariantSectionRevisionAfter, loadVariantSectionRevisions } from './revisions'

const TEXTS = ['title', 'summary', 'body', 'addition'] as const

/**
 * Whose words come into the open edition with an earlier text of a section, in these languages: all who have changed its words
 * until that revision, since nobody can tell whose of them are left. Nobody's where the text stood in the edition before:
 * what an edition begins with was approved, and who writes in it is known.
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
  const writers = revisions.flatMap(({ by, document: after }, index) => {
    const before = revisions[index + 1]?.document
    return by && (!before || saysOtherwise({ before, after, languages })) ? [by] : []
  })
  return [...new Set(writers)]
}

function saysOtherwise({
  before,
  after,
  languages,
}: {
  before: VariantSection
  after: VariantSection
  languages: readonly Language[]
}): boolean {
  const isRewritten = languages.some((one) =>
    TEXTS.some((field) => !isSameField(before[field][one], after[field][one])),
  )
  // The reasons come back with the text, in all languages.
  const isExplained = LANGUAGES.some((one) => !isSameField(before.explanation[one], after.explanation[one]))
  return isRewritten || isExplained || before.sources !== after.sources
}
