import { CHANGE_CLASSES, type ChangeClass } from '@/domain/changeNote'
import { ChangeClassIcon } from '@/icons/ChangeClassIcon'
import type { Translator } from '@/messages/translate'
import { FilterLinks } from './FilterLinks'

/** The classes of changes as filters, the most important first. Nothing if no change has a class. */
export function ClassFilters({
  label,
  all,
  classes,
  chosen,
  addressOf,
  say,
}: {
  label: string
  /** The name of the filter that shows changes of every class. */
  all: string
  /** The class of each change; null for one of which nothing was said. */
  classes: readonly (ChangeClass | null)[]
  /** Null for all. */
  chosen: ChangeClass | null
  addressOf: (of: ChangeClass | null) => string
  say: Translator
}) {
  const filters = CHANGE_CLASSES.toReversed().map((of) => ({
    key: of,
    name: (
      <>
        <ChangeClassIcon of={of} /> {say(`words.change-class.${of}`)}
      </>
    ),
    count: classes.filter((one) => one === of).length,
    address: addressOf(of),
    isChosen: of === chosen,
  }))
  if (chosen === null && filters.every(({ count }) => count === 0)) return null
  const first = { key: 'all', name: all, count: classes.length, address: addressOf(null), isChosen: chosen === null }
  return <FilterLinks label={label} filters={[{ ...first, isAll: true }, ...filters]} />
}
