import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { Country } from '@/stored/countries'
import { byCountryName } from '../words/byCountryName'
import type { SectionUse } from './sectionUse'

/** What the countries have in a section, in short sentences; empty if no country has a national version. */
export function sayUse({
  use,
  countries,
  language,
  say,
}: {
  use: SectionUse
  countries: readonly Country[]
  language: Language
  say: Translator
}): string {
  const named = (codes: readonly string[]) =>
    byCountryName({ rows: codes, codeOf: (code) => code, countries, language })
      .map(({ country }) => country.name)
      .join(', ')
  const said = (['adapted', 'supplemented', 'leftOut'] as const).flatMap((name) =>
    use[name].length > 0 ? [say(`admin.notes.use.${name}`, { countries: named(use[name]) })] : [],
  )
  const counted = (['common', 'without'] as const).flatMap((name) =>
    use[name] > 0 ? [say(`admin.notes.use.${name}`, { count: use[name] })] : [],
  )
  return [...said, ...counted].join(' ')
}
