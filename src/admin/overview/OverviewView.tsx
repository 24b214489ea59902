import { type Actor, ALL_COUNTRIES, countriesOf, hasRoleEverywhere, KEEPERS, OVERSEERS } from '@/domain/actor'
import { openCounts } from '@/domain/countryStanding'
import { dayOf } from '@/domain/day'
import type { Language } from '@/domain/language'
import { type AlikeSection, lookFirst } from '@/domain/lookFirst'
import { overviewAsked } from '@/domain/overviewAsked'
import type { Standing } from '@/domain/standing'
import { longDate } from '@/messages/dates'
import type { Translator } from '@/messages/translate'
import { loadAlikeSections } from '@/stored/alikeSections'
import { type Country, loadCountries } from '@/stored/countries'
import { loadOverview, type Overview } from '@/stored/overview'
import { loadProposals } from '@/stored/proposals'
import { commonStanding } from '@/stored/releases'
import { loadToolkits, type Toolkit } from '@/stored/toolkits'
import { loadVariants, type Variant } from '@/stored/variants'
import { AdminFrame } from '../frame/AdminFrame'
import { PlainPage } from '../frame/PlainPage'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { loadProposalRows, type ProposalRow } from '../proposals/proposalRows'
import { importAddress, OVERVIEW, TASKS } from '../words/addresses'
import { byCountryName } from '../words/byCountryName'
import { toolkitTitle } from '../words/titles'
import { ChangesTable } from './ChangesTable'
import { CountryTable } from './CountryTable'
import { firstShown } from './firstShown'
import { LookFirst } from './LookFirst'
import type { NamedOverview, Place } from './overviewPlace'
import { SectionsTable } from './SectionsTable'
import { StartVersion } from './StartVersion'
import { TimePicture } from './TimePicture'
import './overview.css'

/** `/admin/overview`: every country and every section of a toolkit at a glance, for those who manage all of them. */
export async function OverviewView(view: ViewProps) {
  const visitor = await visitorOf(view)
  const { actor, language, req, say } = visitor
  if (countriesOf(actor, OVERSEERS).length === 0) return <PlainPage view={view} about="no-role" />
  const [toolkits, countries, allVariants] = await Promise.all([
    loadToolkits({ req }),
    loadCountries({ req }),
    loadVariants({ req }),
  ])
  const isInUse = async ({ id }: Toolkit) => (await commonStanding({ req, toolkit: id })).inUse !== null
  const toolkit =
    toolkits.find(({ slug }) => slug === queryOf(view, 'toolkit')) ??
    (await firstShown({ toolkits, variants: allVariants, isInUse }))
  const now = new Date().toISOString()
  const loaded = toolkit ? await load({ visitor, toolkit, variants: allVariants, countries, now }) : null
  return (
    <AdminFrame
      view={view}
      title={say('admin.overview.title')}
      crumbs={[{ label: say('admin.tasks.title'), href: TASKS }]}
      sample={toolkit?.sample ?? false}
      lead={<p className="muted">{leadOf({ overview: loaded?.overview ?? null, today: dayOf(now), language, say })}</p>}
    >
      {toolkit && loaded ? (
        <div className="stack-l">
          {toolkits.length > 1 ? (
            <ToolkitTabs toolkits={toolkits} chosen={toolkit} language={language} say={say} />
          ) : null}
          <Parts
            place={{ toolkit, asked: overviewAsked((name) => queryOf(view, name)), language, say }}
            now={now}
            mayPropose={hasRoleEverywhere(actor, KEEPERS)}
            {...loaded}
          />
          <WithoutVersion
            toolkit={toolkit}
            taken={loaded.named.map(({ variant }) => variant.country)}
            countries={countries}
            common={loaded.overview.common}
            actor={actor}
            language={language}
            say={say}
          />
        </div>
      ) : (
        <p className="panel wash">
          {say('admin.frameworks.none')} <a href={importAddress()}>{say('admin.frameworks.start')}</a>
        </p>
      )}
    </AdminFrame>
  )
}

type Loaded = {
  overview: Overview
  named: NamedOverview[]
  proposals: ProposalRow[]
  findAlike: () => Promise<AlikeSection[]>
}

