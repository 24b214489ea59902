import type { ReactNode } from 'react'

/** One filter of a list. */
export type FilterLink = {
  key: string
  /** What it shows. */
  name: ReactNode
  /** How many rows it shows; null for a choice that hides none, as an order. */
  count: number | null
  /** The address contains the state. */
  address: string
  isChosen: boolean
  /** It shows all rows, so it is a way back even if there are none. */
  isAll?: boolean
}

/** Filters as links with their counts. The chosen one is marked; others that show nothing are left out. */
export function FilterLinks({ label, filters }: { label: string; filters: readonly FilterLink[] }) {
  const shown = filters.filter(({ count, isAll, isChosen }) => isAll || isChosen || count !== 0)
  return (
    <nav aria-label={label}>
      <ul className="filters">
        {shown.map(({ key, name, count, address, isChosen }) => (
          <li key={key}>
            <a href={address} aria-current={isChosen ? 'true' : undefined}>
              {name}
              {count === null ? null : (
                <>
                  {' '}
                  <b>{count}</b>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
