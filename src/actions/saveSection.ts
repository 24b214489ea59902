import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { AUDIENCES, MOST_CHARACTERS, POLICIES, STAGES } from '@/domain/section'
import { loadSection, type WorkingSection } from '@/stored/sections'
import { defineAction } from './action'
import { assertPicturesAreHere } from './assertPicturesAreHere'
import { id, key, language, richText, seen, summary, title } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen, type SavedRevision } from './refused'

/** Saves the working text of a section of the common framework in one language. Readers see it with the next release. */
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
  }),
  async run(context, { toolkit, key: sectionKey, seen: rev, language: locale, ...written }) {
    const { actor, payload, req } = context
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    const section = await loadSection({ req, toolkit, key: sectionKey })
    if (!section) return refuse('refusal.common-section-unknown')
    assertSeen({ seen: rev, saved: savedSection(section, locale) })
    await assertPicturesAreHere(context, { texts: [written.body], country: MASTER })
    const doc = await payload.update({
      collection: 'sections',
      id: section.id,
      locale,
      data: written,
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
