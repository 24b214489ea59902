import type { Language } from '@/domain/language'
import { inReadingOrder, type Release } from '@/domain/release'
import { MODES, type Mode, type SectionContent } from '@/domain/section'
import type { VersionState } from '../reading/versionState'
import { type TextIn, textIn } from '../words/titles'

/** One country in the overview: how its sections stand. */
export type CountryColumn = { country: string; variant: string; modes: Map<string, Mode>; counts: Record<Mode, number> }

/** How many sections a country treats in which way. */
export function countryColumn(state: Pick<VersionState, 'variant' | 'resolved'>): CountryColumn {
  const entries = state.resolved.sections.map(({ entry }) => entry)
  const counts = Object.fromEntries(
    MODES.map((mode) => [mode, entries.filter((entry) => entry.mode === mode).length]),
  ) as Record<Mode, number>
  return {
    country: state.variant.country,
    variant: state.variant.id,
    modes: new Map(entries.map(({ key, mode }) => [key, mode])),
    counts,
  }
}

/** One section of the common framework across the countries. */
export type MatrixRow = {
  key: string
  number: string
  title: TextIn
  /** By the order of the columns; null where a country's version is based on a release without this section. */
  cells: (Mode | null)[]
  /** Does a country do anything else than adopt it? */
  differs: boolean
}

/** The sections of the newest common framework in reading order, each with what every country does with it. */
export function matrixRows({
  common,
  contents,
  columns,
  reader,
  source,
}: {
  common: Release
  /** By the key of the section. */
  contents: ReadonlyMap<string, SectionContent>
  columns: readonly CountryColumn[]
  reader: Language
  source: Language
}): MatrixRow[] {
  return inReadingOrder(common.manifest).map(({ entry, number }) => {
    const cells = columns.map(({ modes }) => modes.get(entry.key) ?? null)
    return {
      key: entry.key,
      number,
      title: textIn({
        given: contents.get(entry.key)?.title ?? {},
        languages: [reader, source],
        otherwise: entry.slug,
      }),
      cells,
      differs: cells.some((mode) => mode !== null && mode !== 'inherit'),
    }
  })
}
