import type { Language } from '@/domain/language'
import type { Country } from '@/stored/countries'
import type { Toolkit } from '@/stored/toolkits'
import type { Variant } from '@/stored/variants'
import { updatesAddress, versionAddress } from '../words/addresses'
import { byCountryName } from '../words/byCountryName'
import { toolkitTitle } from '../words/titles'

export type VersionGroup = {
  /** Of the toolkit, if there are several; null if the heading can omit it. */
  toolkit: { text: string; lang?: Language } | null
  entries: VersionEntry[]
}

/** The link to a version, or to its updates. */
export type VersionEntry = {
  href: string
  label: string
  /** Pages below it that have an entry of their own. */
  except?: string
  /** How many sections ask for a decision. */
  count?: number
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
  updates,
}: {
  toolkits: readonly Pick<Toolkit, 'id' | 'slug' | 'sourceLanguage' | 'title'>[]
  variants: readonly Pick<Variant, 'id' | 'country' | 'toolkit'>[]
  countries: Country[]
  language: Language
  /** A link to the updates of the versions in `waiting`, with how many sections ask for a decision in each. */
  updates?: { label: string; waiting: ReadonlyMap<string, number> }
}): VersionGroup[] {
  const entriesOf = (id: string): VersionEntry[] =>
    byCountryName({
      rows: variants.filter(({ toolkit }) => toolkit === id),
      codeOf: ({ country }) => country,
      countries,
      language,
    }).flatMap(({ row: { id }, country: { name } }): VersionEntry[] => {
      const count = updates?.waiting.get(id)
      const version = { href: versionAddress(id), label: name }
      if (!updates || count === undefined) return [version]
      const except = updatesAddress(id)
      return [
        { ...version, except },
        { href: except, label: updates.label, count },
      ]
    })
  return toolkits
    .map((toolkit): VersionGroup => {
      const title = toolkitTitle({ toolkit, language })
      const named = { text: title.text, ...(title.language === language ? {} : { lang: title.language }) }
      return { toolkit: toolkits.length > 1 ? named : null, entries: entriesOf(toolkit.id) }
    })
    .filter(({ entries }) => entries.length > 0)
}
