import type { Language } from '@/domain/language'
import type { Country } from '@/stored/countries'
import type { Toolkit } from '@/stored/toolkits'
import type { Variant } from '@/stored/variants'
import { versionAddress } from '../words/addresses'
import { byCountryName } from '../words/byCountryName'
import { toolkitTitle } from '../words/titles'

export type VersionGroup = {
  /** Of the toolkit, if there are several; null if the heading can omit it. */
  toolkit: { text: string; lang?: Language } | null
  entries: { href: string; label: string }[]
}

/**
 * The national versions as the navigation lists them: by the names of the countries, under their toolkit. A single
 * toolkit is usual and is not named; with several, the title is shown once above the countries, and not in each line.
 */
export function versionGroups({
  toolkits,
  variants,
  countries,
  language,
}: {
  toolkits: readonly Pick<Toolkit, 'id' | 'slug' | 'sourceLanguage' | 'title'>[]
  variants: readonly Pick<Variant, 'id' | 'country' | 'toolkit'>[]
  countries: Country[]
  language: Language
}): VersionGroup[] {
  const entriesOf = (id: string) =>
    byCountryName({
      rows: variants.filter(({ toolkit }) => toolkit === id),
      codeOf: ({ country }) => country,
      countries,
      language,
    }).map(({ row: { id }, country: { name } }) => ({ href: versionAddress(id), label: name }))
  return toolkits
    .map((toolkit): VersionGroup => {
      const title = toolkitTitle({ toolkit, language })
      const named = { text: title.text, ...(title.language === language ? {} : { lang: title.language }) }
      return { toolkit: toolkits.length > 1 ? named : null, entries: entriesOf(toolkit.id) }
    })
    .filter(({ entries }) => entries.length > 0)
}
