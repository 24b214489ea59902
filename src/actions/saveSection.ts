import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { rulesAfter, rulesForbid } from '@/domain/partRules'
import { titleOf } from '@/domain/readiness'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import {
  AUDIENCES,
  MOST_CHARACTERS,
  PART_DEMANDS,
  POLICIES,
  STAGES,
  TEXT_FIELDS,
  withRules,
  withWords,
} from '@/domain/section'
import { repairBlockIds } from '@/lexical/blockIds'
import { fromLexical } from '@/lexical/fromLexical'
import { newBlockId } from '@/lexical/newBlockId'
import { toLexical } from '@/lexical/toLexical'
import { loadSection, type WorkingSection } from '@/stored/sections'
import { defineAction } from './action'
import { assertPicturesAreHere } from './assertPicturesAreHere'
import { type EditorState, id, isEachOnce, isStorable, key, language, richText, seen, summary, title } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen, type SavedRevision } from './refused'

/** The rules of a section as somebody sees them who works on it in one language. */
const seenRules = z
  .array(
    z
      .object({
        field: z.enum(TEXT_FIELDS),
        block: z.string().min(1).max(64).nullable(),
        demand: z.enum(PART_DEMANDS),
        guidance: z.string().max(MOST_CHARACTERS.partGuidance).default(''),
      })
      .refine(({ field, block }) => block === null || field === 'body'),
  )
  .max(1000)
  .refine((rules) => isEachOnce(rules.map(({ field, block }) => `${field} ${block}`)))

/**
 * Saves the working text of a section of the common framework in one language. Readers see it with the next release. With
 * `rules`, all rules for parts of the text that this language has are set anew; a rule goes with its block.
 */
export const saveSection = defineAction({
  name: 'save-section',
  input: z.object({
    toolkit: id,
    key,
    seen,
    language,
    title: title.optional(),
    summary: summary.optional(),
    body: richText.optional(),
    guidance: z.string().max(MOST_CHARACTERS.guidance).optional(),
    policy: z.enum(POLICIES).optional(),
    audiences: z.array(z.enum(AUDIENCES)).optional(),
    stages: z.array(z.enum(STAGES)).optional(),
    rules: seenRules.optional(),
  }),
  async run(context, { toolkit, key: sectionKey, seen: rev, language: locale, rules: seenNow, ...written }) {
    const { actor, payload, req } = context
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    const section = await loadSection({ req, toolkit, key: sectionKey })
    if (!section) return refuse('refusal.common-section-unknown')
    assertSeen({ seen: rev, saved: savedSection(section, locale) })
    await assertPicturesAreHere(context, { texts: [written.body], country: MASTER })
    const { content } = section
    const body = written.body && withIds(written.body, toLexical(content.body[locale] ?? []))
    const text = { ...content, policy: written.policy ?? content.policy }
    const after = body ? withWords(text, 'body', locale, fromLexical(body)) : text
    const rules = rulesAfter({ before: content, after, language: locale, seen: seenNow })
    const next = withRules(after, rules)
    const because = rulesForbid(next).map((no) => ({ ...no, params: { section: titleOf(content, [locale]) } }))
    if (because.length > 0) return { ok: false, because }
    const doc = await payload.update({
      collection: 'sections',
      id: section.id,
      locale,
      data: { ...written, ...(body ? { body } : {}), rules: rules.length > 0 ? rules : null },
      depth: 0,
      overrideAccess: false,
      req,
    })
    await recordAuditEvent({
      req,
      country: MASTER,
      action: 'section.edit',
      subject: `sections/${section.id}`,
      details: { key: sectionKey, language: locale, rev: doc.rev },
    })
    return { ok: true, result: { key: sectionKey, rev: Number(doc.rev) } }
  },
})

/** The ids that the blocks get when they are stored: a rule names a block by its id. */
function withIds(body: EditorState, previous: unknown): EditorState {
  const { value } = repairBlockIds({ value: body, previous, newId: newBlockId })
  return isStorable(value) ? value : body
}

/** The revision that a writer of the common framework must have seen, and its words in the language that they write. */
export function savedSection(
  { content, rev, updatedAt, updatedBy }: WorkingSection,
  language: Language,
): SavedRevision {
  const texts = {
    title: content.title[language] ?? null,
    summary: content.summary[language] ?? null,
    body: content.body[language] ?? null,
  }
  return { rev, updatedAt, updatedBy, texts }
}
