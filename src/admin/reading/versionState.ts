import type { PayloadRequest } from 'payload'
import type { Release } from '@/domain/release'
import { type Standing, standingOf, withdrawalOf } from '@/domain/standing'
import { type Edition, newestEdition } from '@/stored/editions'
import { commonStanding, commonWithdrawals, releasesOf } from '@/stored/releases'
import { type Baseline, loadBaseline, type ResolvedVariant, resolveOn } from '@/stored/resolveVariant'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { loadVariantSections, type Variant } from '@/stored/variants'

/** A national version with everything that the screens show about it. None of it is stored in this form. */
export type VersionState = {
  variant: Variant
  toolkit: Toolkit
  resolved: ResolvedVariant
  /** The newest edition, published or not. */
  edition: Edition | null
  /** Newest first, including withdrawals. */
  releases: Release[]
  /** The newest release with text; null before the first. */
  lastRelease: Release | null
  /** Is the newest publication a withdrawal? */
  withdrawn: boolean
  common: Standing
  /** Is the release of the common framework that the version is based on withdrawn? A newer one may be in use. */
  isBasisWithdrawn: boolean
  /** A release of the common framework that is in use and newer than the one the version is based on. */
  newerCommon: Release | null
}

/** What all national versions of a toolkit are compared with. */
export type CommonState = {
  toolkit: Toolkit
  common: Standing
  /** Every withdrawal of the common framework. */
  withdrawals: Release[]
}

export async function loadCommonState({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: Toolkit
}): Promise<CommonState> {
  const line = { req, toolkit: toolkit.id }
  const [common, withdrawals] = await Promise.all([commonStanding(line), commonWithdrawals(line)])
  return { toolkit, common, withdrawals }
}

export async function loadVersionState({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: Variant
}): Promise<VersionState | null> {
  const toolkit = await loadToolkitById({ req, id: variant.toolkit })
  if (!toolkit) return null
  const [state, baseline] = await Promise.all([
    loadCommonState({ req, toolkit }),
    loadBaseline({ req, id: variant.baseline }),
  ])
  return versionStateOn({ req, variant, state, baseline })
}

/** Several versions, in order, of the toolkits whose state is given: what they share is queried once. */
export async function loadVersionStates({
  req,
  variants,
  states,
}: {
  req: PayloadRequest
  variants: readonly Variant[]
  states: readonly CommonState[]
}): Promise<VersionState[]> {
  const known = variants.flatMap((variant) => {
    const state = states.find(({ toolkit }) => toolkit.id === variant.toolkit)
    return state ? [{ variant, state }] : []
  })
  const ids = [...new Set(known.map(({ variant }) => variant.baseline))]
  const baselines = new Map(await Promise.all(ids.map(async (id) => [id, await loadBaseline({ req, id })] as const)))
  return Promise.all(
    known.flatMap((one) => {
      const baseline = baselines.get(one.variant.baseline)
      return baseline ? [versionStateOn({ req, ...one, baseline })] : []
    }),
  )
}

async function versionStateOn({
  req,
  variant,
  state: { toolkit, common, withdrawals },
  baseline,
}: {
  req: PayloadRequest
  variant: Variant
  state: CommonState
  baseline: Baseline
}): Promise<VersionState> {
  const [own, releases, edition] = await Promise.all([
    loadVariantSections({ req, variant: variant.id }),
    releasesOf({ req, toolkit: variant.toolkit, country: variant.country }),
    newestEdition({ req, variant: variant.id }),
  ])
  const resolved = resolveOn({ variant, baseline, own })
  const { lastText, withdrawal } = standingOf(releases)
  return {
    variant,
    toolkit,
    resolved,
    edition,
    releases,
    lastRelease: lastText,
    withdrawn: withdrawal !== null,
    common,
    isBasisWithdrawn: withdrawalOf(resolved.baseline, withdrawals) !== undefined,
    newerCommon: common.inUse && common.inUse.seq > resolved.baseline.seq ? common.inUse : null,
  }
}
