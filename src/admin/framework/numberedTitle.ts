import type { Language } from '@/domain/language'
import { inReadingOrder } from '@/domain/release'
import type { WorkingSection } from '@/stored/sections'
import type { Toolkit } from '@/stored/toolkits'
import { textIn } from '../words/titles'

/** The number and the title of a section of the common framework; without a number if it is left out. */
export function numberedTitle({
  section,
  sections,
  language,
  toolkit,
}: {
  section: WorkingSection
  sections: readonly WorkingSection[]
  language: Language
  toolkit: Pick<Toolkit, 'sourceLanguage'>
}): string {
  const { key, title } = section.content
  const placed = sections
    .filter(({ retired }) => !retired)
    .map(({ content, parent, rank }) => ({ key: content.key, parent, rank }))
  const number = inReadingOrder(placed).find(({ entry }) => entry.key === key)?.number
  const { text } = textIn({ given: title, languages: [language, toolkit.sourceLanguage], otherwise: key })
  return number ? `${number} ${text}` : text
}
