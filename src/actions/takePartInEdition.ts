import type { EditionState } from '@/domain/workflow'
import { transition, type WorkflowFacts } from '@/domain/workflow'
import { type Edition, newestEdition } from '@/stored/editions'
import type { Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { recordStep } from './recordStep'
import { Refused } from './refused'

/**
 * Notes that the actor writes in the open edition of a variant, and opens a new one where the last is published. What
 * was sent or approved goes back to draft: it must be sent again.
 */
export async function takePartInEdition(context: ActionContext, variant: Variant): Promise<Edition> {
  const last = await newestEdition({ req: context.req, variant: variant.id })
  if (!last || last.state === 'published')
    return openEdition(context, { variant, number: (last?.number ?? 0) + 1, writer: context.actor.userId })
  const outcome = transition({ state: last.state, event: 'edit', actor: context.actor, facts: factsForEditing(last) })
  if (!outcome.ok) throw new Refused(outcome.because)
  const { actor, req, payload } = context
  const isNews = outcome.next !== last.state
  const isKnown = last.contributors.includes(actor.userId) && last.lastEditedBy === actor.userId
  if (isNews || !isKnown) {
    await payload.update({
      collection: 'editions',
      id: last.id,
      data: {
        state: outcome.next,
        ...(isNews ? { stateSince: context.now, approvedHash: null } : {}),
        contributors: [...new Set([...last.contributors, actor.userId])],
        lastEditedBy: actor.userId,
      },
      depth: 0,
      overrideAccess: false,
      req,
    })
  }
  if (isNews) await recordStep(context, { edition: last, event: 'edit', to: outcome.next })
  return { ...last, state: outcome.next }
}

/** Opens the next round of work on a variant, as a draft; `writer` is who writes in it now, null where nobody does. */
export async function openEdition(
  { now, payload, req }: ActionContext,
  { variant, number, writer }: { variant: Variant; number: number; writer: string | null },
): Promise<Edition> {
  const state: EditionState = 'draft'
  const data = {
    variant: variant.id,
    toolkit: variant.toolkit,
    country: variant.country,
    number,
    state,
    stateSince: now,
    contributors: writer === null ? [] : [writer],
    lastEditedBy: writer,
    round: 0,
  }
  const doc = await payload.create({ collection: 'editions', data, depth: 0, overrideAccess: false, req })
  return {
    ...data,
    id: String(doc.id),
    rev: Number(doc.rev),
    submittedBy: null,
    pinnedManifest: null,
    pinnedHash: null,
    approvedHash: null,
    pinnedAbout: null,
  }
}

/** Editing asks only for the role and the state. */
function factsForEditing(edition: Edition): WorkflowFacts {
  return {
    country: edition.country,
    contributors: edition.contributors,
    submittedBy: edition.submittedBy,
    lastEditedBy: edition.lastEditedBy,
    pinnedHash: edition.pinnedHash,
    approvedHash: edition.approvedHash,
    contentHash: '',
    comment: '',
    openProblems: [],
  }
}
