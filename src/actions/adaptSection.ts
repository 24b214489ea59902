import { z } from 'zod'
import { policyForbids } from '@/domain/policy'
import type { Outcome } from '@/domain/refusal'
import type { RichText } from '@/domain/richText/richText'
import { repairBlockIds } from '@/lexical/blockIds'
import { newBlockId } from '@/lexical/newBlockId'
import { toLexical } from '@/lexical/toLexical'
import { defineAction } from './action'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { type EditorState, isStorable, reasons, richText, summary, title, where } from './input'
import { reasonOfMode } from './reasonOfMode'
import { given, type SectionWrite } from './sectionWrite'

/** Writes a country's own wording of a section of the common framework, or of its own section. */
export const adaptSection = defineAction({
  name: 'adapt-section',
  input: z.object({
    ...where,
    title: title.optional(),
    summary: summary.optional(),
    body: richText.optional(),
    ...reasons,
  }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, (facts) => adaptation(facts, written)),
})

type Written = {
  title?: string | undefined
  summary?: string | undefined
  body?: EditorState | undefined
} & z.infer<z.ZodObject<typeof reasons>>

/** What is stored for a country's own wording, or why it is not allowed. */
export function adaptation(
  { base, own, language }: SectionFacts,
  { title, summary, body, ...why }: Written,
): Outcome<SectionWrite> {
  const mode = base ? 'adapt' : 'local'
  const no = base && policyForbids({ policy: base.content.policy, mode })
  if (no) return { ok: false, because: [no] }
  const { data, ...others } = reasonOfMode({ own, mode, language })
  const words = {
    title,
    summary,
    body: body && withIdsOf({ body, common: base?.content.body[language], own: own?.body[language] }),
  }
  const audits = [own?.mode === mode ? 'section.edit' : 'section.adapt']
  return { ok: true, result: { ...others, data: { ...data, ...given({ ...words, ...why }), mode }, audits } }
}

/** The first wording starts from the common text: unchanged blocks keep its ids, so that they can be compared. */
function withIdsOf({
  body,
  common,
  own,
}: {
  body: EditorState
  common: RichText | undefined
  own: RichText | undefined
}): EditorState {
  if (own || !common) return body
  const { value } = repairBlockIds({ value: body, previous: toLexical(common), newId: newBlockId })
  return isStorable(value) ? value : body
}
