import { type Actor, hasRole, PUBLISHERS, REVIEWERS, type Role, SUBMITTERS, TRANSLATORS } from './actor'
import { type Refusal, refuse } from './refusal'
import { isEmptyField } from './richText/sameText'

/** The states of an edition (one round of work on a national version). */
export const EDITION_STATES = ['draft', 'submitted', 'changes-requested', 'approved', 'published'] as const
export type EditionState = (typeof EDITION_STATES)[number]

export const WORKFLOW_EVENTS = ['edit', 'submit', 'ask-for-changes', 'approve', 'publish', 'withdraw'] as const
export type WorkflowEvent = (typeof WORKFLOW_EVENTS)[number]

/** The facts that the rules check. Hashes are of the resolved manifest and of what its pages show (`About`). */
export type WorkflowFacts = {
  country: string
  /** Everybody who wrote in this edition. */
  contributors: string[]
  submittedBy: string | null
  lastEditedBy: string | null
  /** The hash of what was sent for review; null before that. */
  pinnedHash: string | null
  /** Gives the hash of the present text. It throws if what was sent cannot be read, so only rules that need it call it. */
  hashNow: () => string
  /** The hash of what was approved; null if nothing is. */
  approvedHash: string | null
  /** The message of the person who decides. */
  comment: string
  /** What still has to be done before the text can be sent for review. */
  openProblems: Refusal[]
}

export type Transition = { ok: true; next: EditionState } | { ok: false; because: Refusal[] }

type Rule = { event: WorkflowEvent; from: EditionState; to: EditionState; roles: readonly Role[] }

/**
 * All legal steps. An edit of a text that was sent or approved takes it back to draft: it must be sent again. If the
 * last release is withdrawn, an approved text is reviewed again: it was compared with text that readers no longer have.
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

/** Returns the next state, or the reasons why the step is not possible, which screens show beside the button. */
export function transition({ state, event, actor, facts }: Step & { facts: WorkflowFacts }): Transition {
  const forbidden = mayNotStep({ event, actor, country: facts.country })
  if (forbidden) return { ok: false, because: [forbidden] }
  const step: StepName = `${event}-${state}`
  if (!isLegal(step)) return refuse(`refusal.state-${step}`)
  const because = guard({ event, actor, facts })
  const next = TRANSITIONS.find((rule) => rule.event === event && rule.from === state)?.to
  return because.length > 0 || !next ? { ok: false, because } : { ok: true, next }
}

/** May this person take the step in this state, by their role and by who wrote? The text itself is not checked. */
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

/** Returns why this person may not take the step in the country, in any state; null if their role allows it. */
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
      return isEmptyField(facts.comment) ? [{ key: 'refusal.comment-missing' }] : []
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
 * Lists why this person may not approve what these people wrote and sent. Nobody approves their own text, in any role.
 * Somebody who set the password of this account could have signed in and chosen the next password too, so the person
 * who asks may still be them, however long ago that was. The same holds for the person who had set that person's
 * password, and so on. A new password from another administrator ends that.
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
  return facts.pinnedHash === facts.hashNow() ? [] : [{ key: 'refusal.text-moved-on' }]
}
