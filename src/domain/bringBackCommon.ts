import { isSameJson } from './canonicalJson'
import { withParts } from './diff/diff'
import { LANGUAGES, type Language } from './language'
import { type Outcome, refuse } from './refusal'
import { isEmptyField, isSameField } from './richText/sameText'
import type { SectionContent } from './section'

/** The texts of a section of the common framework. `settings` are its readers, its steps and what countries may do. */
export const COMMON_FIELDS = ['title', 'summary', 'body', 'guidance'] as const
export type CommonField = (typeof COMMON_FIELDS)[number]

/** Which part of an earlier text is taken: all of it, some fields, or some blocks of the body by their ids. */
export type CommonPart =
  | { kind: 'whole' }
  | { kind: 'fields'; fields: (CommonField | 'settings')[] }
  | { kind: 'blocks'; field: 'body'; ids: string[] }

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
  const next: SectionContent = {
    ...now,
    title: { ...now.title },
    summary: { ...now.summary },
    body: { ...now.body },
    guidance: { ...now.guidance },
  }
  const fields = part.kind === 'whole' ? COMMON_FIELDS : part.kind === 'fields' ? part.fields : []
  for (const language of languages) {
    for (const field of fields) {
      if (field === 'settings') continue
      const words = earlier[field][language]
      if (isSameField(now[field][language], words)) continue
      if (words === undefined) delete next[field][language]
      else Object.assign(next[field], { [language]: words })
    }
    if (part.kind === 'blocks') {
      const [before, after] = [now.body[language] ?? [], earlier.body[language] ?? []]
      const body = withParts({ before, after, ids: part.ids })
      if (isSameField(before, body)) continue
      if (isEmptyField(body)) delete next.body[language]
      else next.body[language] = body
    }
  }
  // They are one for all languages.
  const isAll = part.kind === 'whole' && LANGUAGES.every((language) => languages.includes(language))
  if (isAll || (part.kind === 'fields' && part.fields.includes('settings'))) {
    Object.assign(next, { audiences: earlier.audiences, stages: earlier.stages, policy: earlier.policy })
  }
  return isSameContent(now, next) ? refuse('refusal.bring-back-same') : { ok: true, result: next }
}

/** The same working text of a section; where it stands is no part of it. */
export function isSameContent(a: SectionContent, b: SectionContent): boolean {
  const settingsOf = ({ audiences, stages, policy }: SectionContent) => ({ audiences, stages, policy })
  return (
    isSameJson(settingsOf(a), settingsOf(b)) &&
    LANGUAGES.every((language) => COMMON_FIELDS.every((field) => isSameField(a[field][language], b[field][language])))
  )
}
