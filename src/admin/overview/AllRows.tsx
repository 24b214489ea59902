import { overviewAddress, type Place } from './overviewPlace'

/** The link to all rows of a table that shows only the first. */
export function AllRows({ place, shown, all, part }: { place: Place; shown: number; all: number; part: string }) {
  if (shown === all) return null
  return (
    <p>
      <a href={overviewAddress(place, { rows: 'all' }, part)}>{place.say('overview.first.all', { count: all })}</a>
    </p>
  )
}
