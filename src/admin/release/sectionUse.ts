import type { CountryText } from './countryTexts'

/** What the countries have in one section of the common framework, by their codes. */
export type SectionUse = {
  adapted: string[]
  supplemented: string[]
  leftOut: string[]
  /** How many have the common text. */
  common: number
  /** How many do not have the section: the release that they are based on does not have it. */
  without: number
}

/** Returns what the countries have in a section. */
export function sectionUse(key: string, countries: readonly CountryText[]): SectionUse {
  const use: SectionUse = { adapted: [], supplemented: [], leftOut: [], common: 0, without: 0 }
  for (const { country, has, modes } of countries) {
    const mode = modes.get(key) ?? 'inherit'
    switch (mode) {
      case 'adapt':
      // A section of the country's own with the key of a common one: its words are the country's.
      case 'local':
        use.adapted.push(country)
        break
      case 'supplement':
        use.supplemented.push(country)
        break
      case 'omit':
        use.leftOut.push(country)
        break
      case 'inherit':
        if (has.has(key)) use.common++
        else use.without++
        break
      default: {
        const unknown: never = mode
        throw new Error(`sectionUse: unknown mode ${unknown}`)
      }
    }
  }
  return use
}
