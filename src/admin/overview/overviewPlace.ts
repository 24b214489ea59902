import type { Language } from '@/domain/language'
import { type OverviewAsked, overviewQuery } from '@/domain/overviewAsked'
import type { Said } from '@/domain/said'
import type { Translator } from '@/messages/translate'
import type { CountryOverview } from '@/stored/overview'
import type { Toolkit } from '@/stored/toolkits'
import { OVERVIEW } from '../words/addresses'

/** What all parts of the overview show or link with. */
export type Place = {
  toolkit: Toolkit
  asked: OverviewAsked
  language: Language
  say: Translator
}

/** A country of the overview, with its name in the language of the page. */
export type NamedOverview = CountryOverview & { name: string }

/** The overview with some of what it shows changed, at one of its parts. */
export function overviewAddress({ toolkit, asked }: Place, change: Partial<OverviewAsked>, part: string): string {
  return `${OVERVIEW}?${overviewQuery({ toolkit: toolkit.slug, ...asked, ...change })}#${part}`
}

/** The file of a table as the screen shows it now. */
export function fileAddress({ toolkit, asked }: Place, table: 'sections' | 'changes', format: 'csv' | 'xlsx'): string {
  return `/api/overview/${table}?${overviewQuery({ toolkit: toolkit.slug, ...asked })}&format=${format}`
}

/** The number and the title of a section. */
export function numbered({ number, title }: { number: string; title: Said<string> }): string {
  return `${number} ${title.value}`.trim()
}

/** As many rows as a table shows at first: with thirty countries, more would take seconds to load. */
export const MOST_ROWS = 60

/** The first rows, or all of them if the address asks for them. */
export function firstRows<Row>(rows: readonly Row[], { rows: asked }: Pick<OverviewAsked, 'rows'>): readonly Row[] {
  return asked === 'all' ? rows : rows.slice(0, MOST_ROWS)
}
