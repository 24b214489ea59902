import { type AboutChange, aboutChanges } from '@/domain/aboutChanges'
import { type Became, becameSinceRelease } from '@/domain/became'
import type { Language } from '@/domain/language'
import { type About, inReadingOrder, type Release } from '@/domain/release'
import type { Policy } from '@/domain/section'
import type { ListedSection } from '@/stored/listedSections'
import { isSameRelease } from '@/stored/releaseState'
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
  /** Its place, and the revision that somebody sees who moves it. */
  parent: string | null
  rank: string
  rev: number
  /** The languages of the toolkit in which it lacks a title or a body. */
  missing: Language[]
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
  sections: readonly ListedSection[]
  about: About
  /** Null before the first release. */
  last: Release | null
}

/** The working text compared with the last release: see `workingText`. */
export function workingChanges(given: Against): WorkingChanges {
  return changesOf({ ...given, all: becameOf(given) })
}

function becameOf({ sections, last }: Against) {
  return becameSinceRelease({ last, next: sections })
}

function changesOf({ sections, about, last, all }: Against & { all: ReturnType<typeof becameOf> }): WorkingChanges {
  const manifest = sections.map(({ entry }) => entry)
  return {
    removed: all.flatMap(({ key, became }) => (became === 'removed' ? [key] : [])),
    changed: all.filter(({ became }) => became !== 'same' && became !== 'removed').length,
    about: last ? aboutChanges({ before: last.about, after: about }) : [],
    isSameAsRelease: last !== null && isSameRelease({ release: last, manifest, about }),
  }
}

/**
 * The working text of the common framework (see `loadListedSections`), and what its pages would say about the toolkit,
 * compared with its last release; `last` is null before the first. It looks at what countries get, who also read the
 * guidance and the policy, and at every language: for them any other content is a change, even if readers of one
 * language do not notice it.
 */
export function workingText({
  languages,
  reader,
  ...against
}: Against & {
  languages: readonly Language[]
  reader: Language
}): WorkingText {
  const { sections } = against
  const listed = new Map(sections.map((section) => [section.entry.key, section]))
  const all = becameOf(against)
  const states = new Map(all.map(({ key, became }) => [key, became]))
  const inOrder = inReadingOrder(sections.map(({ entry }) => entry))
  const rows = inOrder.flatMap(({ entry, number, depth }): WorkingRow[] => {
    const section = listed.get(entry.key)
    const state = states.get(entry.key)
    if (!section || !state || state === 'removed') return []
    return [
      {
        key: entry.key,
        number,
        depth,
        title: textIn({ given: section.title, languages: [reader, ...languages], otherwise: entry.slug }),
        policy: section.policy,
        state,
        parent: entry.parent,
        rank: entry.rank,
        rev: section.rev,
        missing: languages.filter((language) => !section.written.includes(language)),
      },
    ]
  })
  return { rows, ...changesOf({ ...against, all }) }
}
