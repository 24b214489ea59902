import { openIn, pausedIn } from '@/domain/countryStanding'
import type { Language } from '@/domain/language'
import type { OverviewAsked } from '@/domain/overviewAsked'
import { type ChangeCell, type ChangeRow, type SectionCell, shownChanges, shownSections } from '@/domain/overviewRows'
import { shortDate } from '@/messages/dates'
import { sayBehind } from '@/messages/sayBehind'
import type { Translator } from '@/messages/translate'
import type { CountryOverview, Overview } from '@/stored/overview'

/** A table of the overview of countries. */
export const OVERVIEW_TABLES = ['sections', 'changes'] as const
export type OverviewTable = (typeof OVERVIEW_TABLES)[number]

type Asked = {
  overview: Pick<Overview, 'common' | 'sections' | 'changes'>
  /** In the order of the cells, with their names in the language of the person. */
  countries: readonly (CountryOverview & { name: string })[]
  asked: OverviewAsked
  language: Language
  say: Translator
}

/** A table of the overview as rows of text, the heads first: with the filters and the words of the screen. */
export function overviewTable(table: OverviewTable, given: Asked): string[][] {
  return table === 'sections' ? sectionsTable(given) : changesTable(given)
}

function sectionsTable({ overview, countries, asked, say }: Asked): string[][] {
  const heads = countries.map((country) => `${country.name} (${headOf(country, overview, say)})`)
  return [
    [say('admin.version.section'), ...heads],
    ...shownSections(overview.sections, asked).map((row) => [
      numbered(row),
      ...row.cells.map((cell) => sectionWords(cell, say)),
    ]),
  ]
}

function changesTable({ overview, countries, asked, language, say }: Asked): string[][] {
  const all = countries.map((named) => ({ ...named, country: named.variant.country }))
  const { rows, columns } = shownChanges({ rows: overview.changes, columns: all }, asked)
  return [
    [
      say('overview.changes.change'),
      say('overview.file.class'),
      say('overview.file.by'),
      say('overview.file.note'),
      ...columns.map((country) => `${country.name} (${headOf(country, overview, say)})`),
    ],
    ...rows.map((row) => [
      numbered(row),
      row.class ? say(`words.change-class.${row.class}`) : '',
      row.decideBy ?? '',
      row.note,
      ...row.cells.map((cell) => changeWords(cell, { language, say })),
    ]),
  ]
}

function headOf(
  { follows: { version }, standing }: CountryOverview,
  { common }: Pick<Overview, 'common'>,
  say: Translator,
): string {
  // While the common framework is withdrawn there is nothing to decide on.
  return say(common.inUse ? 'overview.head' : 'admin.matrix.on', {
    version,
    open: openIn(standing).length,
    paused: pausedIn(standing).length,
  })
}

/** Number and title in one cell: a spreadsheet would read “3.1” alone as a number or a day. */
function numbered({ number, title }: Pick<ChangeRow, 'number' | 'title'>): string {
  return `${number} ${title.value}`.trim()
}

function sectionWords({ mode, mark }: SectionCell, say: Translator): string {
  const words = [mode ? say(`words.mode.${mode}`) : '', mark ? say(`overview.means.${mark}`) : '']
  return words.filter((one) => one !== '').join(' · ')
}

function changeWords(cell: ChangeCell, { language, say }: Pick<Asked, 'language' | 'say'>): string {
  switch (cell.is) {
    case 'nothing':
      return say('overview.changes.nothing')
    case 'waiting': {
      const late = cell.isLate ? say('overview.changes.late') : ''
      return [say(`overview.means.${cell.mark}`), late].filter((one) => one !== '').join(' · ')
    }
    case 'decided': {
      const { at, behind, choice, note, reason } = cell
      const lags = behind.length > 0 ? sayBehind({ languages: behind, language, say }) : ''
      const why = [reason ? say(`words.reason.${reason}`) : '', note]
      return [say(`overview.choice.${choice}`), lags, shortDate(at, language), ...why]
        .filter((one) => one !== '')
        .join(' · ')
    }
    default:
      return cell satisfies never
  }
}
