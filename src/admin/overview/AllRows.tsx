import { MOST_ROWS, overviewAddress, type Place } from './overviewPlace'

/** The link to all rows of a table that shows only the first. */
export function AllRows({ place, count, part }: { place: Place; count: number; part: string }) {
  if (count <= MOST_ROWS || place.asked.rows === 'all') return null
  return (
    <p>
      <a href={overviewAddress(place, { rows: 'all' }, part)}>{place.say('overview.first.all', { count })}</a>
    </p>
  )
}
