import type { PayloadRequest, Where } from 'payload'
import { ROLES, type Role } from '@/domain/actor'
import type { ByLanguage } from '@/domain/language'
import { REASONS, type Reason } from '@/domain/section'
import { type SectionBaseline, UPDATE_PARTS, type UpdatePart } from '@/domain/sectionBaseline'
import {
  UPDATE_BECAME,
  UPDATE_CHOICES,
  UPDATE_STATUSES,
  type UpdateBecame,
  type UpdateChoice,
  type UpdateStatus,
} from '@/domain/updates/updates'
import {
  asByLanguage,
  asChoice,
  asChoices,
  asId,
  asNumber,
  asOneOf,
  asRecord,
  asText,
  asTextOrNull,
  asTexts,
  type StoredDocument,
} from './parse'
import { readBaseline } from './variants'

/** What a country decided about an update of one section, or that it took a decision back (`undone`). */
export type RecordedDecision = {
  id: string
  variant: string
  country: string
  key: string
  /** The release of the common framework. */
  release: string
  choice: UpdateChoice | 'undone'
  /** Only of `undone`: the decision that was taken back. */
  undoes: string | null
  status: UpdateStatus
  became: UpdateBecame
  /** The keys of the sections that were decided together; empty if this one was decided alone. */
  together: string[]
  parts: UpdatePart[]
  /** The changes that were not taken into a combination; null if there are none. */
  declined: ByLanguage<readonly string[]> | null
  /** The releases on which the section stood before. */
  baseline: SectionBaseline
  revBefore: number
  revAfter: number
  textBefore: string | null
  reason: Reason | null
  note: string
  /** Did a setting of the country decide, when the release was published? */
  bySetting: boolean
  /** The country's own proposal from which it follows; null if it follows from none. */
  byProposal: string | null
  by: string
  as: Role | null
  /** ISO 8601. */
  at: string
}

/** The decisions of these national versions, newest first; of one section if a key is given. */
export async function loadUpdateDecisions({
  req,
  variants,
  key,
}: {
  req: PayloadRequest
  variants: readonly string[]
  key?: string
}): Promise<RecordedDecision[]> {
  const of: Where = { variant: { in: [...variants] } }
  return decisionsWhere(req, key === undefined ? of : { and: [of, { key: { equals: key } }] })
}

/** One decision; null if it does not exist or is not for this person. */
export async function loadUpdateDecision({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<RecordedDecision | null> {
  return (await decisionsWhere(req, { id: { equals: id } }))[0] ?? null
}

/** The decisions that hold: those that were taken back, and that they were, are left out. */
export function decisionsThatHold(decisions: readonly RecordedDecision[]): RecordedDecision[] {
  const undone = new Set(decisions.flatMap(({ undoes }) => undoes ?? []))
  return decisions.filter(({ id, choice }) => choice !== 'undone' && !undone.has(id))
}

/** Returns the other decisions that were recorded with one, on sections that were decided together. */
export function recordedWith(decision: RecordedDecision, holding: readonly RecordedDecision[]): RecordedDecision[] {
  const { at, id, release, together } = decision
  return holding.filter(
    (one) => one.id !== id && one.at === at && one.release === release && together.includes(one.key),
  )
}

async function decisionsWhere(req: PayloadRequest, where: Where): Promise<RecordedDecision[]> {
  const { docs } = await req.payload.find({
    collection: 'update-decisions',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-at',
    where,
  })
  return docs.map((doc) => readDecision(asRecord(doc)))
}

function readDecision(doc: StoredDocument): RecordedDecision {
  const what = (field: string) => `Update decision ${doc.id}: ${field}`
  return {
    id: String(doc.id),
    variant: asId(doc.variant) ?? '',
    country: asText(doc.country),
    key: asText(doc.key),
    release: asId(doc.release) ?? '',
    choice: asOneOf({ value: doc.choice, known: [...UPDATE_CHOICES, 'undone'] as const, what: what('choice') }),
    undoes: asTextOrNull(doc.undoes),
    status: asOneOf({ value: doc.status, known: UPDATE_STATUSES, what: what('status') }),
    became: asOneOf({ value: doc.became, known: UPDATE_BECAME, what: what('became') }),
    together: asTexts(doc.together),
    parts: asChoices(doc.parts, UPDATE_PARTS),
    declined: doc.declined ? asByLanguage(doc.declined, asTexts) : null,
    baseline: readBaseline(doc.baseline),
    revBefore: asNumber(doc.revBefore),
    revAfter: asNumber(doc.revAfter),
    textBefore: asTextOrNull(doc.textBefore),
    reason: asChoice(doc.reason, REASONS, null),
    note: asText(doc.note),
    bySetting: doc.bySetting === true,
    byProposal: asId(doc.byProposal),
    by: asId(doc.by) ?? '',
    as: asChoice(doc.as, ROLES, null),
    at: asText(doc.at),
  }
}
