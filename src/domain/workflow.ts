import { type Actor, hasRole, PUBLISHERS, REVIEWERS, type Role, SUBMITTERS, TRANSLATORS } from './actor'
import { type Refusal, refuse } from './refusal'

/** Where an edition (one round of work on a national version) stands. */
export const EDITION_STATES = ['draft', 'submitted', 'changes-requested', 'approved', 'published'] as const
export type EditionState = (typeof EDITION_STATES)[number]

export type WorkflowEvent = 'edit' | 'submit' | 'ask-for-changes' | 'approve' | 'publish' | 'withdraw'

/** What the rules look at. Hashes are those of the resolved manifest. */
export type WorkflowFacts = {
  country: string
  /** Everybody who wrote in this edition. */
  contributors: string[]
  submittedBy: string | null
  lastEditedBy: string | null
  /** What was sent for review; null before. */
  pinnedHash: string | null
  /** What the text is now. */
  contentHash: string
  /** What was approved; null where nothing is. */
  approvedHash: string | null
  /** The message of whoever decides. */
  comment: string
  /** What still has to be done before the text can be sent. */
  openProblems: Refusal[]
}

export type Transition = { ok: true; next: EditionState } | { ok: false; because: Refusal[] }

type Rule = { event: WorkflowEvent; from: EditionState; to: EditionState; roles: readonly Role[] }

/**
 * Every legal step, in one place. Writing in what was sent or approved takes it back to draft: it must be sent again. Where the last
 * release is withdrawn, what was approved is reviewed again: it was held against what readers do not have any more.
 */
export const TRANSITIONS = [
  { event: 'edit', from: 'draft', to: 'draft', roles: TRANSLATORS },
  { event: 'edit', from: 'changes-requested', to: 'changes-requested', roles: TRANSLATORS },
  { event: 'edit', from: 'submitted', to: 'draft', roles: TRANSLATORS },
  { event: 'edit', from: 'approved', to: 'draft', roles: TRANSLATORS },
  { event: 'submit', from: 'draft', to: 'submitted', roles: SUBMITTERS },
  { event: 'submit', from: 'changes-requested', to: 'submitted', roles: SUBMITTERS },
  { event: 'ask-for-changes', from: 'submitted', to: 'changes-requested', roles: REVIEWERS },
  { event: 'approve', from: 'submitted', to: 'approved', roles: REVIEWERS },
  { event: 'publish', from: 'approved', to: 'published', roles: PUBLISHERS },
  { event: 'withdraw', from: 'draft', to: 'draft', roles: PUBLISHERS },
  { event: 'withdraw', from: 'changes-requested', to: 'changes-requested', roles: PUBLISHERS },
  { event: 'withdraw', from: 'submitted', to: 'submitted', roles: PUBLISHERS },
  { event: 'withdraw', from: 'approved', to: 'submitted', roles: PUBLISHERS },
  { event: 'withdraw', from: 'published', to: 'published', roles: PUBLISHERS },
] as const satisfies readonly Rule[]

type StepName = `${WorkflowEvent}-${EditionState}`
type OfRule<Of> = Of extends { event: infer Event extends string; from: infer From extends string }
  ? `${Event}-${From}`
  : never
type LegalStep = OfRule<(typeof TRANSITIONS)[number]>

function isLegal(step: StepName): step is LegalStep {
  return TRANSITIONS.some(({ event, from }) => `${event}-${from}` === step)
}

type Asked = { event: WorkflowEvent; actor: Actor }
type Step = Asked & { state: EditionState }

/**
 * The next state, or every reason why not: the screens show all of them beside the button. Pure: it writes nothing and
 * knows no clock.
 */
export function transition({ state, event, actor, facts }: Step & { facts: WorkflowFacts }): Transition {
  const forbidden = mayNotStep({ event, actor, country: facts.country })
  if (forbidden) return { ok: false, because: [forbidden] }
  const step: StepName = `${event}-${state}`
  if (!isLegal(step)) return refuse(`refusal.state-${step}`)
  const because = guard({ event, actor, facts })
  const next = TRANSITIONS.find((rule) => rule.event === event && rule.from === state)?.to
  return because.length > 0 || !next ? { ok: false, because } : { ok: true, next }
}

/** Could this person take the step from here, as far as their role, who wrote and the state say, whatever becomes of the text? */
export function mayStep({
  state,
  event,
  actor,
  country,
  writers,
}: Step & { country: string; writers: Writers }): boolean {
  const isOwn = event === 'approve' && mayNotApprove({ actor, facts: writers }).length > 0
  return isLegal(`${event}-${state}`) && mayNotStep({ event, actor, country }) === null && !isOwn
}

/** Why this person takes no such step in the country, whatever stands there; null where their role allows it. */
export function mayNotStep({ event, actor, country }: Asked & { country: string }): Refusal | null {
  const roles = TRANSITIONS.find((rule) => rule.event === event)?.roles ?? []
  return hasRole({ actor, roles, country }) ? null : { key: `refusal.role-${event}` }
}

function guard({ event, actor, facts }: Asked & { facts: WorkflowFacts }): Refusal[] {
  switch (event) {
    case 'edit':
    case 'withdraw':
      return []
    case 'submit':
      return facts.openProblems
    case 'ask-for-changes':
      return facts.comment.trim() === '' ? [{ key: 'refusal.comment-missing' }] : []
    case 'approve':
      return [...mayNotApprove({ actor, facts }), ...movedOn(facts)]
    case 'publish':
      if (facts.approvedHash === null || facts.approvedHash !== facts.pinnedHash)
        return [{ key: 'refusal.approval-stale' }]
      return movedOn(facts)
  }
}

type Writers = Pick<WorkflowFacts, 'contributors' | 'submittedBy' | 'lastEditedBy'>

/**
 * Why this person cannot approve what these people wrote and sent, whatever becomes of the text; nothing where they can. Nobody
 * approves their own text, whatever their role. Whoever set the password of this account could have signed in and chosen the next
 * one too: it may still be they who ask, however long ago that was. So could whoever set the password of that one. Another
 * administrator's new password ends that.
 */
function mayNotApprove({ actor, facts }: { actor: Actor; facts: Writers }): Refusal[] {
  const { contributors, submittedBy, lastEditedBy } = facts
  const reasons: Refusal[] = []
  if (submittedBy === actor.userId) reasons.push({ key: 'refusal.own-submission' })
  if (lastEditedBy === actor.userId) reasons.push({ key: 'refusal.own-last-edit' })
  else if (contributors.includes(actor.userId)) reasons.push({ key: 'refusal.own-text' })
  const writers = [...contributors, submittedBy, lastEditedBy]
  if (actor.passwordSet?.by.some((one) => writers.includes(one)))
    reasons.push({ key: 'refusal.password-set-by-writer' })
  return reasons
}

function movedOn(facts: WorkflowFacts): Refusal[] {
  return facts.pinnedHash === facts.contentHash ? [] : [{ key: 'refusal.text-moved-on' }]
}
