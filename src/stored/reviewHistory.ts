import type { PayloadRequest } from 'payload'
import { EDITION_STATES, type EditionState, WORKFLOW_EVENTS, type WorkflowEvent } from '@/domain/workflow'
import type { ListedEdition } from './editions'
import { asId, asNumber, asOneOf, asRecord, asText } from './parse'

/** One step of the review of an edition. */
export type ReviewEvent = {
  id: string
  event: WorkflowEvent
  to: EditionState
  actor: string
  at: string
  comment: string
}

/** One reviewer's decision on one submission. */
export type Decision = {
  id: string
  decision: (typeof DECISIONS)[number]
  round: number
  reviewer: string
  at: string
  comment: string
}

const DECISIONS = ['approve', 'ask-for-changes'] as const

/** Is the step a reviewer's decision? */
export function isDecision(step: ReviewEvent): step is ReviewEvent & { event: Decision['decision'] } {
  return DECISIONS.some((decision) => decision === step.event)
}

/** The steps of an edition so far, oldest first. */
export async function loadReviewEvents({
  req,
  edition,
}: {
  req: PayloadRequest
  edition: string
}): Promise<ReviewEvent[]> {
  const docs = await stepsOf({ req, editions: [edition] })
  return docs.map((doc) => {
    const given = asRecord(doc)
    return {
      id: String(doc.id),
      event: asOneOf({ value: given.event, known: WORKFLOW_EVENTS, what: `Workflow event ${doc.id}: event` }),
      to: asOneOf({ value: given.to, known: EDITION_STATES, what: `Workflow event ${doc.id}: to` }),
      actor: asId(given.actor) ?? '',
      at: asText(given.at),
      comment: asText(given.comment),
    }
  })
}

/** The steps of some editions as they are stored, oldest first. */
async function stepsOf({ req, editions }: { req: PayloadRequest; editions: readonly string[] }) {
  const { docs } = await req.payload.find({
    collection: 'workflow-events',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'at',
    where: { edition: { in: editions } },
  })
  return docs
}

type Asked = { req: PayloadRequest; editions: readonly ListedEdition[] }

/** Those of these editions that are in review again because published text was withdrawn, each with the reason. */
export async function reviewedAnew({ req, editions }: Asked): Promise<Map<string, string>> {
  // The last step counts: what was sent after a withdrawal is in review because it was sent.
  return lastSaid({ req, editions: editions.filter(({ state }) => state === 'submitted'), event: 'withdraw' })
}

/** Those of these editions that an update of this tool returned to draft, each with what its authors must check. */
export async function takenBackByUpdate({ req, editions }: Asked): Promise<Map<string, string>> {
  const found = await lastSaid({ req, editions: editions.filter(({ state }) => state === 'draft'), event: 'edit' })
  return new Map([...found].filter(([, comment]) => isByUpdate({ event: 'edit', comment })))
}

/** Did an update of this tool take the step? When a person changes the text, the step has no message. */
export function isByUpdate({ event, comment }: Pick<ReviewEvent, 'event' | 'comment'>): boolean {
  return event === 'edit' && comment !== ''
}

/** The message of the last step of each of these editions, if it is this step. */
async function lastSaid({ req, editions, event }: Asked & { event: WorkflowEvent }): Promise<Map<string, string>> {
  if (editions.length === 0) return new Map()
  const docs = await stepsOf({ req, editions: editions.map(({ id }) => id) })
  const last = new Map(docs.map((doc) => [asId(doc.edition) ?? '', asRecord(doc)]))
  return new Map([...last].flatMap(([id, step]) => (step.event === event ? [[id, asText(step.comment)] as const] : [])))
}

/** The decisions on an edition, newest first. */
export async function loadDecisions({ req, edition }: { req: PayloadRequest; edition: string }): Promise<Decision[]> {
  const { docs } = await req.payload.find({
    collection: 'review-decisions',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-at',
    where: { edition: { equals: edition } },
  })
  return docs.map((doc) => {
    const given = asRecord(doc)
    return {
      id: String(doc.id),
      decision: asOneOf({ value: given.decision, known: DECISIONS, what: `Review decision ${doc.id}: decision` }),
      round: asNumber(given.round),
      reviewer: asId(given.reviewer) ?? '',
      at: asText(given.at),
      comment: asText(given.comment),
    }
  })
}
