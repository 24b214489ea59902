import type { PayloadRequest } from 'payload'
import type { Release } from '@/domain/release'
import type { VariantSection } from '@/domain/resolve'
import { type Standing, standingOf, withdrawalOf } from '@/domain/standing'
import { commonHeads, loadFollowed } from '@/stored/commonBase'
import { type Edition, newestEditionState } from '@/stored/editions'
import type { ReleaseHead } from '@/stored/release'
import { releaseHeads } from '@/stored/releases'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import type { Variant } from '@/stored/variants'

/** A national version with what the screens of one section say about it, without any text. */
export type VersionHead = {
  variant: Variant
  toolkit: Toolkit
  /** The release of the common framework on which the section stands. */
  baseline: ReleaseHead
  /** All publications of the common framework, newest first. */
  heads: ReleaseHead[]
  /** The newest edition, published or not. */
  edition: Pick<Edition, 'number' | 'state'> | null
} & Published<ReleaseHead> &
  OnCommon<ReleaseHead>

/** What a country has published. */
export type Published<Some> = {
  /** Newest first, including withdrawals. */
  releases: Some[]
  /** The newest release with text; null before the first. */
  lastRelease: Some | null
  /** Is the newest publication a withdrawal? */
  withdrawn: boolean
}

/** How the common framework stands, compared with the release of it that a version is based on. */
export type OnCommon<Some extends Listed> = {
  common: Standing<Some>
  /** Is the release of the common framework that the version is based on withdrawn? A newer one may be in use. */
  isBasisWithdrawn: boolean
  /** A release of the common framework that is in use and newer than the one the version is based on. */
  newerCommon: Some | null
}

type Listed = Pick<Release, 'kind' | 'seq' | 'version'>

/** Loads it with the person's request; null if the toolkit is not for this person. */
export async function loadVersionHead({
  req,
  variant,
  key,
  own,
}: {
  req: PayloadRequest
  variant: Variant
  /** The section. */
  key: string
  /** What the country stored for its sections, without their texts. */
  own: readonly Pick<VariantSection, 'key' | 'mode' | 'baseline'>[]
}): Promise<VersionHead | null> {
  const [toolkit, heads, releases, edition] = await Promise.all([
    loadToolkitById({ req, id: variant.toolkit }),
    commonHeads({ req, toolkit: variant.toolkit }),
    releaseHeads({ req, toolkit: variant.toolkit, country: variant.country }),
    newestEditionState({ req, variant: variant.id }),
  ])
  if (!toolkit) return null
  const { follows, behind, ahead } = await loadFollowed({ req, variant, own, heads })
  const baseline = [...behind, ...ahead].find(({ keys }) => keys.includes(key))?.release ?? follows
  const common = standingOf(heads)
  return {
    ...{ variant, toolkit, baseline, heads, edition },
    ...publishedOf(releases),
    ...onCommon({ baseline, common, withdrawals: heads }),
  }
}

/** What these releases of a country, newest first, say about its version. */
export function publishedOf<Some extends Listed>(releases: Some[]): Published<Some> {
  const { lastText, withdrawal } = standingOf(releases)
  return { releases, lastRelease: lastText, withdrawn: withdrawal !== null }
}

/** `withdrawals` are those of the common framework; releases among them do not count. */
export function onCommon<Some extends Listed>({
  baseline,
  common,
  withdrawals,
}: {
  baseline: Pick<Release, 'seq' | 'version'>
  common: Standing<Some>
  withdrawals: readonly Listed[]
}): OnCommon<Some> {
  return {
    common,
    isBasisWithdrawn: withdrawalOf(baseline, withdrawals) !== undefined,
    newerCommon: common.inUse && common.inUse.seq > baseline.seq ? common.inUse : null,
  }
}
