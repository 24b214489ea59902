import type { Language } from '@/domain/language'
import { type TextIn, textIn } from '../words/titles'
import { type PlacedSection, type SectionState, sectionPairs } from './sectionPairs'

export type PublishedChange = {
  key: string
  /** Its number in what is published; empty for a section that is no longer there. */
  number: string
  title: TextIn
  state: Exclude<SectionState, 'same'>
}

/** The sections that a publication changes for readers, in reading order, with what is no longer there at the end. */
export function publishedChanges({
  before,
  after,
  languages,
  reader,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  /** In which it is published. */
  languages: readonly Language[]
  /** The language in which titles are wanted, where they have it. */
  reader: Language
}): PublishedChange[] {
  return sectionPairs({ before, after, languages }).flatMap(({ key, number, section: { content, entry }, state }) => {
    const title = textIn({ given: content.title, languages: [reader, ...languages], otherwise: entry.slug })
    return state === 'same' ? [] : [{ key, number, title, state }]
  })
}
