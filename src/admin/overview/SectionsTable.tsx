import { MARKS, openIn, pausedIn } from '@/domain/countryStanding'
import { SECTION_FILTERS, SECTION_ORDERS, type SectionFilter } from '@/domain/overviewAsked'
import { isShown, type SectionCell, type SectionRow, shownSections, usualFilter } from '@/domain/overviewRows'
import { MODES } from '@/domain/section'
import { ModeIcon } from '@/icons/ModeIcon'
import type { Translator } from '@/messages/translate'
import { sectionAddress, updateAddress } from '../words/addresses'
import { FilterLinks } from '../words/FilterLinks'
import { Status } from '../words/Status'
import { AllRows } from './AllRows'
import { basisWords } from './basisWords'
import { FileLinks } from './FileLinks'
import { MarkIcon, type Statuses, statusesOf } from './MarkStatus'
import { firstRows, type NamedOverview, numbered, overviewAddress, type Place } from './overviewPlace'

/** The part of the address. */
const PART = 'sections-by-country'

/** Each section of the common framework, with what every country does with it and what waits there. */
export function SectionsTable({
  place,
  rows,
  countries,
  version,
  isInUse,
}: {
  place: Place
  rows: readonly SectionRow[]
  countries: readonly NamedOverview[]
  /** Of the newest common framework. */
  version: string
  /** Not while it is withdrawn: then there is nothing to decide on. */
  isInUse: boolean
}) {
  const { say } = place
  if (countries.length === 0) return null
  const all = shownSections(rows, place.asked)
  const shown = firstRows(place, all, countries.length)
  const statuses = statusesOf(say)
  return (
    <section className="stack" aria-labelledby={PART}>
      <div className="row end">
        <h2 id={PART}>{say('admin.matrix.title')}</h2>
        <FileLinks place={place} table="sections" about={say('admin.matrix.title')} />
      </div>
      <div className="row end">
        <SectionFilters place={place} rows={rows} />
        <SectionOrders place={place} />
      </div>
      {/* The keyboard must be able to reach a region that scrolls sideways. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="tscroll" aria-label={say('admin.matrix.table')} tabIndex={0}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{say('admin.version.section')}</th>
              {countries.map((country) => (
                <th key={country.variant.id} scope="col">
                  {country.name}
                  <span className="sub">
                    {say(isInUse ? 'overview.head' : 'admin.matrix.on', {
                      version: basisWords(country, say),
                      open: openIn(country.standing).length,
                      paused: pausedIn(country.standing).length,
                    })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <SectionLine key={row.key} {...{ row, countries, version, place, statuses }} />
            ))}
            <tr>
              <th scope="row">{say('admin.matrix.additions')}</th>
              {countries.map(({ variant, standing }) => {
                const count = [...standing.modes.values()].filter((mode) => mode === 'local').length
                return <td key={variant.id}>{count > 0 ? count : <span className="muted">–</span>}</td>
              })}
            </tr>
          </tbody>
        </table>
      </section>
      <AllRows place={place} shown={shown.length} all={all.length} part={PART} />
      <Legend say={say} />
    </section>
  )
}

function SectionLine({
  row,
  countries,
  version,
  place: { language, say },
  statuses,
}: {
  row: SectionRow
  countries: readonly NamedOverview[]
  version: string
  place: Place
  statuses: Statuses
}) {
  return (
    <tr>
      <th scope="row">
        {row.number ? <span className="num">{row.number}</span> : null}
        <span lang={row.title.language === language ? undefined : row.title.language}>{row.title.value}</span>
        {row.isGone ? <span className="sub">{say('admin.matrix.gone', { version })}</span> : null}
      </th>
      {countries.map(({ name, variant: { id } }, index) => (
        <td key={id}>
          <Cell
            cell={row.cells[index] ?? { mode: null, mark: null }}
            of={{ variant: id, key: row.key }}
            about={`${numbered(row)}, ${name}`}
            isGone={row.isGone}
            statuses={statuses}
            say={say}
          />
        </td>
      ))}
    </tr>
  )
}

function Cell({
  cell: { mode, mark },
  of,
  about,
  isGone,
  statuses,
  say,
}: {
  cell: SectionCell
  of: { variant: string; key: string }
  /** The section and the country, for screen readers. */
  about: string
  isGone: boolean
  statuses: Statuses
  say: Translator
}) {
  const spoken = <span className="vh">{`, ${about}`}</span>
  return (
    <>
      {mode ? (
        <a href={sectionAddress(of)}>
          {statuses.modes[mode]}
          {spoken}
        </a>
      ) : mark ? null : (
        <span className="muted">{say(isGone ? 'admin.matrix.without' : 'admin.matrix.not-yet')}</span>
      )}
      {mark ? (
        <a href={updateAddress(of)}>
          {statuses.marks[mark]}
          {spoken}
        </a>
      ) : null}
    </>
  )
}

function SectionFilters({ place, rows }: { place: Place; rows: readonly SectionRow[] }) {
  const { asked, say } = place
  const chosen = asked.show ?? usualFilter(rows)
  const filters = SECTION_FILTERS.map((filter) => ({
    key: filter,
    name: <FilterName filter={filter} say={say} />,
    count: rows.filter((row) => isShown(row, filter)).length,
    address: overviewAddress(place, { show: filter }, PART),
    isChosen: filter === chosen,
    isAll: filter === 'all',
  }))
  return <FilterLinks label={say('admin.filter.label')} filters={filters} />
}

function FilterName({ filter, say }: { filter: SectionFilter; say: Translator }) {
  switch (filter) {
    case 'open':
      return say('overview.show.open')
    case 'differing':
      return say('admin.matrix.differing')
    case 'all':
      return say('admin.matrix.all')
    default:
      return (
        <>
          <MarkIcon mark={filter} /> {say(`overview.mark.${filter}`)}
        </>
      )
  }
}

function SectionOrders({ place }: { place: Place }) {
  const { asked, say } = place
  const orders = SECTION_ORDERS.map((sort) => ({
    key: sort,
    name: say(`overview.sort.${sort}`),
    count: null,
    address: overviewAddress(place, { sort }, PART),
    isChosen: sort === asked.sort,
  }))
  return <FilterLinks label={say('overview.sort.label')} filters={orders} />
}

function Legend({ say }: { say: Translator }) {
  return (
    <ul className="mark-legend" aria-label={say('overview.legend')}>
      {MODES.map((mode) => (
        <li key={mode}>
          <Status icon={<ModeIcon mode={mode} />} muted>
            {say(`words.mode.${mode}`)}
          </Status>
        </li>
      ))}
      {MARKS.map((mark) => (
        <li key={mark}>
          <Status icon={<MarkIcon mark={mark} />} muted>
            {say(`overview.means.${mark}`)}
          </Status>
        </li>
      ))}
    </ul>
  )
}
