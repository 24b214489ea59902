import { z } from 'zod'
import { DRAFTERS, hasRole, TRANSLATORS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import {
  isSameToReaders,
  keepsOwnWords,
  nationalSave,
  SAVED_VALUES,
  type SavePart,
  sectionKind,
} from '@/domain/nationalSave'
import { type Outcome, refuse } from '@/domain/refusal'
import { untouched } from '@/domain/resolve'
import { isEmptyField, isSameField, isWritten } from '@/domain/richText/sameText'
import { MODES, TEXT_FIELDS } from '@/domain/section'
import { hasOwnWords } from '@/domain/translating'
import { fromLexical } from '@/lexical/fromLexical'
import { toLexical } from '@/lexical/toLexical'
import type { StoredVariantSection } from '@/stored/variants'
import { defineAction } from './action'
import { adaptation } from './adaptSection'
import { refuseFields } from './badInput'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { changeReasons, placeChoice, reasons, richText, summary, title, where } from './input'
import { omission } from './omitSection'
import type { SectionData, SectionWrite } from './sectionWrite'
import { stateAfter } from './stateAfter'
import { supplement } from './supplementSection'
import { translation } from './translateSection'

/** What a save of a national section can have besides the section that it is about. */
export const nationalInput = {
  mode: z.enum(MODES),
  asTranslation: z.boolean().optional(),
  title: title.optional(),
  summary: summary.optional(),
  body: richText.optional(),
  addition: richText.optional(),
  additionPlace: placeChoice.optional(),
  ...reasons,
  changeReasons: changeReasons.optional(),
}
export type NationalInput = z.infer<z.ZodObject<typeof nationalInput>>
type Written = Omit<NationalInput, 'mode' | 'asTranslation'>

/**
 * Saves what a person wrote in a section of a national version: the country's choice for it, and the changed values, in
 * one language. This decides which rules apply (`domain/nationalSave`). All of it is stored in one revision or nothing
 * is, even if only one value could not be stored.
 */
export const saveNationalSection = defineAction({
  name: 'save-national-section',
  input: z.object({ ...where, ...nationalInput }),
  run: (context, { variant, key, seen, language, ...given }) =>
    changeVariantSection(
      context,
      { variant, key, seen, language },
      (facts) => nationalWrite(facts, given),
      TRANSLATORS,
    ),
})

/** What is stored for what a person wrote in a section, or why it may not be. */
export function nationalWrite(
  facts: SectionFacts,
  { mode, asTranslation = false, ...given }: NationalInput,
): Outcome<SectionWrite> {
  const { actor, base, language, own, variant } = facts
  const key = base?.content.key ?? own?.key ?? ''
  const before = own?.mode ?? (base ? 'inherit' : 'local')
  const kind = sectionKind({ common: base?.content ?? null, language })
  const mayDraft = hasRole({ actor, roles: DRAFTERS, country: variant.country })
  const { languages } = variant
  const { parts, unsent, lacks } = nationalSave({
    ...{ kind, before, after: mode, asTranslation, onlyTranslates: !mayDraft },
    written: SAVED_VALUES.filter((name) => given[name] !== undefined),
    hasNewText: hasNewText(facts, given),
    hasAddition: hasAddition(facts, given),
    hasOwnWords: own !== null && hasOwnWords({ own, language }),
    keepsOwnWords: keepsOwnWords({ base, own, languages }),
  })
  if (unsent.length > 0 || parts.length === 0) {
    if (!mayDraft) return refuse('refusal.role-edit')
    const [field] = unsent
    if (!field) return refuse('refusal.bring-back-same')
    const isOwnText = kind === 'translation' && TEXT_FIELDS.some((name) => name === field)
    return isOwnText && mode !== 'omit' ? refuse('refusal.own-words') : refuseFields(unsent)
  }
  const write = inOne(parts, facts, { given, asTranslation })
  const isNewlyAdapted = base !== null && mode === 'adapt' && before !== 'adapt'
  if (!write.ok || (lacks.length === 0 && !isNewlyAdapted)) return write
  const was = own ?? untouched(key)
  const after = stateAfter({ own: was, write: write.result, language })
  // Kept words can be typed back to those of the common text.
  const isOwn = after.mode !== 'adapt' || keepsOwnWords({ base, own: after, languages })
  const [lack] = lacks
  if (!lack && isOwn) return write
  if (isSameToReaders({ base, before: was, after, languages })) return refuse('refusal.bring-back-same')
  if (!lack) return refuse('refusal.common-words')
  return refuseFields([lack === 'change' ? 'body' : lack])
}

function hasNewText({ base, own, language }: SectionFacts, given: Written): boolean {
  const texts = { ...given, body: given.body && fromLexical(given.body) }
  return TEXT_FIELDS.some((field) => {
    const before = own?.[field][language] ?? base?.content[field][language]
    return texts[field] !== undefined && !isSameField(before, texts[field])
  })
}

function hasAddition({ own, language }: SectionFacts, { addition }: Written): boolean {
  return isWritten({ ...own?.addition, ...(addition && { [language]: fromLexical(addition) }) })
}

type Given = { given: Written; asTranslation: boolean }

/**
 * The writes of all parts as one, or the first refusal. Each part is checked on the section as the previous part leaves
 * it.
 */
function inOne(parts: readonly SavePart[], facts: SectionFacts, given: Given): Outcome<SectionWrite> {
  const writes: SectionWrite[] = []
  for (const part of parts) {
    const mode = writes.at(-1)?.data.mode
    const own = facts.own && mode ? { ...facts.own, mode } : facts.own
    const outcome = writeOf(part, { ...facts, own }, given)
    if (!outcome.ok) return outcome
    writes.push(outcome.result)
  }
  const data: SectionData = {}
  for (const write of writes) Object.assign(data, write.data)
  return {
    ok: true,
    result: {
      // A translation keeps the choice, which the previous part may have made.
      data: { ...data, mode: writes[0]?.data.mode },
      isTranslation: writes.some((one) => one.isTranslation),
      alsoIn: writes.flatMap(({ alsoIn = [] }) => alsoIn),
      audits: writes.flatMap(({ audits }) => audits),
      droppedReasons: writes.reduce((sum, { droppedReasons = 0 }) => sum + droppedReasons, 0),
    },
  }
}

function writeOf(part: SavePart, facts: SectionFacts, { given, asTranslation }: Given): Outcome<SectionWrite> {
  const { reason, explanation, sources } = given
  const why = { reason, explanation, sources }
  const { base, language, own } = facts
  switch (part) {
    case 'adapt':
      return adaptation(facts, given)
    case 'supplement':
      return supplement(facts, { addition: given.addition, additionPlace: given.additionPlace, ...why })
    case 'omit':
      return omission(facts, { ...why, ...storedReason({ own, given, language }) })
    case 'translate': {
      // As the editor shows it: the country's text, or else the common text.
      const whole = {
        title: given.title ?? own?.title[language] ?? '',
        summary: given.summary ?? own?.summary[language] ?? base?.content.summary[language] ?? '',
        body: given.body ?? toLexical(own?.body[language] ?? base?.content.body[language] ?? []),
      }
      return isEmptyField(whole.title) ? refuseFields(['title']) : translation(facts, { ...whole, asTranslation })
    }
  }
}

/** Why the section is left out, if it already is and the person wrote only a part of the reason. */
function storedReason({
  own,
  given,
  language,
}: {
  own: StoredVariantSection | null
  given: Written
  language: Language
}) {
  if (own?.mode !== 'omit') return {}
  return {
    reason: given.reason ?? own.reason ?? undefined,
    explanation: given.explanation ?? own.explanation[language],
  }
}
