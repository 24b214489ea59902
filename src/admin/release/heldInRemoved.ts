import type { CountryText } from './countryTexts'

/** Returns in how many removed sections each country has words of its own. */
export function heldInRemoved(removed: readonly string[], countries: readonly CountryText[]): Map<string, number> {
  return new Map(
    countries.map(({ country, modes }) => {
      const isHeld = (key: string) => ['adapt', 'supplement', 'local'].includes(modes.get(key) ?? 'inherit')
      return [country, removed.filter(isHeld).length]
    }),
  )
}
