import type { Became } from '@/domain/became'
import type { Release } from '@/domain/release'
import type { Said } from '@/domain/said'
import { STAGES, type Stage } from '@/domain/section'
import { pathOf } from '@/domain/siteAddress'
import { keysChangedInCommon, type OutlineEntry, outlineOf, type SectionFacts } from './outline'
import type { ReleaseChange } from './releaseChange'
import type { VersionView } from './versionView'

/** What became of a section that still exists. */
export type ShownChange = Exclude<Became, 'removed' | 'same'>

export type ContentsView = {
  version: VersionView
  outline: OutlineEntry[]
  /** What became of sections since the previous release; missing in the first release. */
  changes?: { since: string; entries: (OutlineEntry & { became: ShownChange })[]; removed: RemovedSection[] }
  /** How many sections a newer common framework changes; null if that cannot be read. */
  openInCommon: number | null
  /** Sections by the stage of the procedure that they are for; stages without a section are left out. */
  steps: { stage: Stage; entries: OutlineEntry[] }[]
}

/** The previous release, what became of its sections, and the facts about those that this one lacks. */
export type Previous = {
  release: Release
  changes: readonly ReleaseChange[]
  facts: ReadonlyMap<string, SectionFacts>
}

/** A section of the previous release, with the title that it had there. */
export type RemovedSection = {
  key: string
  title: Said<string>
  /** Where it can still be read; missing if the previous release is not in the language of the page. */
  href?: string
}

export function contentsView({
  version,
  release,
  facts,
  previous,
  newerCommon,
}: {
  version: VersionView
  release: Release
  facts: ReadonlyMap<string, SectionFacts>
  previous?: Previous
  newerCommon?: Release
}): ContentsView {
  const outline = outlineOf({ release, facts, language: version.language, source: version.toolkit.sourceLanguage })
  const byKey = new Map(outline.map((entry) => [entry.key, entry]))
  return {
    version,
    outline,
    ...(previous
      ? {
          changes: {
            since: previous.release.version,
            removed: removedSections({ version, previous }),
            entries: previous.changes.flatMap(({ key, became }) => {
              const entry = byKey.get(key)
              return !entry || became === 'removed' || became === 'same' ? [] : [{ ...entry, became }]
            }),
          },
        }
      : {}),
    openInCommon: newerCommon ? keysChangedInCommon({ release, common: newerCommon }).size : null,
    steps: STAGES.map((stage) => ({
      stage,
      entries: outline.filter((entry) => entry.mode !== 'omit' && entry.stages.includes(stage)),
    })).filter(({ entries }) => entries.length > 0),
  }
}

function removedSections({
  version: { address, language, toolkit },
  previous: { release: before, facts, changes },
}: {
  version: VersionView
  previous: Previous
}): RemovedSection[] {
  const outline = outlineOf({ release: before, facts, language, source: toolkit.sourceLanguage })
  const titles = new Map(outline.map(({ key, title }) => [key, title]))
  return changes.flatMap(({ key, became, section }) => {
    if (became !== 'removed') return []
    const { slug } = section.entry
    return {
      key,
      title: titles.get(key) ?? { value: slug, language, standsIn: false },
      ...(before.languages.includes(language)
        ? { href: pathOf({ ...address, version: before.version, section: slug }) }
        : {}),
    }
  })
}
