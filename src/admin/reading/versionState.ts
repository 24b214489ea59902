import type { PayloadRequest } from 'payload'
import type { Release } from '@/domain/release'
import { type Standing, standingOf } from '@/domain/standing'
import { type Edition, newestEdition } from '@/stored/editions'
import { commonStanding, commonWithdrawals, releasesOf } from '@/stored/releases'
import { type Baseline, loadBaseline, type ResolvedVariant, resolveOn } from '@/stored/resolveVariant'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { unchangedSince } from '@/stored/unchangedSince'
import { loadVariantSections, type Variant } from '@/stored/variants'
import { type OnCommon, onCommon, type Published, publishedOf } from './versionHead'

/** A national version with everything that the screens show about it. None of it is stored in this form. */
export type VersionState = {
  variant: Variant
  toolkit: Toolkit
  resolved: ResolvedVariant
  /** The newest edition, published or not. */
  edition: Edition | null
  /** The release in use that the edition would publish again; null if it would publish something else. */
  sameAs: string | null
} & Published<Release> &
  OnCommon<Release>

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
  const resolved = await resolveOn({ variant, baseline, own })
  const { inUse } = standingOf(releases)
  const sameAs = edition && (await unchangedSince({ req, edition, variant, resolved, inUse }))
  return {
    ...{ variant, toolkit, resolved, edition, sameAs },
    ...publishedOf(releases),
    ...onCommon({ baseline: resolved.baseline, common, withdrawals }),
  }
}
