import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { type Said, saidIn } from '@/domain/said'
import type { Stage } from '@/domain/section'
import { pathOf } from '@/domain/siteAddress'
import { withdrawalOf } from '@/domain/standing'
import type { ReleaseHead } from '@/stored/release'
import { countryWords } from './countryWords'
import { placesInOrder } from './placesInOrder'
import { commonHeadsOf, countriesIn, toolkitsIn } from './published'
import type { LineApart } from './readableLines'
import type { ReaderCountry, ReaderToolkit } from './records'
import { publicationsOf } from './standing'
import type { LanguageLink } from './versionView'

/** One national version in the list of countries. */
export type CountryRow = {
  code: string
  name: string
  href: string
  languages: LanguageLink[]
  release: ReleaseHead
  follows: Follows
}

/** How a national version follows the common framework. */
export type Follows =
  | { is: 'withdrawn' }
  /** Its basis was withdrawn; `newest` is in use now, if any is. */
  | { is: 'base-withdrawn'; newest: string | undefined }
  /** Its basis was not withdrawn, and no common framework is in use. */
  | { is: 'none-in-use' }
  | { is: 'newest' }
  | { is: 'behind'; releases: number; newest: string }

export type ToolkitView = {
  toolkit: ReaderToolkit
  title: Said<string>
  description?: Said<string>
  countries: CountryRow[]
  common?: {
    release: ReleaseHead
    languages: LanguageLink[]
    href: string
    /** What changed in it since the earlier release with this number, if there is one that was not withdrawn. */
    changes?: { since: string; href: string }
  }
  /** The withdrawal of the common framework, and the page that says why, while none is in use. */
  commonWithdrawn?: { withdrawal: ReleaseHead; href: string }
  /** The names of those that cannot be shown, because not all of their publications can be read. */
  apart: string[]
  /** Stages of the procedure in the common framework, with their place in its contents. */
  steps: { stage: Stage; href: string }[]
}

export type HomeView = { language: Language; toolkits: ToolkitView[] }

export function homeView({
  language,
  heads,
  apart,
  stages = new Map(),
}: {
  language: Language
  heads: readonly ReleaseHead[]
  apart: readonly LineApart[]
  /** For each toolkit, the stages of the procedure that its common framework has sections for. */
  stages?: ReadonlyMap<string, Stage[]>
}): HomeView {
  const countries = placesInOrder(countriesIn(heads), language)
  const known = toolkitsIn(heads)
  const unread = apart.map(({ slug }) => slug).filter((slug) => !known.some((one) => one.slug === slug))
  const toolkits = [...known, ...[...new Set(unread)].map((slug) => unreadToolkit({ slug, language }))]
  const views = toolkits.map((toolkit) =>
    toolkitView({
      language,
      toolkit,
      countries,
      heads: heads.filter((head) => head.toolkit === toolkit.id),
      apart: apart.filter(({ slug }) => slug === toolkit.slug),
      stages: stages.get(toolkit.id) ?? [],
    }),
  )
  // If everything was withdrawn before a country had anything, there is nothing to read.
  return { language, toolkits: views.filter((view) => view.common || view.countries.length + view.apart.length > 0) }
}

/** A toolkit of which nothing can be read but its address. */
function unreadToolkit({ slug, language }: { slug: string; language: Language }): ReaderToolkit {
  return { id: slug, slug, title: {}, description: {}, sample: false, sourceLanguage: language }
}

