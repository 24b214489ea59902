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

/** As many rows as a table shows at first. */
const MOST_ROWS = 60

/** As many cells as it shows at first: with thirty countries, sixty rows make a page of several megabytes. */
const MOST_CELLS = 600

/** The first rows of a table with so many countries, or all of them if the address asks for them. */
export function firstRows<Row>({ asked }: Place, rows: readonly Row[], countries: number): readonly Row[] {
  const most = Math.min(MOST_ROWS, Math.ceil(MOST_CELLS / Math.max(1, countries)))
  return asked.rows === 'all' ? rows : rows.slice(0, most)
}
