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
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  /** In which titles are looked for. */
  languages: readonly Language[]
}): PublishedChange[] {
  return sectionPairs({ before, after }).flatMap(({ key, number, section: { content, entry }, state }) => {
    const title = textIn({ given: content.title, languages, otherwise: entry.slug })
    return state === 'same' ? [] : [{ key, number, title, state }]
  })
}
