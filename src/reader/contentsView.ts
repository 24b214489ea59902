import type { Release } from '@/domain/release'
import { STAGES, type Stage } from '@/domain/section'
import { pathOf } from './address'
import {
  changesSince,
  keysChangedInCommon,
  type OutlineEntry,
  outlineOf,
  removedSince,
  type SectionFacts,
} from './outline'
import type { Said } from './said'
import type { VersionView } from './versionView'

export type ContentsView = {
  version: VersionView
  outline: OutlineEntry[]
  /** Sections that are new, changed or removed since the release before; absent in the first release. */
  changes?: { since: string; entries: (OutlineEntry & { kind: 'new' | 'changed' })[]; removed: RemovedSection[] }
  /** How many sections a newer common framework changes. */
  openInCommon: number
  /** Sections by the step of the procedure that they are for; steps without a section are left out. */
  steps: { stage: Stage; entries: OutlineEntry[] }[]
}

/** A section that the release before had, under the title that it had there. */
export type RemovedSection = {
  key: string
  title: Said<string>
  /** Where it is still to be read; absent where the release before is not in the language of the page. */
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
  /** The release before, and the facts of what it has and this one lacks. */
  previous?: { release: Release; facts: ReadonlyMap<string, SectionFacts> }
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
            removed: removedSections({ version, release, previous }),
            entries: changesSince({ before: previous.release, after: release }).flatMap(({ key, kind }) => {
              const entry = byKey.get(key)
              return entry ? [{ ...entry, kind }] : []
            }),
          },
        }
      : {}),
    openInCommon: newerCommon ? keysChangedInCommon({ release, common: newerCommon }).size : 0,
    steps: STAGES.map((stage) => ({
      stage,
      entries: outline.filter((entry) => entry.mode !== 'omit' && entry.stages.includes(stage)),
    })).filter(({ entries }) => entries.length > 0),
  }
}

function removedSections({
  version: { address, language, toolkit },
  release,
  previous: { release: before, facts },
}: {
  version: VersionView
  release: Release
  previous: { release: Release; facts: ReadonlyMap<string, SectionFacts> }
}): RemovedSection[] {
  const outline = outlineOf({ release: before, facts, language, source: toolkit.sourceLanguage })
  const titles = new Map(outline.map(({ key, title }) => [key, title]))
  return removedSince({ before, after: release }).map(({ key, slug }) => ({
    key,
    title: titles.get(key) ?? { value: slug, language, standsIn: false },
    ...(before.languages.includes(language)
      ? { href: pathOf({ ...address, version: before.version, section: slug }) }
      : {}),
  }))
}
