import { type Became, type ReadIn, readsTheSame, whatBecame } from '@/domain/became'
import type { Language } from '@/domain/language'
import type { PlacedSection } from '@/domain/release'
import { type TextIn, textIn } from '../words/titles'

export type PublishedChange = {
  key: string
  /** Its number in what is published; empty for a section that is no longer there. */
  number: string
  title: TextIn
  became: Exclude<Became, 'same'>
}

/** The sections that a publication changes for readers, in reading order, with removed ones at the end. */
export function publishedChanges({
  before,
  after,
  languages,
  source,
  languagesBefore,
  reader,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  /** The preferred language of titles. */
  reader: Language
} & ReadIn): PublishedChange[] {
  const isSame = (was: PlacedSection, is: PlacedSection) =>
    readsTheSame({ was, is, languages, source, languagesBefore })
  return whatBecame({ before, after, isSame }).flatMap(({ key, number, section: { content, entry }, became }) => {
    const title = textIn({ given: content.title, languages: [reader, ...languages], otherwise: entry.slug })
    return became === 'same' ? [] : [{ key, number, title, became }]
  })
}
