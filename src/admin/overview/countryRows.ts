import type { Language } from '@/domain/language'
import { inReadingOrder, type Release } from '@/domain/release'
import type { BaseSection } from '@/domain/resolve'
import { MODES, type Mode, type SectionContent } from '@/domain/section'
import type { VersionState } from '../reading/versionState'
import { type TextIn, textIn } from '../words/titles'

/** One country in the overview, with the state of its sections. */
export type CountryColumn = { variant: string; modes: Map<string, Mode>; counts: Record<Mode, number> }

/** How many sections a country treats in each way. */
export function countryColumn(state: Pick<VersionState, 'variant' | 'resolved'>): CountryColumn {
  const entries = state.resolved.sections.map(({ entry }) => entry)
  const counts = Object.fromEntries(
    MODES.map((mode) => [mode, entries.filter((entry) => entry.mode === mode).length]),
  ) as Record<Mode, number>
  return {
    variant: state.variant.id,
    modes: new Map(entries.map(({ key, mode }) => [key, mode])),
    counts,
  }
}

/** One section of the common framework across the countries. */
export type MatrixRow = {
  key: string
  /** Empty for a section that the common framework no longer has: its number differs in every release. */
  number: string
  title: TextIn
  /** In the order of the columns; null if a country's version is based on a release without this section. */
  cells: (Mode | null)[]
  /**
   * Does a country do anything else than adopt it? A country that keeps a section which the common framework no longer
   * has does.
   */
  differs: boolean
  /** Does the newest common framework no longer have this section? */
  isGone: boolean
}

/** What a country's version is based on. */
export type BaseOfCountry = { baseline: Pick<Release, 'seq'>; base: readonly BaseSection[] }

/**
 * The sections of the newest common framework in reading order, each with what every country does with it; then those
 * that it no longer has but that a country is still based on.
 */
export function matrixRows({
  common,
  contents,
  bases,
  columns,
  reader,
  source,
}: {
  common: Release
  /** By the key of the section. */
  contents: ReadonlyMap<string, SectionContent>
  bases: readonly BaseOfCountry[]
  columns: readonly CountryColumn[]
  reader: Language
  source: Language
}): MatrixRow[] {
  const titleOf = ({ content, slug }: { content: SectionContent | undefined; slug: string }) =>
    textIn({ given: content?.title ?? {}, languages: [reader, source], otherwise: slug })
  const cellsOf = (key: string) => columns.map(({ modes }) => modes.get(key) ?? null)
  const here = inReadingOrder(common.manifest).map(({ entry: { key, slug }, number }): MatrixRow => {
    const cells = cellsOf(key)
    const differs = cells.some((mode) => mode !== null && mode !== 'inherit')
    return { key, number, title: titleOf({ content: contents.get(key), slug }), cells, differs, isGone: false }
  })
  const gone = goneSections({ common, bases }).map(({ content, entry: { key, slug } }): MatrixRow => {
    return { key, number: '', title: titleOf({ content, slug }), cells: cellsOf(key), differs: true, isGone: true }
  })
  return [...here, ...gone]
}

/**
 * Sections that countries are based on and the common framework lacks, with the title of the newest of those releases.
 */
function goneSections({ common, bases }: { common: Release; bases: readonly BaseOfCountry[] }): BaseSection[] {
  const known = new Set(common.manifest.map(({ key }) => key))
  const gone: BaseSection[] = []
  for (const { base } of bases.toSorted((a, b) => b.baseline.seq - a.baseline.seq)) {
    const sections = new Map(base.map((section) => [section.entry.key, section]))
    for (const { entry } of inReadingOrder(base.map((section) => section.entry))) {
      const section = sections.get(entry.key)
      if (!section || known.has(entry.key)) continue
      known.add(entry.key)
      gone.push(section)
    }
  }
  return gone
}
