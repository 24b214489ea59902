import type { PayloadRequest } from 'payload'
import type { Release } from '@/domain/release'
import type { Mode } from '@/domain/section'
import { loadSectionModes, loadVariants } from '@/stored/variants'

/**
 * What a country has in the sections of the common framework: those of the release that it is based on, and the mode of
 * each that it changed. All others are common text.
 */
export type CountryText = { country: string; has: ReadonlySet<string>; modes: ReadonlyMap<string, Mode> }

/** The countries that have a national version of a toolkit. */
export async function loadCountryTexts({
  req,
  toolkit,
  releases,
}: {
  req: PayloadRequest
  toolkit: string
  /** All releases of the common framework: the country is based on one of them. */
  releases: readonly Release[]
}): Promise<CountryText[]> {
  const variants = await loadVariants({ req, toolkit })
  const modes = await loadSectionModes({ req, variants: variants.map(({ id }) => id) })
  return variants.map(({ id, country, baseline }) => ({
    country,
    has: sectionsOf(releases, baseline),
    modes: modes.get(id) ?? new Map<string, Mode>(),
  }))
}

function sectionsOf(releases: readonly Release[], id: string): Set<string> {
  const release = releases.find((one) => one.id === id)
  if (!release) throw new Error(`Release ${id} is not there`)
  return new Set(release.manifest.map(({ key }) => key))
}
