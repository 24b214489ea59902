import { UpdateIcon } from '@/icons/UpdateIcon'
import type { Translator } from '@/messages/translate'
import { updateSignOf } from '../updates/UpdateMark'
import { versionAddress } from '../words/addresses'
import { FilterLinks } from '../words/FilterLinks'
import { countShown, FILTERS, type Filter, type SectionRow } from './sectionRows'

/** The filter in an address; everything if it names none that exists. */
export function filterOf(asked: string): Filter {
  return FILTERS.find((filter) => filter === asked) ?? 'all'
}

/** The filters of the sections. */
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
  const filters = FILTERS.map((filter) => ({
    key: filter,
    name: <FilterWords filter={filter} say={say} />,
    count: countShown(rows, filter),
    address: versionAddress(variant, filter === 'all' ? undefined : filter),
    isChosen: filter === chosen,
    isAll: filter === 'all',
  }))
  return <FilterLinks label={say('admin.filter.label')} filters={filters} />
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
