import { type AboutChange, aboutChanges } from '@/domain/aboutChanges'
import { type Became, whatBecame } from '@/domain/became'
import type { Language } from '@/domain/language'
import { type About, inReadingOrder, type ManifestEntry, type Release } from '@/domain/release'
import type { Policy } from '@/domain/section'
import { contentHash } from '@/stored/contentHash'
import { isSameRelease } from '@/stored/releaseState'
import type { WorkingSection } from '@/stored/sections'
import { type TextIn, textIn } from '../words/titles'

/** How a section of the working text stands to the last release of the common framework. */
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

export type WorkingText = {
  rows: WorkingRow[]
  /** Sections of the last release that the working text does not have any more. */
  removed: string[]
  /** How many sections are new, changed or moved: what the filter “Changed” lists. Those taken out are in `removed`. */
  changed: number
  /** What pages would say otherwise of the toolkit than in the last release. */
  about: AboutChange[]
  /** Would a release be the same as the last one? */
  isSameAsRelease: boolean
}

/**
 * The working text of the common framework (see `loadWorkingSections`), and what its pages would say of the toolkit, against
 * its last release; null as `last` before the first. It asks what countries get, who read guidance and the policy too, and
 * every language: to them another content is a change that readers of one language may not notice.
 */
export function workingText({
  sections,
  about,
  last,
  languages,
  reader,
}: {
  sections: readonly WorkingSection[]
  about: About
  last: Release | null
  languages: readonly Language[]
  reader: Language
}): WorkingText {
  const manifest = manifestOf(sections)
  const contents = new Map(sections.map(({ content }) => [content.key, content]))
  const all = whatBecame({
    before: (last?.manifest ?? []).map((entry) => ({ entry })),
    after: manifest.map((entry) => ({ entry })),
    isSame: (was, is) => was.entry.blob === is.entry.blob,
  })
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
  const removed = all.flatMap(({ key, became }) => (became === 'removed' ? [key] : []))
  return {
    rows,
    removed,
    changed: rows.filter(({ state }) => state !== 'same').length,
    about: last ? aboutChanges({ before: last.about, after: about }) : [],
    isSameAsRelease: last !== null && isSameRelease({ release: last, manifest, about }),
  }
}

/** The manifest that a release made now would have. */
export function manifestOf(sections: readonly WorkingSection[]): ManifestEntry[] {
  return sections
    .filter(({ retired }) => !retired)
    .map(({ slug, parent, rank, content }) => ({
      key: content.key,
      slug,
      parent,
      rank,
      mode: 'inherit',
      blob: contentHash(content),
      provenance: {},
    }))
}
