import { type AboutChange, aboutChanges } from '@/domain/aboutChanges'
import { type Became, whatBecame } from '@/domain/became'
import type { Language } from '@/domain/language'
import { type About, inReadingOrder, type ManifestEntry, type Release } from '@/domain/release'
import type { Policy } from '@/domain/section'
import { isSameRelease } from '@/stored/releaseState'
import type { WorkingSection } from '@/stored/sections'
import { manifestOf } from '@/stored/workingManifest'
import { type TextIn, textIn } from '../words/titles'

/** How a section of the working text differs from the last release of the common framework. */
export type WorkingState = Exclude<Became, 'removed'>

/** One line of the list of sections of the common framework. */
export type WorkingRow = {
  key: string
  number: string
  depth: number
  title: TextIn
  policy: Policy
  state: WorkingState
  languages: { language: Language; written: boolean }[]
}

/** The differences between the working text and the last release, in numbers. */
export type WorkingChanges = {
  /** Keys of sections of the last release that the working text no longer has. */
  removed: string[]
  /**
   * How many sections are new, changed or moved: those that the filter “Changed” lists. Removed ones are in `removed`.
   */
  changed: number
  /** The changes in what pages say about the toolkit since the last release. */
  about: AboutChange[]
  /** Would a release be the same as the last one? */
  isSameAsRelease: boolean
}

export type WorkingText = WorkingChanges & { rows: WorkingRow[] }

type Against = {
  about: About
  /** Null before the first release. */
  last: Release | null
}

/**
 * The working text, given by the manifest that its release would have, compared with the last release: see
 * `workingText`.
 */
export function workingChanges({ manifest, ...against }: Against & { manifest: ManifestEntry[] }): WorkingChanges {
  return changesOf({ manifest, ...against, all: becameOf({ manifest, last: against.last }) })
}

function becameOf({ manifest, last }: { manifest: readonly ManifestEntry[]; last: Release | null }) {
  return whatBecame({
    before: (last?.manifest ?? []).map((entry) => ({ entry })),
    after: manifest.map((entry) => ({ entry })),
    isSame: (was, is) => was.entry.blob === is.entry.blob,
  })
}

function changesOf({
  manifest,
  about,
  last,
  all,
}: Against & { manifest: ManifestEntry[]; all: ReturnType<typeof becameOf> }): WorkingChanges {
  return {
    removed: all.flatMap(({ key, became }) => (became === 'removed' ? [key] : [])),
    changed: all.filter(({ became }) => became !== 'same' && became !== 'removed').length,
    about: last ? aboutChanges({ before: last.about, after: about }) : [],
    isSameAsRelease: last !== null && isSameRelease({ release: last, manifest, about }),
  }
}

/**
 * The working text of the common framework (see `loadWorkingSections`), and what its pages would say about the toolkit,
 * compared with its last release; `last` is null before the first. It looks at what countries get, who also read the
 * guidance and the policy, and at every language: for them any other content is a change, even if readers of one
 * language do not notice it.
 */
export function workingText({
  sections,
  about,
  last,
  languages,
  reader,
}: Against & {
  sections: readonly WorkingSection[]
  languages: readonly Language[]
  reader: Language
}): WorkingText {
  const manifest = manifestOf(sections)
  const contents = new Map(sections.map(({ content }) => [content.key, content]))
  const all = becameOf({ manifest, last })
  const states = new Map(all.map(({ key, became }) => [key, became]))
  const rows = inReadingOrder(manifest).flatMap(({ entry, number, depth }): WorkingRow[] => {
    const content = contents.get(entry.key)
    const state = states.get(entry.key)
    if (!content || !state || state === 'removed') return []
    return [
      {
        key: entry.key,
        number,
        depth,
        title: textIn({ given: content.title, languages: [reader, ...languages], otherwise: entry.slug }),
        policy: content.policy,
        state,
        languages: languages.map((language) => ({
          language,
          written: content.title[language] !== undefined && content.body[language] !== undefined,
        })),
      },
    ]
  })
  return { rows, ...changesOf({ manifest, about, last, all }) }
}
