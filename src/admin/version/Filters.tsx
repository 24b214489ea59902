import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { updateSignOf } from '../updates/UpdateMark'
import { versionAddress } from '../words/addresses'
import { FILTERS, type Filter, rowsShown, type SectionRow } from './sectionRows'

/** The filter in an address; everything if it names none that exists. */
export function filterOf(asked: string): Filter {
  return FILTERS.find((filter) => filter === asked) ?? 'all'
}

/** The filters as links with their counts: the address contains the state. Empty filters are left out. */
export function Filters({
  variant,
  rows,
  chosen,
  say,
}: {
  variant: string
  rows: SectionRow[]
  chosen: Filter
  say: Translator
}) {
  const counted = FILTERS.map((filter) => ({ filter, count: rowsShown(rows, filter).length }))
  return (
    <nav aria-label={say('admin.filter.label')}>
      <ul className="filters">
        {counted
          .filter(({ filter, count }) => filter === 'all' || filter === chosen || count > 0)
          .map(({ filter, count }) => (
            <li key={filter}>
              <a
                href={versionAddress(variant, filter === 'all' ? undefined : filter)}
                aria-current={filter === chosen ? 'true' : undefined}
              >
                <FilterWords filter={filter} say={say} /> <b>{count}</b>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function FilterWords({ filter, say }: { filter: Filter; say: Translator }) {
  if (filter !== 'decision-needed' && filter !== 'please-check' && filter !== 'ready')
    return say(`admin.filter.${filter}`)
  return (
    <>
      <UpdateIcon sign={updateSignOf(filter)} /> {say(`words.update.${filter}`)}
    </>
  )
}
