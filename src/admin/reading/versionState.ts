import type { PayloadRequest } from 'payload'
import type { Release } from '@/domain/release'
import { type Standing, standingOf } from '@/domain/standing'
import { commonHeads } from '@/stored/commonBase'
import { type Edition, newestEdition } from '@/stored/editions'
import type { ReleaseHead } from '@/stored/release'
import { commonStanding, releasesOf } from '@/stored/releases'
import { type ResolvedVariant, resolveOn } from '@/stored/resolveVariant'
import { loadToolkitById, type Toolkit } from '@/stored/toolkits'
import { loadTranslationLags } from '@/stored/translationLags'
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
  /** All publications of the common framework, newest first. */
  heads: ReleaseHead[]
}

export async function loadCommonState({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: Toolkit
}): Promise<CommonState> {
  const line = { req, toolkit: toolkit.id }
  const [common, heads] = await Promise.all([commonStanding(line), commonHeads(line)])
  return { toolkit, common, heads }
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
  return versionStateOn({ req, variant, state: await loadCommonState({ req, toolkit }) })
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
  return Promise.all(known.map((one) => versionStateOn({ req, ...one })))
}

/** Where the translations of a version lag behind the common text on which it stands. */
export function loadLagsOf({ req, state }: { req: PayloadRequest; state: VersionState }) {
  const { resolved, toolkit, variant } = state
  const { sourceLanguage } = toolkit
  return loadTranslationLags({ req, variant, sourceLanguage, base: resolved.base, own: resolved.own })
}

async function versionStateOn({
  req,
  variant,
  state: { toolkit, common, heads },
}: {
  req: PayloadRequest
  variant: Variant
  state: CommonState
}): Promise<VersionState> {
  const [own, releases, edition] = await Promise.all([
    loadVariantSections({ req, variant: variant.id }),
    releasesOf({ req, toolkit: variant.toolkit, country: variant.country }),
    newestEdition({ req, variant: variant.id }),
  ])
  const resolved = await resolveOn({ req, variant, heads, own })
  const { inUse } = standingOf(releases)
  const sameAs = edition && (await unchangedSince({ req, edition, variant, resolved, inUse }))
  return {
    ...{ variant, toolkit, resolved, edition, sameAs },
    ...publishedOf(releases),
    ...onCommon({ baseline: resolved.baseline, common, withdrawals: heads }),
  }
}
