import { z } from 'zod'
import { settledReasons } from '@/domain/changeReasons'
import { policyForbids } from '@/domain/policy'
import type { Outcome } from '@/domain/refusal'
import { resolve, untouched } from '@/domain/resolve'
import type { RichText } from '@/domain/richText/richText'
import { type ChangeReason, emptyContent } from '@/domain/section'
import { repairBlockIds } from '@/lexical/blockIds'
import { newBlockId } from '@/lexical/newBlockId'
import { toLexical } from '@/lexical/toLexical'
import { defineAction } from './action'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { changeReasons, type EditorState, isStorable, reasons, richText, summary, title, where } from './input'
import { reasonOfMode } from './reasonOfMode'
import { given, type SectionWrite, storedReasons } from './sectionWrite'
import { stateAfter } from './stateAfter'

/** Writes a country's own wording of a section of the common framework, or of its own section. */
export const adaptSection = defineAction({
  name: 'adapt-section',
  input: z.object({
    ...where,
    title: title.optional(),
    summary: summary.optional(),
    body: richText.optional(),
    ...reasons,
    changeReasons: changeReasons.optional(),
  }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, (facts) => adaptation(facts, written)),
})

type Written = {
  title?: string | undefined
  summary?: string | undefined
  body?: EditorState | undefined
  changeReasons?: z.infer<typeof changeReasons> | undefined
} & z.infer<z.ZodObject<typeof reasons>>

/** What is stored for a country's own wording, or why it is not allowed. */
export function adaptation(
  facts: SectionFacts,
  { title, summary, body, changeReasons: written, ...why }: Written,
): Outcome<SectionWrite> {
  const { base, own, language } = facts
  const mode = base ? 'adapt' : 'local'
  const no = base && policyForbids({ policy: base.content.policy, mode })
  if (no) return { ok: false, because: [no] }
  const { data, ...others } = reasonOfMode({ own, mode, language })
  const stored = own?.mode === mode ? own.changeReasons : []
  const reasons = written ?? stored
  const words = {
    title,
    summary,
    body: body && withIdsOf({ body, common: base?.content.body[language], own: own?.body[language], reasons }),
  }
  const audits = [own?.mode === mode ? 'section.edit' : 'section.adapt']
  const write: SectionWrite = { ...others, data: { ...data, ...given({ ...words, ...why }), mode }, audits }
  return { ok: true, result: withReasonsOfChanges(write, facts, { stored, reasons }) }
}

/** Each reason for a single change stays with its change, and one whose change is gone is dropped. */
function withReasonsOfChanges(
  write: SectionWrite,
  { base, language, own, variant: { languages } }: SectionFacts,
  { stored, reasons }: Record<'stored' | 'reasons', readonly ChangeReason[]>,
): SectionWrite {
  if (stored.length === 0 && reasons.length === 0) return write
  const next = stateAfter({ own: own ?? untouched(base?.entry.key ?? ''), write, language })
  const [resolved] = resolve({ base: base ? [base] : [], variant: [next], languages })
  const settled = settledReasons({
    ...{ reasons, languages, common: base?.content ?? null, own: resolved?.content ?? emptyContent(next.key) },
  })
  return {
    ...write,
    data: { ...write.data, changeReasons: storedReasons(settled.kept) },
    ...(settled.gone.length > 0 ? { droppedReasons: settled.gone.length } : {}),
  }
}

/** The first wording starts from the common text: unchanged blocks keep its ids, so that they can be compared. */
function withIdsOf({
  body,
  common,
  own,
  reasons,
}: {
  body: EditorState
  common: RichText | undefined
  own: RichText | undefined
  reasons: readonly ChangeReason[]
}): EditorState {
  // Later texts get their ids when they are stored; a reason needs them before.
  const previous = own && reasons.length > 0 ? own : own ? undefined : common
  if (!previous) return body
  const { value } = repairBlockIds({ value: body, previous: toLexical(previous), newId: newBlockId })
  return isStorable(value) ? value : body
}
