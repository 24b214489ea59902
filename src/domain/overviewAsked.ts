import { CHANGE_CLASSES, type ChangeClass } from './changeNote'

/** The filters of the sections by country. `open`: where something waits · `differing`: where countries differ. */
export const SECTION_FILTERS = ['open', 'differing', 'all', 'decide', 'check', 'ready', 'paused', 'kept'] as const
export type SectionFilter = (typeof SECTION_FILTERS)[number]

/** `order`: as the sections are numbered · `open`: most open decisions first. */
export const SECTION_ORDERS = ['order', 'open'] as const
export type SectionOrder = (typeof SECTION_ORDERS)[number]

/** What an address of the overview asks for. The files of its tables have the same addresses. */
export type OverviewAsked = {
  /** Null: what most people look for (`usualFilter`). */
  show: SectionFilter | null
  sort: SectionOrder
  /** Only changes of this class. */
  class: ChangeClass | null
  /** Only what this country decides, by its code. */
  country: string | null
  /** Everything that needs attention, not only the first. */
  first: 'all' | null
  /** All rows of both tables, not only the first; files always have all. */
  rows: 'all' | null
}

/** Reads the query of an address. What is unknown counts as missing, except a country, which may get a version later. */
export function overviewAsked(queryOf: (name: string) => string): OverviewAsked {
  return {
    show: SECTION_FILTERS.find((one) => one === queryOf('show')) ?? null,
    sort: SECTION_ORDERS.find((one) => one === queryOf('sort')) ?? 'order',
    class: CHANGE_CLASSES.find((one) => one === queryOf('class')) ?? null,
    country: queryOf('country') || null,
    first: queryOf('first') === 'all' ? 'all' : null,
    rows: queryOf('rows') === 'all' ? 'all' : null,
  }
}

/** Returns the query of an address, without `?`: only what is not usual is in it. */
export function overviewQuery({ toolkit, ...asked }: Partial<OverviewAsked> & { toolkit: string }): string {
  const query = new URLSearchParams({ toolkit })
  const { show, sort, class: of, country, first, rows } = asked
  const unusual = { show, sort: sort === 'open' ? sort : null, class: of, country, first, rows }
  for (const [name, value] of Object.entries(unusual)) if (value) query.set(name, value)
  return query.toString()
}
