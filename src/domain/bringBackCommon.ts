import { isSameJson } from './canonicalJson'
import { withParts } from './diff/diff'
import type { Language } from './language'
import { type Outcome, refuse } from './refusal'
import { isEmptyField, isSameField } from './richText/sameText'
import { inEach, type SectionContent, settingsOf, TEXT_FIELDS, withWords } from './section'
import { fieldsIn, isEverything, type TakenPart } from './takenPart'

/** The texts of a section of the common framework. `settings` are its readers, its steps and what countries may do. */
export const COMMON_FIELDS = [...TEXT_FIELDS, 'guidance'] as const
export type CommonField = (typeof COMMON_FIELDS)[number]

export type CommonPart = TakenPart<CommonField | 'settings', 'body'>

/**
 * The working text of a section of the common framework with a part of it as it was, in these languages. Refused where it
 * is so already.
 */
export function bringBackCommon({
  now,
  earlier,
  part,
  languages,
}: {
  now: SectionContent
  earlier: SectionContent
  part: CommonPart
  languages: readonly Language[]
}): Outcome<SectionContent> {
  let next = now
  for (const { field, language } of inEach(fieldsIn(part, COMMON_FIELDS), languages)) {
    const [is, was] = [now[field][language], earlier[field][language]]
    const { [language]: before = [] } = now.body
    const { [language]: after = [] } = earlier.body
    const made = part.kind === 'blocks' ? withParts({ before, after, ids: part.ids }) : was
    if (isSameField(is, made)) continue
    next = withWords(next, field, language, part.kind === 'blocks' && isEmptyField(made) ? undefined : made)
  }
  // The settings are one for all languages.
  const isWithSettings = part.kind === 'fields' ? part.fields.includes('settings') : isEverything(part, languages)
  if (isWithSettings) next = { ...next, ...settingsOf(earlier) }
  return isSameContent(now, next) ? refuse('refusal.bring-back-same') : { ok: true, result: next }
}

/** The same working text of a section; where it stands is no part of it. */
export function isSameContent(a: SectionContent, b: SectionContent): boolean {
  return (
    isSameJson(settingsOf(a), settingsOf(b)) &&
    inEach(COMMON_FIELDS).every(({ field, language }) => isSameField(a[field][language], b[field][language]))
  )
}
