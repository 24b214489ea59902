import { overviewQuery } from '@/domain/overviewAsked'
import { type ChangeCell, type ChangeRow, shownChanges } from '@/domain/overviewRows'
import { shortDate } from '@/messages/dates'
import { opening } from '@/messages/opening'
import { sayBehind } from '@/messages/sayBehind'
import type { ReleaseHead } from '@/stored/release'
import { changesAddress, updateAddress, versionAddress } from '../words/addresses'
import { ClassFilters } from '../words/ClassFilters'
import { AllRows } from './AllRows'
import { FileLinks } from './FileLinks'
import { type Statuses, statusesOf } from './MarkStatus'
import { firstRows, type NamedOverview, numbered, overviewAddress, type Place } from './overviewPlace'

/** The part of the address. */
const PART = 'changes-by-country'

/** As much of a note as stands in a table; the whole note is on the screen of the update. */
const MOST_OF_NOTE = 90

/** Each change of the newest release, with what every country decided about it, or what waits there. */
export function ChangesTable({
  place,
  rows,
  countries,
  previous,
  newest,
}: {
  place: Place
  rows: readonly ChangeRow[]
  countries: readonly NamedOverview[]
  previous: ReleaseHead
  newest: Pick<ReleaseHead, 'version'>
}) {
  const { asked, say } = place
  if (countries.length === 0 || rows.length === 0) return null
  const columns = countries.map((named) => ({ ...named, country: named.variant.country }))
  const shown = shownChanges({ rows, columns }, asked)
  const isFiltered = asked.class !== null || asked.country !== null
  const first = firstRows(place, shown.rows, shown.columns.length)
  const count = { shown: shown.rows.length, all: rows.length }
  const statuses = statusesOf(say)
  return (
    <section className="stack" aria-labelledby={PART}>
      <div className="row end">
        <h2 id={PART}>{say('overview.changes.title')}</h2>
        <FileLinks place={place} table="changes" about={say('overview.changes.title')} />
      </div>
      <p className="muted">
        {say('overview.changes.lead', { from: previous.version, to: newest.version, ...count })}{' '}
        {isFiltered ? (
          <a href={overviewAddress(place, { class: null, country: null }, PART)}>
            {say('overview.first.all', { count: rows.length })}
          </a>
        ) : null}
      </p>
      <div className="row end">
        <ClassFilters
          label={say('admin.changes.filter')}
          all={say('admin.filter.all')}
          classes={rows.map((row) => row.class)}
          chosen={asked.class}
          addressOf={(of) => overviewAddress(place, { class: of }, PART)}
          say={say}
        />
        <ChooseCountry place={place} countries={countries} />
      </div>
      {shown.rows.length === 0 ? (
        <p>{say('overview.changes.none')}</p>
      ) : (
        // The keyboard must be able to reach a region that scrolls sideways.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className="tscroll" aria-label={say('overview.changes.table')} tabIndex={0}>
          <table className="matrix">
            <thead>
              <tr>
                <th scope="col">{say('overview.changes.change')}</th>
                {shown.columns.map(({ name, variant }) => (
                  <th key={variant.id} scope="col">
                    <a href={versionAddress(variant.id)}>{name}</a>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((row) => (
                <ChangeLine key={row.key} {...{ row, place, previous, newest, statuses }} countries={shown.columns} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <AllRows place={place} shown={first.length} all={shown.rows.length} part={PART} />
    </section>
  )
}

function ChangeLine({
  row,
  countries,
  place: { language, say, toolkit },
  previous,
  newest,
  statuses,
}: {
  row: ChangeRow
  countries: readonly NamedOverview[]
  place: Place
  previous: ReleaseHead
  newest: Pick<ReleaseHead, 'version'>
  statuses: Statuses
}) {
  const releases = { from: previous.version, to: newest.version }
  return (
    <tr>
      <th scope="row">
        <a href={changesAddress({ toolkit: toolkit.id }, { ...releases, section: row.key })}>
          {row.number ? <span className="num">{row.number}</span> : null}
          <span lang={row.title.language === language ? undefined : row.title.language}>{row.title.value}</span>
        </a>
        {row.class || row.decideBy ? (
          <span className="sub">
            {[
              row.class ? say(`words.change-class.${row.class}`) : '',
              row.decideBy ? say('overview.changes.by', { date: shortDate(row.decideBy, language) }) : '',
            ]
              .filter((one) => one !== '')
              .join(' · ')}
          </span>
        ) : null}
      </th>
      {countries.map(({ name, variant }, index) => (
        <td key={variant.id}>
          <Cell
            cell={row.cells[index] ?? { is: 'nothing' }}
            address={updateAddress({ variant: variant.id, key: row.key })}
            about={`${numbered(row)}, ${name}`}
            place={{ language, say }}
            statuses={statuses}
          />
        </td>
      ))}
    </tr>
  )
}

function Cell({
  cell,
  address,
  about,
  place: { language, say },
  statuses,
}: {
  cell: ChangeCell
  /** Of the update in this country. */
  address: string
  /** The section and the country, for screen readers. */
  about: string
  place: Pick<Place, 'language' | 'say'>
  statuses: Statuses
}) {
  const spoken = <span className="vh">{`, ${about}`}</span>
  switch (cell.is) {
    case 'nothing':
      return <span className="muted">{say('overview.changes.nothing')}</span>
    case 'waiting':
      return (
        <>
          <a href={address}>
            {statuses.marks[cell.mark]}
            {spoken}
          </a>
          {cell.isLate ? <span className="sub late-word">{say('overview.changes.late')}</span> : null}
        </>
      )
    case 'decided':
      return (
        <>
          <a href={address}>
            {statuses.choices[cell.choice]}
            {spoken}
          </a>
          {cell.behind.length > 0 ? (
            <span className="sub late-word">{sayBehind({ languages: cell.behind, language, say })}</span>
          ) : null}
          <span className="sub decided-why">
            {[
              shortDate(cell.at, language),
              cell.reason ? say(`words.reason.${cell.reason}`) : '',
              opening(cell.note, MOST_OF_NOTE),
            ]
              .filter((one) => one !== '')
              .join(' · ')}
          </span>
        </>
      )
    default:
      return cell satisfies never
  }
}

/** Chooses the country whose decisions are shown: a form that only changes the address. */
function ChooseCountry({ place, countries }: { place: Place; countries: readonly NamedOverview[] }) {
  const { asked, say, toolkit } = place
  const kept = new URLSearchParams(overviewQuery({ toolkit: toolkit.slug, ...asked, country: null }))
  const chosen = asked.country ?? ''
  return (
    <form className="choose-country" method="get" action={`#${PART}`} autoComplete="off">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="changes-country">{say('overview.changes.country')}</label>
      <select id="changes-country" name="country" defaultValue={chosen} key={`country ${chosen}`}>
        <option value="">{say('overview.changes.all-countries')}</option>
        {countries.map(({ name, variant }) => (
          <option key={variant.id} value={variant.country}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className="btn second sm">
        {say('overview.changes.show')}
      </button>
    </form>
  )
}
