import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '@/domain/language'
import type { VariantSection } from '@/domain/resolve'
import { isSameField } from '@/domain/sameText'
import { loadVariantSectionRevisions } from './revisions'

const TEXTS = ['title', 'summary', 'body', 'addition'] as const

/**
 * Who wrote the national text of a section as it was at a revision, in these languages: all who have changed its words until then,
 * since nobody can tell whose of them are left.
 */
export async function textWriters({
  req,
  id,
  rev,
  languages,
}: {
  req: PayloadRequest
  id: string
  rev: number
  languages: readonly Language[]
}): Promise<string[]> {
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
