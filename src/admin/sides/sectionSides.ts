import { LANGUAGES, type Language } from '@/domain/language'
import { NO_TEXTS } from '@/domain/section'
import { hasText } from '@/domain/sectionText'
import { type FieldRows, isAsCommon, ROW_STATES, sectionSideBySide } from '@/domain/sideBySide'
import { type SectionFacts, sourceLanguageOf } from '../editor/sectionFacts'

/** Which rows the screen shows: all, those that differ from the common text, or those in one state. */
export const SIDE_FILTERS = ['all', 'differences', ...ROW_STATES] as const
export type SideFilter = (typeof SIDE_FILTERS)[number]

/** The common text of a section and the country's text, row by row. */
export type SectionSides = {
  /** The languages in which the common text has words, and the one that is shown. */
  languages: Language[]
  common: Language
  fields: FieldRows[]
}

/** Returns both texts row by row; null if only the country has the section. `asked` is the language of the common text. */
export function sectionSides({ facts, asked }: { facts: SectionFacts; asked: string }): SectionSides | null {
  const { base, content, entry, language } = facts
  if (!base) return null
  const languages = LANGUAGES.filter((one) => hasText(base.content, one))
  const source = sourceLanguageOf({ ...facts, content: base.content }) ?? languages[0] ?? language
  const common = languages.find((one) => one === asked) ?? languages.find((one) => one === language) ?? source
  const fields = sectionSideBySide({
    common: base.content,
    national: entry.mode === 'omit' ? NO_TEXTS : content,
    languages: { common, national: language },
    provenance: entry.mode === 'omit' ? {} : entry.provenance,
  })
  return { languages, common, fields }
}

/** Returns the filter that an address names; all rows if it names none. */
export function sideFilterOf(asked: string): SideFilter {
  return SIDE_FILTERS.find((filter) => filter === asked) ?? 'all'
}

/** Returns the fields with the rows that a filter shows. */
export function rowsOf(fields: readonly FieldRows[], filter: SideFilter): FieldRows[] {
  return fields.flatMap(({ field, rows }) => {
    const shown = rows.filter((row) =>
      filter === 'all' ? true : filter === 'differences' ? !isAsCommon(row) : row.state === filter,
    )
    return shown.length > 0 ? [{ field, rows: shown }] : []
  })
}

/** Returns the filters with the number of rows of each. */
export function countedFilters(fields: readonly FieldRows[]): { filter: SideFilter; count: number }[] {
  return SIDE_FILTERS.map((filter) => ({
    filter,
    count: rowsOf(fields, filter).reduce((sum, { rows }) => sum + rows.length, 0),
  }))
}
