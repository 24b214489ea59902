import type { PayloadRequest } from 'payload'
import { isSameSet } from '@/domain/became'
import type { Release } from '@/domain/release'
import type { Edition } from './editions'
import { aboutNow } from './releaseFacts'
import { isSameRelease } from './releaseState'
import type { ResolvedVariant } from './resolveVariant'
import type { Variant } from './variants'

/**
 * The number of the release in use, if an edition that is being written would publish the same again: the same texts
 * in the same languages, on the same release of the common framework, with the same words about the toolkit and the
 * country. Null if it would publish something else. Withdrawn text can be published again unchanged.
 */
export async function unchangedSince({
  edition,
  ...text
}: WorkingText & { edition: Pick<Edition, 'state'> }): Promise<string | null> {
  const isWritten = edition.state === 'draft' || edition.state === 'changes-requested'
  return isWritten ? sameAsInUse(text) : null
}

type WorkingText = {
  req: PayloadRequest
  variant: Variant
  resolved: ResolvedVariant
  /** The release that readers of the country have now. */
  inUse: Release | null
}

/** The number of the release in use, if the working text is the same in everything that would be published. */
export async function sameAsInUse({ req, variant, resolved, inUse }: WorkingText): Promise<string | null> {
  if (!inUse || inUse.baseline?.release !== resolved.baseline.id) return null
  if (!isSameSet(inUse.languages, variant.languages)) return null
  const about = await aboutNow({ req, toolkit: variant.toolkit, country: variant.country })
  const manifest = resolved.sections.map(({ entry }) => entry)
  return isSameRelease({ release: inUse, manifest, about }) ? inUse.version : null
}