async function load({
  visitor: { language, req },
  toolkit,
  variants,
  countries,
  now,
}: {
  visitor: Visitor
  toolkit: Toolkit
  variants: readonly Variant[]
  countries: readonly Country[]
  now: string
}): Promise<Loaded> {
  const ordered = byCountryName({
    rows: variants.filter((one) => one.toolkit === toolkit.id),
    codeOf: ({ country }) => country,
    countries: [...countries],
    language,
  })
  const asked = { req, toolkit, variants: ordered.map(({ row }) => row), reader: language, today: dayOf(now) }
  const overview = await loadOverview(asked)
  const named = overview.countries.map((one, index) => ({ ...one, name: ordered[index]?.country.name ?? '' }))
  const open = await loadProposals({ req, toolkit: toolkit.id, states: ['open'] })
  const proposals = await loadProposalRows({ req, proposals: open.toReversed(), countries, language })
  return { overview, named, proposals, findAlike: () => loadAlikeSections({ req, versions: overview.versions }) }
}

function Parts({
  place,
  overview,
  named,
  proposals,
  findAlike,
  mayPropose,
  now,
}: Loaded & { place: Place; mayPropose: boolean; now: string }) {
  const { common, previous } = overview
  const notices = lookFirst({
    standings: named.map(({ standing }) => standing),
    questions: named.flatMap(({ questions }) => questions),
    today: dayOf(now),
  })
  return (
    <>
      {named.length > 0 && common.inUse ? (
        <LookFirst
          place={place}
          notices={notices}
          alike={findAlike()}
          proposals={proposals}
          mayPropose={mayPropose}
          overview={overview}
          countries={named}
        />
      ) : null}
      {common.lastText ? (
        <SectionsTable
          place={place}
          rows={overview.sections}
          countries={named}
          version={common.lastText.version}
          isInUse={common.inUse !== null}
        />
      ) : null}
      {previous && common.inUse ? (
        <ChangesTable
          place={place}
          rows={overview.changes}
          countries={named}
          previous={previous}
          newest={common.inUse}
        />
      ) : null}
      <CountryTable place={place} countries={named} overview={overview} />
      <TimePicture place={place} countries={named} overview={overview} now={now} />
    </>
  )
}

type Words = { language: Language; say: Translator }

function leadOf({
  overview,
  today,
  language,
  say,
}: Words & {
  /** Null if there is no toolkit. */
  overview: Overview | null
  today: string
}): string {
  if (overview?.common.withdrawal) {
    const { publishedAt, version } = overview.common.withdrawal
    const countries = overview.countries.length
    return say('admin.overview.lead-withdrawn', { version, date: longDate(publishedAt, language), countries })
  }
  if (!overview?.common.inUse) return say('admin.frameworks.no-release')
  const { publishedAt, version } = overview.common.inUse
  const { countries, decided, late, open, paused } = openCounts(
    overview.countries.map(({ standing }) => standing),
    today,
  )
  const released = say('overview.released', { version, date: longDate(publishedAt, language) })
  if (countries === 0) return `${released} ${say('admin.overview.none')}`
  const counts = [
    say('overview.decided-all', { decided, countries }),
    say('overview.open', { open, late }),
    paused > 0 ? say('overview.paused', { paused }) : '',
  ]
  return [released, ...counts].filter((one) => one !== '').join(' ')
}

function ToolkitTabs({ toolkits, chosen, language, say }: Words & { toolkits: Toolkit[]; chosen: Toolkit }) {
  return (
    <nav aria-label={say('admin.overview.toolkits')}>
      <ul className="tabs">
        {toolkits.map((toolkit) => {
          const title = toolkitTitle({ toolkit, language })
          return (
            <li key={toolkit.id}>
              <a
                href={`${OVERVIEW}?toolkit=${toolkit.slug}`}
                aria-current={toolkit.id === chosen.id ? 'true' : undefined}
                lang={title.language === language ? undefined : title.language}
              >
                {title.text}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function WithoutVersion({
  toolkit,
  taken,
  countries,
  common,
  actor,
  language,
  say,
}: Words & {
  toolkit: Toolkit
  /** The countries that have a version. */
  taken: readonly string[]
  countries: Country[]
  common: Standing
  actor: Actor
}) {
  const seen = countriesOf(actor, OVERSEERS)
  // The versions of other countries are not for this person, who does not know whether there is one.
  const without = countries.filter(
    ({ code }) => !taken.includes(code) && (seen === ALL_COUNTRIES || seen.includes(code)),
  )
  if (without.length === 0) return null
  return (
    <section className="stack" id="start" aria-labelledby="start-h">
      <h2 id="start-h">{say('admin.start.title')}</h2>
      <p className="muted">{say('admin.start.what')}</p>
      <StartVersion
        toolkit={toolkit}
        countries={without}
        common={common}
        mayStart={hasRoleEverywhere(actor, KEEPERS)}
        language={language}
        say={say}
      />
    </section>
  )
}
