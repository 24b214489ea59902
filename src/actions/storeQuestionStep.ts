import { foremostRole } from '@/domain/actor'
import type { QuestionStep, UpdateQuestion } from '@/domain/updateQuestions'
import type { Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'

/**
 * Stores a question about an update, its answer, or that the answer was read, and that somebody did so. Returns the id. If
 * somebody else was faster, the whole action runs again and sees what they stored.
 */
export async function storeQuestionStep(
  { actor, now, payload, req }: ActionContext,
  {
    variant,
    key,
    release,
    ...step
  }: {
    variant: Pick<Variant, 'id' | 'country'>
    step: QuestionStep
    /** The question; null if this is one. */
    question: string | null
    text: string
  } & Pick<UpdateQuestion, 'key' | 'release'>,
): Promise<string> {
  const { country } = variant
  const about = { variant: { equals: variant.id }, key: { equals: key }, release: { equals: release } }
  const { totalDocs } = await payload.count({
    collection: 'update-questions',
    overrideAccess: false,
    req,
    where: about,
  })
  const { id } = await payload.create({
    collection: 'update-questions',
    data: {
      ...step,
      ...{ variant: variant.id, country, key, release, turn: totalDocs + 1 },
      ...{ by: actor.userId, as: foremostRole({ actor, country }), at: now },
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  const subject = `update-questions/${id}`
  await recordAuditEvent({ req, country, action: AUDITS[step.step], subject, details: { key, release } })
  return String(id)
}

const AUDITS: Record<QuestionStep, string> = {
  question: 'update.ask',
  answer: 'update.answer',
  read: 'update.read-answer',
}
