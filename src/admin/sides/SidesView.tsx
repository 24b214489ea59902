import { loadCountries } from '@/stored/countries'
import { DifferenceLegend } from '@/textView/DifferenceLegend'
import { LanguageLinks } from '../editor/LanguageLinks'
import { loadSectionFacts, type SectionFacts } from '../editor/sectionFacts'
import { AdminFrame } from '../frame/AdminFrame'
import { queryOf, type ViewProps, type Visitor, visitorOf } from '../frame/visitor'
import { SectionLead, sectionTitle } from '../history/SectionHead'
import { SectionTabs } from '../history/SectionTabs'
import { SectionNotThere } from '../places/SectionNotThere'
import { WithdrawnCommon } from '../version/NewerCommon'
import { historyAddress, sectionAddress, sidesAddress, versionAddress } from '../words/addresses'
import { countryName } from '../words/countryName'
import { FilterLinks } from '../words/FilterLinks'
import { languageName } from '../words/languageName'
import { SideTable } from './SideTable'
import { countedFilters, rowsOf, type SectionSides, type SideFilter, sectionSides, sideFilterOf } from './sectionSides'

/**
 * `/admin/version/:variant/section/:key/sides?lang=&common=&show=`: the common text of a section beside the country's text, row by row,
 * each in a language of its own.
 */
export async function SidesView(view: ViewProps<'variant' | 'key'>) {
  const visitor = await visitorOf(view)
  const { variant, key } = view.params
  const [facts, countries] = await Promise.all([
    loadSectionFacts({ visitor, variant, key, asked: queryOf(view, 'lang') }),
    loadCountries(visitor),
  ])
  if (!facts) return <SectionNotThere view={view} />
  const { language: pageLanguage, say } = visitor
  const { language, state } = facts
  const country = countryName({ code: state.variant.country, countries, language: pageLanguage })
  const here = { variant: state.variant.id, key, language }
  const sides = sectionSides({ facts, asked: queryOf(view, 'common') })
  const title = sectionTitle(facts)
  return (
    <AdminFrame
      view={view}
      title={title}
      crumb={say('history.tabs.sides')}
      crumbs={[
        { label: country, href: versionAddress(here.variant) },
        { label: title, href: sectionAddress(here) },
      ]}
      lead={<SectionLead facts={facts} say={say} />}
      sample={state.toolkit.sample}
    >
      <SectionTabs
        current="sides"
        text={sectionAddress(here)}
        sides={sidesAddress(here)}
        history={historyAddress(here)}
        say={say}
      />
      <div className="stack">
        <WithdrawnCommon state={state} language={pageLanguage} say={say} />
        {sides ? (
          <Sides
            facts={facts}
            sides={sides}
            filter={sideFilterOf(queryOf(view, 'show'))}
            country={country}
            visitor={visitor}
          />
        ) : (
          <p>{say('history.sides.only-here')}</p>
        )}
      </div>
    </AdminFrame>
  )
}

type Given = { facts: SectionFacts; sides: SectionSides; filter: SideFilter; visitor: Visitor }

function Sides({
  facts,
  sides,
  filter,
  country,
  visitor: { language: pageLanguage, say },
  visitor,
}: Given & { country: string }) {
  const { entry, language, state } = facts
  const { common, fields } = sides
  const place = { variant: state.variant.id, key: facts.key }
  const shown = rowsOf(fields, filter)
  const headingOf = (text: string, one: typeof language) =>
    say('history.sides.side', { text, language: languageName(say, one) })
  const commonName = state.isBasisWithdrawn ? 'editor.beside.common-withdrawn' : 'editor.beside.common'
  return (
    <>
      <div className="row side-languages">
        <LanguageLinks
          languages={sides.languages}
          current={common}
          addressOf={(one) => sidesAddress({ ...place, language, common: one, show: shownIn(filter) })}
          label={say('history.sides.language-common')}
          say={say}
        />
        <LanguageLinks
          languages={state.variant.languages}
          current={language}
          addressOf={(one) => sidesAddress({ ...place, language: one, common, show: shownIn(filter) })}
          label={say('history.sides.language-national')}
          say={say}
        />
      </div>
      {entry.mode === 'omit' ? <p className="note">{say('history.sides.omitted')}</p> : null}
      {entry.mode === 'inherit' && common === language ? (
        <p className="note">{say('history.sides.unchanged')}</p>
      ) : null}
      {common === language || entry.mode === 'omit' ? null : (
        <p className="muted">{say('history.sides.two-languages')}</p>
      )}
      <div className="row end">
        <SideFilters facts={facts} sides={sides} filter={filter} visitor={visitor} />
        {common === language ? <DifferenceLegend t={say} /> : null}
      </div>
      {shown.length > 0 ? (
        <SideTable
          fields={shown}
          headings={{
            common: headingOf(say(commonName, { version: state.baseline.version }), common),
            national: headingOf(say('editor.reading.text', { country }), language),
          }}
          languages={{ common, national: language }}
          pageLanguage={pageLanguage}
          say={say}
        />
      ) : (
        <p>
          {say('history.sides.none-shown')}{' '}
          <a href={sidesAddress({ ...place, language, common })}>{say('history.sides.show-all')}</a>
        </p>
      )}
    </>
  )
}

function SideFilters({ facts, sides: { common, fields }, filter: chosen, visitor: { say } }: Given) {
  const { key, language, state } = facts
  const filters = countedFilters(fields).map(({ filter, count }) => ({
    ...{ key: filter, count, isChosen: filter === chosen, isAll: filter === 'all' },
    name:
      filter === 'all' || filter === 'differences'
        ? say(`history.sides.filter-${filter}`)
        : say(`history.sides.state.${filter}`),
    address: sidesAddress({ variant: state.variant.id, key, language, common, show: shownIn(filter) }),
  }))
  return <FilterLinks label={say('history.sides.filter')} filters={filters} />
}

function shownIn(filter: SideFilter): string | undefined {
  return filter === 'all' ? undefined : filter
}
