import type { PayloadRequest, Where } from 'payload'
import { ROLES, type Role } from '@/domain/actor'
import { grouped } from '@/domain/grouped'
import type { Language } from '@/domain/language'
import { QUESTION_STEPS, type QuestionStep, type UpdateQuestion } from '@/domain/updateQuestions'
import { keysOf } from '@/domain/updates/updates'
import { asChoice, asId, asOneOf, asRecord, asText, asTextOrNull, type StoredDocument } from './parse'
import { decisionsThatHold, loadUpdateDecisions, type RecordedDecision } from './updateDecisions'
import { loadUpdates, type Newest } from './updates'
import { loadVariantSections, type Variant } from './variants'

/** A question with its national version, and the roles of those who asked and answered. */
export type StoredQuestion = UpdateQuestion & {
  variant: string
  country: string
  as: Role | null
  answer: (NonNullable<UpdateQuestion['answer']> & { as: Role | null }) | null
}

/** The questions of these national versions, oldest first; of the updates of some sections if keys are given. */
export async function loadUpdateQuestions({
  req,
  variants,
  keys,
}: {
  req: PayloadRequest
  variants: readonly string[]
  keys?: readonly string[]
}): Promise<StoredQuestion[]> {
  const of: Where = { variant: { in: [...variants] } }
  return questionsWhere(req, keys === undefined ? of : { and: [of, { key: { in: [...keys] } }] })
}

/** One question; null if it does not exist or is not for this person. */
export async function loadUpdateQuestion({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<StoredQuestion | null> {
  const [asked] = await questionsWhere(req, { id: { equals: id } })
  if (!asked) return null
  const thread = await loadUpdateQuestions({ req, variants: [asked.variant], keys: [asked.key] })
  return thread.find((one) => one.id === id) ?? null
}

/** In which sections of a version something waits, also of several that are decided together, and what was decided. */
export async function loadQuestionFacts({
  req,
  variant,
  newest,
  sourceLanguage,
}: {
  req: PayloadRequest
  variant: Variant
  /** The newest release of the common framework that is in use; null if there is none, and nothing waits then. */
  newest: Newest | null
  sourceLanguage: Language
}): Promise<{ waits: ReadonlySet<string>; decisions: RecordedDecision[] }> {
  const decisions = decisionsThatHold(await loadUpdateDecisions({ req, variants: [variant.id] }))
  if (!newest) return { waits: new Set(), decisions }
  const own = await loadVariantSections({ req, variant: variant.id })
  const updates = await loadUpdates({ req, variant, newest, sourceLanguage, own })
  return { waits: new Set(updates.flatMap(({ update }) => keysOf(update))), decisions }
}

async function questionsWhere(req: PayloadRequest, where: Where): Promise<StoredQuestion[]> {
  const { docs } = await req.payload.find({
    collection: 'update-questions',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'at',
    where,
  })
  const steps = docs.map((doc) => readStep(asRecord(doc)))
  const later = grouped(
    steps.filter(({ question }) => question !== null),
    ({ question }) => question ?? '',
  )
  return steps
    .filter(({ step }) => step === 'question')
    .map(({ step: _, question: __, ...asked }) => {
      const since = later.get(asked.id) ?? []
      const answer = since.find(({ step }) => step === 'answer')
      return {
        ...asked,
        answer: answer ? { text: answer.text, at: answer.at, as: answer.as } : null,
        isRead: since.some(({ step }) => step === 'read'),
      }
    })
}

type Step = Pick<StoredQuestion, 'id' | 'variant' | 'country' | 'key' | 'release' | 'text' | 'as' | 'at'> & {
  step: QuestionStep
  question: string | null
}

function readStep(doc: StoredDocument): Step {
  return {
    id: String(doc.id),
    variant: asId(doc.variant) ?? '',
    country: asText(doc.country),
    key: asText(doc.key),
    release: asId(doc.release) ?? '',
    step: asOneOf({ value: doc.step, known: QUESTION_STEPS, what: `Update question ${doc.id}: step` }),
    question: asTextOrNull(doc.question),
    text: asText(doc.text),
    as: asChoice(doc.as, ROLES, null),
    at: asText(doc.at),
  }
}
