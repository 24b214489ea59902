import type { Mode } from '@/domain/section'

/** What a release of the common framework means for one country: numbers of released sections. */
export type CountryEffect = {
  country: string
  /** The country has its own words there: its text stays until it decides. */
  own: number
  /** The country has the common text there: the newer text is available to it. */
  common: number
  /** The country has no text there yet: the release that it is based on does not have the section. */
  added: number
  /** The country does not use the section: it is notified. */
  unused: number
  /** Removed sections in which the country has adapted or supplemented the common text. */
  ownInRemoved: number
}

/**
 * What the sections of a release mean for each country.
 *
 * @param changed keys of the sections that are new, changed or moved
 * @param removed keys of those of the last release that the next one does not have
 * @param countries with the sections of the release that the country is based on, and the mode of each that it changed
 *   (all others are common text)
 */
export function countryEffects({
  changed,
  removed,
  countries,
}: {
  changed: readonly string[]
  removed: readonly string[]
  countries: readonly { country: string; has: ReadonlySet<string>; modes: ReadonlyMap<string, Mode> }[]
}): CountryEffect[] {
  return countries.map(({ country, has, modes }) => {
    const count = (isCounted: (mode: Mode) => boolean, keys = changed) =>
      keys.filter((key) => isCounted(modes.get(key) ?? 'inherit')).length
    const isCommon = (mode: Mode) => mode === 'inherit'
    const isOwn = (mode: Mode) => mode === 'adapt' || mode === 'supplement' || mode === 'local'
    return {
      country,
      own: count(isOwn),
      common: count(
        isCommon,
        changed.filter((key) => has.has(key)),
      ),
      added: count(
        isCommon,
        changed.filter((key) => !has.has(key)),
      ),
      unused: count((mode) => mode === 'omit'),
      ownInRemoved: count(isOwn, removed),
    }
  })
}
