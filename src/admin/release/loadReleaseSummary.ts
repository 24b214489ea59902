import { loadCountries } from '@/stored/countries'
import { byCountryName } from '../words/byCountryName'
import type { NamedEffect } from './CountryEffects'
import { countryEffects } from './countryEffects'
import { type NextRelease, nextRelease } from './nextRelease'
import { type RegroupedSections, regroupedSections, releaseMayRegroup } from './regroupedSections'
import { loadReleaseWork, type ReleaseAsked, type ReleaseWork } from './releaseWork'
import { loadSectionTexts } from './sectionTexts'

/** The next release with what it contains, and what it means for each country. */
export async function loadReleaseSummary(
  asked: ReleaseAsked,
): Promise<ReleaseWork & { next: NextRelease; effects: NamedEffect[]; regrouped: RegroupedSections[] }> {
  const { language, req } = asked
  const work = await loadReleaseWork(asked)
  const { common, countries: texts, text } = work
  const next = nextRelease({ text, common })
  const countries = await loadCountries({ req })
  const changed = next.going.map(({ key }) => key)
  // A country may have its own text in removed sections even if the release before is withdrawn.
  const effects = countryEffects({ changed, removed: text.removed, countries: texts })
  const regrouped = releaseMayRegroup(work.changed)
    ? regroupedSections({ work, texts: await loadSectionTexts({ req, work }) })
    : []
  return {
    ...work,
    next,
    regrouped,
    effects: byCountryName({ rows: effects, codeOf: ({ country }) => country, countries, language }).map(
      ({ row, country: { name } }) => ({ ...row, name }),
    ),
  }
}
