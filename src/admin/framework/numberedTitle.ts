import type { Language } from '@/domain/language'
import { inReadingOrder } from '@/domain/release'
import type { WorkingSection } from '@/stored/sections'
import type { Toolkit } from '@/stored/toolkits'
import { textIn } from '../words/titles'

/** The number and the title of a section of the common framework; without a number if it is left out. */
export function numberedTitle({
  section,
  places,
  language,
  toolkit,
}: {
  section: WorkingSection
  /** The places of all sections that are not left out. */
  places: readonly { key: string; parent: string | null; rank: string }[]
  language: Language
  toolkit: Pick<Toolkit, 'sourceLanguage'>
}): string {
  const { key, title } = section.content
  const number = inReadingOrder(places).find(({ entry }) => entry.key === key)?.number
  const { text } = textIn({ given: title, languages: [language, toolkit.sourceLanguage], otherwise: key })
  return number ? `${number} ${text}` : text
}
