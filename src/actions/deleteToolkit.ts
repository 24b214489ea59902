import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { slugOfDeleted } from '@/domain/toolkitDeletion'
import { loadToolkitDeletion } from '@/stored/toolkitDeletion'
import { loadToolkitById } from '@/stored/toolkits'
import { defineAction } from './action'
import { id } from './input'
import { recordAuditEvent } from './recordAuditEvent'

/**
 * Deletes a toolkit that was never released and that no country has, with all its sections: nobody reads or changes them any
 * more, and another toolkit can have its address. What is stored stays in the database, as everything does.
 */
export const deleteToolkit = defineAction({
  name: 'delete-toolkit',
  input: z.object({
    toolkit: id,
    /** The sections that the person saw (`loadToolkitDeletion`). */
    seen: z.string().min(1).max(64),
  }),
  async run({ actor, payload, req, session }, { toolkit: asked, seen }) {
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    const toolkit = await loadToolkitById({ req, id: asked })
    if (!toolkit) return refuse('refusal.toolkit-unknown')
    const { forbidden, sections, state } = await loadToolkitDeletion({ req, toolkit: toolkit.id })
    if (forbidden) return { ok: false, because: [forbidden] }
    if (seen !== state) return refuse('refusal.toolkit-moved-on')
    const { sections: stored, toolkits } = payload.db.collections
    if (!stored || !toolkits) throw new Error('The collections of toolkits and sections are not there')
    // No person may write this field or change an address, whatever their role: so this is no write of theirs.
    const mark = { $set: { deleted: true }, $inc: { rev: 1 } }
    await stored.updateMany({ toolkit: toolkit.id }, mark, { session })
    const address = { ...mark, $set: { deleted: true, slug: slugOfDeleted(toolkit) } }
    await toolkits.updateOne({ _id: toolkit.id }, address, { session })
    const details = { sections: sections.length }
    const subject = `toolkits/${toolkit.id}`
    await recordAuditEvent({ req, country: MASTER, action: 'toolkit.delete', subject, details })
    return { ok: true, result: { toolkit: toolkit.id } }
  },
})
