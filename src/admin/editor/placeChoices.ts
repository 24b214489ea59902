import type { Language } from '@/domain/language'
import { inReadingOrder } from '@/domain/release'
import type { VersionState } from '../reading/versionState'
import { textIn } from '../words/titles'

/** A section of the version with its number and title, to choose a place beside it or under it. */
export type PlacedTitle = { key: string; parent: string | null; label: string }

/** All sections of a version in reading order. A section whose parent is not in the version is at the top. */
export function placeChoices({
  state: { resolved, variant },
  language,
}: {
  state: Pick<VersionState, 'resolved' | 'variant'>
  /** The first choice for titles. */
  language: Language
}): PlacedTitle[] {
  const titles = new Map(resolved.sections.map(({ entry, content }) => [entry.key, content.title]))
  return inReadingOrder(resolved.sections.map(({ entry }) => entry)).map(({ entry, number }) => {
    const given = titles.get(entry.key) ?? {}
    const { text } = textIn({ given, languages: [language, ...variant.languages], otherwise: entry.key })
    const parent = entry.parent !== null && titles.has(entry.parent) ? entry.parent : null
    return { key: entry.key, parent, label: `${number} ${text}` }
  })
}
