import type { Mode } from '@/domain/section'

/** What a release of the common framework means for one country: numbers of the sections that go out. */
export type CountryEffect = {
  country: string
  /** The country has words of its own there: its text stays until it decides. */
  own: number
  /** The country has the common text there: the newer text waits for it. */
  common: number
  /** The country has no text there yet: the release that it stands on does not have the section. */
  added: number
  /** The country does not use the section: it is told. */
  unused: number
  /** Sections that go, in which the country has adapted or supplemented the common text. */
  ownInRemoved: number
}

/**
 * What the sections of a release mean for each country.
 *
 * @param changed keys of the sections that are new, changed or moved
 * @param removed keys of those of the last release that the next one does not have
 * @param countries with the sections of the release that the country stands on, and the mode of each that it touched; what it
 * did not touch is common text
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
