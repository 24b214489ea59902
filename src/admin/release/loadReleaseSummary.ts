import { PREPARED, type PreparedRelease } from '@/domain/preparedRelease'
import { contentHash } from '@/stored/contentHash'
import { loadCountries } from '@/stored/countries'
import { loadNextUpdates } from '@/stored/nextUpdates'
import { loadVariants } from '@/stored/variants'
import { byCountryName } from '../words/byCountryName'
import type { NamedUpdates } from './CountriesGet'
import { heldInRemoved } from './heldInRemoved'
import { type NextRelease, nextRelease } from './nextRelease'
import { type RegroupedSections, regroupedSections } from './regroupedSections'
import { loadReleaseWork, type ReleaseAsked, type ReleaseWork } from './releaseWork'
import { loadSectionTexts, type SectionTexts } from './sectionTexts'

type Summary = ReleaseWork & {
  next: NextRelease
  regrouped: RegroupedSections[]
  /** The countries that have a national version. */
  reached: NamedUpdates[]
  /** In how many removed sections countries have words of their own, by their names; those without any are left out. */
  held: { name: string; sections: number }[]
}

/** The next release with what it contains, and what it means for each country. */
export async function loadReleaseSummary(asked: ReleaseAsked): Promise<Summary> {
  const { language, req, toolkit } = asked
  const work = await loadReleaseWork(asked)
  const [texts, variants, countries] = await Promise.all([
    loadSectionTexts({ req, work }),
    loadVariants({ req, toolkit: toolkit.id }),
    loadCountries({ req }),
  ])
  const rows = await loadNextUpdates({ req, toolkit, variants, next: prepared(work, texts), proposals: work.inText })
  const named = byCountryName({ rows, codeOf: ({ variant }) => variant.country, countries, language })
  // A country may have its own text in removed sections even if the release before is withdrawn.
  const inRemoved = heldInRemoved(work.text.removed, work.countries)
  return {
    ...work,
    next: nextRelease(work),
    regrouped: regroupedSections({ work, texts }),
    reached: named.map(({ row, country: { name } }) => ({ ...row, name })),
    held: named.flatMap(({ country: { code, name } }) => {
      const sections = inRemoved.get(code) ?? 0
      return sections > 0 ? [{ name, sections }] : []
    }),
  }
}

/** The next release as it would be stored now. What somebody saves or removes while this is loaded is as it was read last. */
function prepared({ changed, sections }: ReleaseWork, texts: ReadonlyMap<string, SectionTexts>): PreparedRelease {
  const isChanged = new Set(changed.map(({ key }) => key))
  const contents = new Map([...texts.values()].flatMap(({ after }) => (after ? [[contentHash(after), after]] : [])))
  const hashes = new Map([...contents].map(([hash, { key }]) => [key, hash]))
  const manifest = sections.flatMap(({ entry }) => {
    const blob = isChanged.has(entry.key) ? hashes.get(entry.key) : entry.blob
    return blob === undefined ? [] : [{ ...entry, blob }]
  })
  return { id: PREPARED, manifest, contents }
}
