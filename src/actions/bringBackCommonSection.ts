import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { bringBackCommon, COMMON_FIELDS } from '@/domain/bringBackCommon'
import { LANGUAGES } from '@/domain/language'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { loadSectionRevision } from '@/stored/revisions'
import { loadSection } from '@/stored/sections'
import { defineAction } from './action'
import { commonPart, id, key, LANGUAGES_MISSING, language, languages, namesLanguages, revision, seen } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'
import { savedSection } from './saveSection'
import { writeCommonSection } from './writeCommonSection'

/**
 * Restores an earlier text of a section of the common framework, or a part of it, as a new revision. The position of
 * the section, and whether it is retired, are not restored.
 */
export const bringBackCommonSection = defineAction({
  name: 'bring-back-common-section',
  input: z
    .object({ toolkit: id, key, seen, language, revision, part: commonPart.default({ kind: 'whole' }), languages })
    .refine(namesLanguages, LANGUAGES_MISSING),
  async run(
    context,
    { toolkit, key: sectionKey, seen: rev, language, revision: wanted, part, languages = [...LANGUAGES] },
  ) {
    const { actor, req } = context
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    const section = await loadSection({ req, toolkit, key: sectionKey })
    if (!section) return refuse('refusal.common-section-unknown')
    assertSeen({ seen: rev, saved: savedSection(section, language) })
    const found = await loadSectionRevision({ req, id: section.id, rev: wanted })
    if (!found) return refuse('refusal.revision-unknown')
    const outcome = bringBackCommon({ now: section.content, earlier: found.document.content, part, languages })
    if (!outcome.ok) return outcome
    const next = outcome.result
    const { audiences, stages, policy, rules = null } = next
    const { rev: stored } = await writeCommonSection(context, {
      ...{ section, now: section.content, next, language, fields: COMMON_FIELDS },
      data: { audiences, stages, policy, rules },
    })
    await recordAuditEvent({
      req,
      country: MASTER,
      action: 'section.bring-back',
      subject: `sections/${section.id}`,
      details: { key: sectionKey, language, rev: stored, from: wanted, part: part.kind, languages },
    })
    return { ok: true, result: { key: sectionKey, rev: stored } }
  },
})
