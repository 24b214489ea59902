import { z } from 'zod'
import { policyForbids } from '@/domain/policy'
import type { RichText } from '@/domain/richText'
import { repairBlockIds } from '@/lexical/blockIds'
import { newBlockId } from '@/lexical/newBlockId'
import { toLexical } from '@/lexical/toLexical'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { type EditorState, reasons, richText, summary, title, where } from './input'
import { reasonOfMode } from './reasonOfMode'

/** Writes a country's own wording of a section of the common framework, or of a section that is its own. */
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
    changeVariantSection(context, { variant, key, seen, language }, ({ base, own }) => {
      const mode = base ? 'adapt' : 'local'
      const no = base && policyForbids({ policy: base.content.policy, mode })
      if (no) return { ok: false, because: [no] }
      const { data, ...others } = reasonOfMode({ own, mode, language })
      const body =
        written.body &&
        withIdsOf({ body: written.body, common: base?.content.body[language], own: own?.body[language] })
      return {
        ok: true,
        result: {
          ...others,
          data: { ...data, ...written, ...(body ? { body } : {}), mode },
          audit: own?.mode === mode ? 'section.edit' : 'section.adapt',
        },
      }
    }),
})

/** The first wording starts from the common text: blocks that stayed keep its ids, so that they can be compared. */
function withIdsOf({
  body,
  common,
  own,
}: {
  body: EditorState
  common: RichText | undefined
  own: RichText | undefined
}): unknown {
  if (own || !common) return body
  return repairBlockIds({ value: body, previous: toLexical(common), newId: newBlockId }).value
}
