import type { Language } from '@/domain/language'
import type { TextIn } from '../words/titles'

/** A section that a release changes, as it is sent to the browser: flat, and without repetition. */
export type OutgoingSection = {
  key: string
  /** Empty for a section that is no longer there. */
  number: string
  title: string
  /** Absent if the title is in the language of the page. */
  lang?: Language
  /** What is new in it; null if nothing is compared. */
  note: string | null
}

export function outgoingSection({
  title: { language, text },
  reader,
  ...said
}: Pick<OutgoingSection, 'key' | 'number' | 'note'> & { title: TextIn; reader: Language }): OutgoingSection {
  return { ...said, title: text, ...(language === reader ? {} : { lang: language }) }
}
