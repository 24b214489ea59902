import { isSameJson } from './canonicalJson'
import { withParts } from './diff/diff'
import type { Language } from './language'
import { rulesLeft } from './partRules'
import { type Outcome, refuse } from './refusal'
import { isEmptyField, isSameField } from './richText/sameText'
import { inEach, type SectionContent, settingsOf, TEXT_FIELDS, withRules, withWords } from './section'
import { fieldsIn, isEverything, type TakenPart } from './takenPart'

/** The texts of a section of the common framework. The `settings` of a part are its audiences, stages, policy and rules. */
export const COMMON_FIELDS = [...TEXT_FIELDS, 'guidance'] as const
export type CommonField = (typeof COMMON_FIELDS)[number]

export type CommonPart = TakenPart<CommonField | 'settings', 'body'>

/** Returns `now` with one part as it is in `earlier`, in these languages. Refuses if nothing would change. */
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
  // All languages share the settings.
  const isWithSettings = part.kind === 'fields' ? part.fields.includes('settings') : isEverything(part, languages)
  if (isWithSettings) next = { ...next, ...settingsOf(earlier) }
  // What was brought back may lack a block that has a rule, or the rule may be of a block that is gone by now.
  const known = isWithSettings ? earlier : now
  next = withRules(next, rulesLeft({ before: known, after: next }))
  return isSameContent(now, next) ? refuse('refusal.bring-back-same') : { ok: true, result: next }
}

/** Do both have the same texts and settings? The place is not part of the content. */
export function isSameContent(a: SectionContent, b: SectionContent): boolean {
  return (
    isSameJson(settingsOf(a), settingsOf(b)) &&
    inEach(COMMON_FIELDS).every(({ field, language }) => isSameField(a[field][language], b[field][language]))
  )
}