function toolkitView({
  language,
  toolkit,
  countries,
  heads,
  apart,
  stages,
}: {
  language: Language
  toolkit: ReaderToolkit
  countries: readonly ReaderCountry[]
  heads: ReleaseHead[]
  apart: readonly LineApart[]
  stages: Stage[]
}): ToolkitView {
  const source = toolkit.sourceLanguage
  const commonHeads = heads.filter((head) => head.country === MASTER)
  const { newest: common, withdrawn } = publicationsOf(commonHeads)
  const rows = countries.flatMap((country): CountryRow[] => {
    const row = countryRow({
      language,
      toolkit,
      country,
      heads: heads.filter((head) => head.country === country.code),
      commonHeads: commonHeadsOf({ heads, apart }),
    })
    return row ? [row] : []
  })
  const commonIn = common && spokenOf(common, language, source)
  return {
    toolkit,
    title: saidIn(toolkit.title, { language, source }) ?? { value: toolkit.slug, language, standsIn: false },
    description: saidIn(toolkit.description, { language, source }),
    countries: rows,
    ...(common && commonIn
      ? {
          common: {
            release: common,
            languages: linksOf({ head: common, toolkit, current: language }),
            href: pathOf({ country: MASTER, language: commonIn, toolkit: toolkit.slug }),
            ...changesOf({ release: common, heads: commonHeads, language: commonIn, toolkit }),
          },
        }
      : {}),
    ...(withdrawn
      ? {
          commonWithdrawn: {
            withdrawal: withdrawn,
            href: pathOf({
              country: MASTER,
              language: spokenOf(withdrawn, language, source),
              toolkit: toolkit.slug,
            }),
          },
        }
      : {}),
    apart: placesInOrder(
      apart.map(({ country }) => ({ code: country, name: {} })),
      language,
    ).map((place) => countryWords(place, language).name),
    steps: commonIn
      ? stages.map((stage) => ({
          stage,
          href: `${pathOf({ country: MASTER, language: commonIn, toolkit: toolkit.slug })}#step-${stage}`,
        }))
      : [],
  }
}

function changesOf({
  release,
  heads,
  language,
  toolkit,
}: {
  release: ReleaseHead
  heads: readonly ReleaseHead[]
  language: Language
  toolkit: ReaderToolkit
}): Pick<NonNullable<ToolkitView['common']>, 'changes'> {
  const before = publicationsOf(heads).releases.findLast((head) => head.seq < release.seq && !withdrawalOf(head, heads))
  if (!before) return {}
  const pair = { version: release.version, since: before.version }
  return {
    changes: { since: before.version, href: pathOf({ country: MASTER, language, toolkit: toolkit.slug, ...pair }) },
  }
}

function countryRow({
  language,
  toolkit,
  country,
  heads,
  commonHeads,
}: {
  language: Language
  toolkit: ReaderToolkit
  country: ReaderCountry
  heads: ReleaseHead[]
  commonHeads: ReleaseHead[]
}): CountryRow | undefined {
  const { newest, withdrawn, releases } = publicationsOf(heads)
  const release = newest ?? releases.at(-1)
  if (!release) return undefined
  return {
    code: country.code,
    name: countryWords(country, language).name,
    href: pathOf({
      country: country.code,
      language: spokenOf(release, language, toolkit.sourceLanguage),
      toolkit: toolkit.slug,
    }),
    languages: linksOf({ head: release, toolkit, current: language }),
    release,
    follows: withdrawn ? { is: 'withdrawn' } : followsOf({ release, commonHeads }),
  }
}

function followsOf({ release, commonHeads }: { release: ReleaseHead; commonHeads: readonly ReleaseHead[] }): Follows {
  const { newest, releases } = publicationsOf(commonHeads)
  const { baseline } = release
  if (baseline && withdrawalOf(baseline, commonHeads)) return { is: 'base-withdrawn', newest: newest?.version }
  if (!newest) return { is: 'none-in-use' }
  const from = baseline?.seq ?? 0
  // Nobody decides about withdrawn text.
  const behind = releases.filter((head) => head.seq > from && !withdrawalOf(head, commonHeads)).length
  return behind === 0 ? { is: 'newest' } : { is: 'behind', releases: behind, newest: newest.version }
}

/** The reader's language if the release has it; otherwise the first of the country's own. */
function spokenOf(head: ReleaseHead, language: Language, source: Language): Language {
  return head.languages.includes(language) ? language : (head.languages[0] ?? source)
}

function linksOf({
  head,
  toolkit,
  current,
}: {
  head: ReleaseHead
  toolkit: ReaderToolkit
  current: Language
}): LanguageLink[] {
  return head.languages.map((language) => ({
    language,
    href: pathOf({ country: head.country, language, toolkit: toolkit.slug }),
    current: language === current,
  }))
}
