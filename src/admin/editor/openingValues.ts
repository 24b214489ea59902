import { choiceOf } from '@/domain/additionPlace'
import type { Language } from '@/domain/language'
import type { SectionContent } from '@/domain/section'
import type { StoredVariantSection } from '@/stored/variants'
import { editorText, type VariantValues } from './sectionValues'

/** The common text as the initial values of an editor, if the country has not changed the section. */
export function commonValues({
  content,
  language,
}: {
  content: SectionContent | null
  language: Language
}): VariantValues {
  return {
    mode: content ? 'inherit' : 'local',
    title: content?.title[language] ?? '',
    summary: content?.summary[language] ?? '',
    body: editorText(content?.body[language] ?? []),
    addition: editorText([]),
    additionPlace: { where: 'after' },
    reason: '',
    explanation: '',
    sources: '',
    changeReasons: [],
  }
}

/** What the country has stored, field by field; a field that it never wrote is the common text. */
export function savedValues({
  own,
  common,
  body,
  language,
}: {
  own: StoredVariantSection | null
  common: VariantValues
  /** The text in which an addition stands (`bodyUnderAddition`), in all languages. */
  body: SectionContent['body']
  language: Language
}): VariantValues {
  if (!own) return common
  const ours = own.body[language]
  return {
    mode: own.mode,
    title: own.title[language] ?? common.title,
    summary: own.summary[language] ?? common.summary,
    body: ours ? editorText(ours) : common.body,
    addition: editorText(own.addition[language] ?? []),
    additionPlace: choiceOf({ place: own.additionPlace, body, language }),
    reason: own.reason ?? '',
    explanation: own.explanation[language] ?? '',
    sources: own.sources,
    changeReasons: own.changeReasons,
  }
}
