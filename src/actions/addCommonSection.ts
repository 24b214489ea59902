import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { addToTree } from '@/domain/commonTree'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { slugOf } from '@/domain/slug'
import { loadSection, loadTree } from '@/stored/sections'
import { loadToolkitById } from '@/stored/toolkits'
import { defineAction } from './action'
import { id, language, spot, title } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { writeCommonSection } from './writeCommonSection'

const input = z.object({
  ...{ toolkit: id, language, title, ...spot },
  /** Chosen by the screen, once for each section. */
  newKey: z.uuid().optional(),
})

/**
 * Adds a section to the common framework, with a title and no text yet. The same title with the same new key returns the
 * section that exists: the answer was lost.
 */
export const addCommonSection = defineAction<z.infer<typeof input>, { toolkit: string; key: string; rev: number }>({
  name: 'add-common-section',
  input,
  async run(context, { toolkit, language, title: given, newKey, ...to }) {
    const { actor, req } = context
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    if (!(await loadToolkitById({ req, id: toolkit }))) return refuse('refusal.toolkit-unknown')
    const tree = await loadTree({ req, toolkit })
    const there = newKey && (await loadSection({ req, toolkit, key: newKey }))
    if (there && there.content.title[language] === given)
      return { ok: true, result: { toolkit, key: newKey, rev: there.rev } }
    const key = newKey && !there ? newKey : randomUUID()
    const added = addToTree(tree, { key, spot: to })
    if (!added.ok) return added
    const { parent, rank } = added.result
    const slug = slugOf(given, new Set(tree.map((one) => one.slug)))
    const { id: stored, rev } = await writeCommonSection(context, {
      ...{ section: { toolkit, key, slug, rank }, now: {}, next: { title: { [language]: given } } },
      ...{ fields: ['title'], language, data: { parent } },
    })
    const details = { key, language, rev }
    await recordAuditEvent({ req, country: MASTER, action: 'section.add', subject: `sections/${stored}`, details })
    return { ok: true, result: { toolkit, key, rev } }
  },
})
