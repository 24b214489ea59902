import type { PayloadRequest } from 'payload'
import type { Release } from '@/domain/release'
import { type Standing, standingOf, withdrawalOf } from '@/domain/standing'
import { type Edition, newestEdition } from '@/stored/editions'
import { commonStanding, commonWithdrawals, releasesOf } from '@/stored/releases'
import { type ResolvedVariant, resolveVariant } from '@/stored/resolveVariant'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import type { Variant } from '@/stored/variants'

/** A national version with everything that the screens say about it. Nothing of it is stored as such. */
export type VersionState = {
  variant: Variant
  toolkit: Toolkit
  resolved: ResolvedVariant
  /** The newest edition, published or not. */
  edition: Edition | null
  /** Newest first, withdrawals too. */
  releases: Release[]
  /** The newest release with text; null before the first. */
  lastRelease: Release | null
  /** Is the newest publication a withdrawal? */
  withdrawn: boolean
  common: Standing
  /** Is the release of the common framework withdrawn that the version is based on? There may be a newer one in use. */
  isBasisWithdrawn: boolean
  /** A release of the common framework that is in use and newer than the one the version is based on. */
  newerCommon: Release | null
}

export async function loadVersionState({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: Variant
}): Promise<VersionState | null> {
  const line = { req, toolkit: variant.toolkit, country: variant.country }
  const toolkit = await loadToolkitById({ req, id: variant.toolkit })
  if (!toolkit) return null
  const resolved = await resolveVariant({ req, variant })
  const releases = await releasesOf(line)
  const { lastText, withdrawal } = standingOf(releases)
  const common = await commonStanding(line)
  const isBasisWithdrawn = withdrawalOf(resolved.baseline, await commonWithdrawals(line)) !== undefined
  return {
    variant,
    toolkit,
    resolved,
    edition: await newestEdition({ req, variant: variant.id }),
    releases,
    lastRelease: lastText,
    withdrawn: withdrawal !== null,
    common,
    isBasisWithdrawn,
    newerCommon: common.inUse && common.inUse.seq > resolved.baseline.seq ? common.inUse : null,
  }
}
