import { z } from 'zod'
import { DRAFTERS, hasRole } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { readForbids } from '@/domain/updateQuestions'
import { loadUpdateQuestion } from '@/stored/updateQuestions'
import { loadVariant } from '@/stored/variants'
import { defineAction } from './action'
import { id } from './input'
import { storeQuestionStep } from './storeQuestionStep'

/** Says that somebody in the country has read the answer to a question: it is no longer one of their tasks. */
export const markAnswerRead = defineAction({
  name: 'mark-answer-read',
  input: z.object({ question: id }),
  async run(context, { question: asked }) {
    const { actor, req } = context
    const question = await loadUpdateQuestion({ req, id: asked })
    const variant = question && (await loadVariant({ req, id: question.variant }))
    if (!question || !variant) return refuse('refusal.question-unknown')
    if (!hasRole({ actor, roles: DRAFTERS, country: variant.country })) return refuse('refusal.role-ask')
    const forbidden = readForbids(question)
    if (forbidden) return { ok: false, because: [forbidden] }
    const { key, release } = question
    await storeQuestionStep(context, { variant, key, release, text: '', step: 'read', question: asked })
    return { ok: true, result: { question: asked } }
  },
})
