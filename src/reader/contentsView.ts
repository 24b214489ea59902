import type { Release } from '@/domain/release'
import { STAGES, type Stage } from '@/domain/section'
import { changesSince, keysChangedInCommon, type OutlineEntry, outlineOf, type SectionFacts } from './outline'
import type { VersionView } from './versionView'

export type ContentsView = {
  version: VersionView
  outline: OutlineEntry[]
  /** Sections that are new or changed since the release before; absent in the first release. */
  changes?: { since: string; entries: (OutlineEntry & { kind: 'new' | 'changed' })[] }
  /** How many sections a newer common framework changes. */
  openInCommon: number
  /** Sections by the step of the procedure that they are for; steps without a section are left out. */
  steps: { stage: Stage; entries: OutlineEntry[] }[]
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
  previous?: Release
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
            since: previous.version,
            entries: changesSince({ before: previous, after: release }).flatMap(({ key, kind }) => {
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
