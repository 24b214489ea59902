import type { PayloadRequest } from 'payload'
import { type Actor, ALL_COUNTRIES, countriesOf, NATIONAL_DRAFTERS } from '@/domain/actor'
import { standingOf } from '@/domain/standing'
import { commonHeads } from '@/stored/commonBase'
import { loadManifests } from '@/stored/manifests'
import type { Toolkit } from '@/stored/toolkits'
import { countUpdates } from '@/stored/updates'
import { loadSectionPlaces, type Variant } from '@/stored/variants'

/**
 * For each version in which the person decides: how many sections ask for a decision on the newest release, with every
 * status from decision-needed to ready; the same number as on the screen of the version. This runs for every page: the
 * releases are read without their sections, the sections of a release once for all pages, and of the texts only the
 * common ones that changed, which are kept in memory too. What the country wrote is not read.
 */
export async function waitingUpdates({
  req,
  actor,
  toolkits,
  variants,
}: {
  req: PayloadRequest
  actor: Actor
  toolkits: readonly Toolkit[]
  variants: readonly Variant[]
}): Promise<Map<string, number>> {
  // Those who keep the common framework see the overview instead.
  const countries = countriesOf(actor, NATIONAL_DRAFTERS)
  if (countries === ALL_COUNTRIES || countries.length === 0) return new Map()
  const own = variants.filter(({ country }) => countries.includes(country))
  const counted = await Promise.all(
    own.map(async (variant): Promise<[string, number]> => {
      const toolkit = toolkits.find(({ id }) => id === variant.toolkit)
      return [variant.id, toolkit ? await countIn({ req, toolkit, variant }) : 0]
    }),
  )
  return new Map(counted)
}

async function countIn({
  req,
  toolkit: { id: toolkit, sourceLanguage },
  variant,
}: {
  req: PayloadRequest
  toolkit: Toolkit
  variant: Variant
}): Promise<number> {
  const { inUse } = standingOf(await commonHeads({ req, toolkit }))
  if (!inUse) return 0
  const [manifests, own] = await Promise.all([
    loadManifests({ req, releases: [inUse.id] }),
    loadSectionPlaces({ req, variant: variant.id }),
  ])
  const newest = { id: inUse.id, manifest: manifests.get(inUse.id) ?? [] }
  return countUpdates({ req, variant, newest, sourceLanguage, own })
}
