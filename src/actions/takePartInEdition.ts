import type { EditionState } from '@/domain/workflow'
import { transition, type WorkflowFacts } from '@/domain/workflow'
import { type Edition, newestEdition } from '@/stored/editions'
import type { Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { recordStep } from './recordStep'
import { Refused } from './refused'

/**
 * The authors whose words come into the open edition, besides the person who writes now; null if a new edition begins.
 */
export type WritersOf = (edition: Edition | null) => Promise<readonly string[]>

/**
 * Adds the actor to the authors of the open edition of a variant, and opens a new one if the last is published. What
 * was sent or approved becomes a draft again and must be sent again. Other people are added if the actor restores their
 * words.
 */
export async function takePartInEdition(
  context: ActionContext,
  variant: Variant,
  othersOf: WritersOf = async () => [],
): Promise<Edition & { isTakenBack: boolean }> {
  const last = await newestEdition({ req: context.req, variant: variant.id })
  const open = last?.state === 'published' ? null : last
  const writers = [...new Set([context.actor.userId, ...(await othersOf(open))])]
  if (!open)
    return {
      ...(await openEdition(context, { variant, number: (last?.number ?? 0) + 1, writers })),
      isTakenBack: false,
    }
  const outcome = transition({ state: open.state, event: 'edit', actor: context.actor, facts: factsForStep(open) })
  if (!outcome.ok) throw new Refused(outcome.because)
  const { actor, req, payload } = context
  const isNews = outcome.next !== open.state
  const isKnown = writers.every((one) => open.contributors.includes(one)) && open.lastEditedBy === actor.userId
  if (isNews || !isKnown) {
    await payload.update({
      collection: 'editions',
      id: open.id,
      data: {
        state: outcome.next,
        ...(isNews ? { stateSince: context.now, approvedHash: null } : {}),
        contributors: [...new Set([...open.contributors, ...writers])],
        lastEditedBy: actor.userId,
      },
      depth: 0,
      overrideAccess: false,
      req,
    })
  }
  if (isNews) await recordStep(context, { edition: open, event: 'edit', to: outcome.next })
  return { ...open, state: outcome.next, isTakenBack: isNews }
}

/**
 * Opens the next round of work on a variant, as a draft; the first of `writers` is the person who writes in it now, if
 * anybody does.
 */
export async function openEdition(
  { now, payload, req }: ActionContext,
  { variant, number, writers }: { variant: Variant; number: number; writers: string[] },
): Promise<Edition> {
  const state: EditionState = 'draft'
  const data = {
    variant: variant.id,
    toolkit: variant.toolkit,
    country: variant.country,
    number,
    state,
    stateSince: now,
    contributors: writers,
    lastEditedBy: writers[0] ?? null,
    round: 0,
  }
  const doc = await payload.create({ collection: 'editions', data, depth: 0, overrideAccess: false, req })
  return {
    ...data,
    id: String(doc.id),
    rev: Number(doc.rev),
    openedAt: String(doc.createdAt),
    submittedBy: null,
    pinnedManifest: null,
    pinnedHash: null,
    approvedHash: null,
    pinnedAbout: null,
  }
}

/** For steps that only check the role and the state. */
export function factsForStep(edition: Edition): WorkflowFacts {
  return {
    country: edition.country,
    contributors: edition.contributors,
    submittedBy: edition.submittedBy,
    lastEditedBy: edition.lastEditedBy,
    pinnedHash: edition.pinnedHash,
    approvedHash: edition.approvedHash,
    hashNow: () => '',
    comment: '',
    openProblems: [],
  }
}
