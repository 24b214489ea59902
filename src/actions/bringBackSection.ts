import { z } from 'zod'
import { bringBack } from '@/domain/bringBack'
import { LANGUAGES } from '@/domain/language'
import { policyForbids } from '@/domain/policy'
import { refuse } from '@/domain/refusal'
import { loadVariantSectionRevision } from '@/stored/revisions'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { LANGUAGES_MISSING, languages, namesLanguages, part, revision, where } from './input'
import { stateWrite } from './stateWrite'

/**
 * Restores an earlier text of a national section, or a part of it, as a new revision: what is replaced stays in the
 * history, and no revision is ever changed. The position of the section in the version is not restored.
 */
export const bringBackSection = defineAction({
  name: 'bring-back-section',
  input: z
    .object({ ...where, revision, part: part.default({ kind: 'whole' }), languages })
    .refine(namesLanguages, LANGUAGES_MISSING),
  run: (context, { variant, key, seen, language, revision, part, languages = [...LANGUAGES] }) =>
    changeVariantSection(context, { variant, key, seen, language }, async ({ base, own }) => {
      const found = own && (await loadVariantSectionRevision({ req: context.req, id: own.id, rev: revision }))
      if (!found) return refuse('refusal.revision-unknown')
      const earlier = found.document
      const next = bringBack({ common: base?.content ?? null, now: own, earlier, part, languages })
      if (!next.ok) return next
      const no = base && policyForbids({ policy: base.content.policy, mode: next.result.mode })
      if (no) return { ok: false, because: [no] }
      const write = { own, next: next.result, language, audit: 'section.bring-back' }
      const result = stateWrite({ ...write, details: { from: revision, part: part.kind, languages } })
      return { ok: true, result: { ...result, earlier } }
    }),
})
