import type { Language } from '@/domain/language'
import { inReadingOrder } from '@/domain/release'
import type { ListedSection } from '@/stored/listedSections'
import type { PlacedTitle } from '../editor/placeChoices'
import { textIn } from '../words/titles'

/** All sections of a common framework in reading order, to choose a place beside one or under it. */
export function commonChoices({
  sections,
  languages,
}: {
  sections: readonly ListedSection[]
  /** For titles, the first choice first. */
  languages: readonly Language[]
}): PlacedTitle[] {
  const listed = new Map(sections.map((one) => [one.entry.key, one]))
  return inReadingOrder(sections.map(({ entry }) => entry)).map(({ entry: { key, parent, slug }, number }) => {
    const { text } = textIn({ given: listed.get(key)?.title ?? {}, languages, otherwise: slug })
    return { key, parent: parent !== null && listed.has(parent) ? parent : null, label: `${number} ${text}` }
  })
}
