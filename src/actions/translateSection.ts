import { z } from 'zod'
import { TRANSLATORS } from '@/domain/actor'
import { sectionKind } from '@/domain/nationalSave'
import { type Outcome, refuse } from '@/domain/refusal'
import { isEmptyField } from '@/domain/richText/sameText'
import { hasOwnWords, nothingToTranslate, translationForbids } from '@/domain/translating'
import { fromLexical } from '@/lexical/fromLexical'
import { defineAction } from './action'
import { refuseFields } from './badInput'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { type EditorState, richText, summary, title, where } from './input'
import { given, type SectionWrite } from './sectionWrite'

/**
 * Writes the common text in a language of the country that the common framework lacks. If the country has its own words
 * there, the request must say that they become the translation (`asTranslation`): readers would get them as the common
 * text.
 */
export const translateSection = defineAction({
  name: 'translate-section',
  input: z.object({
    ...where,
    title,
    summary: summary.optional(),
    body: richText,
    asTranslation: z.boolean().optional(),
  }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(
      context,
      { variant, key, seen, language },
      (facts) => translation(facts, written),
      TRANSLATORS,
    ),
})

/** What a translation stores, or why it is not possible. */
export function translation(
  { actor, base, language, own, variant: { country } }: SectionFacts,
  {
    asTranslation = false,
    ...written
  }: { title: string; summary?: string | undefined; body: EditorState; asTranslation?: boolean | undefined },
): Outcome<SectionWrite> {
  if (!base) return refuse('refusal.own-section-translate')
  if (sectionKind({ common: base.content, language }) !== 'translation')
    return refuse('refusal.translation-exists', { language })
  const mode = own?.mode ?? 'inherit'
  const no = translationForbids({ actor, country, own, language })
  if (no) return { ok: false, because: [no] }
  // If the country adapts the section, its words are its own in this language too.
  const isTranslation = mode !== 'adapt'
  if (asTranslation && !isTranslation) return refuseFields(['asTranslation'])
  if (isTranslation && !asTranslation && own && hasOwnWords({ own, language })) return refuse('refusal.own-words')
  // A text that the common framework lacks in every language would reach readers as the common text.
  const words = { summary: written.summary, body: fromLexical(written.body) }
  const needless = nothingToTranslate(base.content).find((field) => !isEmptyField(words[field]))
  if (isTranslation && needless) return refuse(`refusal.nothing-to-translate-${needless}`)
  // A translation is complete: the country's earlier own words in this language are not part of it.
  const isNew = isTranslation && !own?.translated.includes(language)
  const data = { ...(isNew ? { summary: null } : {}), ...given(written), mode }
  return { ok: true, result: { data, isTranslation, audits: ['section.translate'] } }
}
