import type { PayloadRequest } from 'payload'
import type { ByLanguage } from '@/domain/language'
import { sectionOfDecision } from '@/domain/workingCopyOf'
import { loadBaseOf, loadContents } from './commonBase'
import { commonStanding } from './releases'
import { loadVariantSection, type Variant } from './variants'

/**
 * The titles of the section in which somebody has unsaved work; null if it is not there. A section that a release brings is
 * in no version before somebody decides on it, so a decision can also be about a section of the newest release.
 */
export async function loadSectionWorkedOn({
  req,
  variant,
  name,
}: {
  req: PayloadRequest
  variant: Variant
  /** The name under which the work is kept. */
  name: string
}): Promise<{ title: ByLanguage<string> } | null> {
  const decided = sectionOfDecision(name)
  const key = decided ?? name
  const own = await loadVariantSection({ req, variant: variant.id, key })
  const base = await loadBaseOf({ req, variant, key, own })
  if (own || base) return { title: { ...base?.content.title, ...own?.title } }
  return decided === null ? null : loadOffered({ req, toolkit: variant.toolkit, key })
}

/** A section of the newest release. */
async function loadOffered({ req, toolkit, key }: { req: PayloadRequest; toolkit: string; key: string }) {
  const { inUse } = await commonStanding({ req, toolkit })
  const entry = inUse?.manifest.find((one) => one.key === key)
  return entry ? (await loadContents({ req, entries: [{ entry }] }))(entry) : null
}
