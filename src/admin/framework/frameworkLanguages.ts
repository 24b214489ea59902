import { LANGUAGES, type Language } from '@/domain/language'
import { isEmptyField } from '@/domain/richText/sameText'
import type { ListedSection } from '@/stored/listedSections'
import type { Toolkit } from '@/stored/toolkits'

/** The source language first, then every other one in which a section has a title. */
export function frameworkLanguages({
  sections,
  toolkit,
}: {
  sections: readonly ListedSection[]
  toolkit: Pick<Toolkit, 'sourceLanguage'>
}): Language[] {
  const others = LANGUAGES.filter(
    (language) => language !== toolkit.sourceLanguage && sections.some(({ title }) => !isEmptyField(title[language])),
  )
  return [toolkit.sourceLanguage, ...others]
}
