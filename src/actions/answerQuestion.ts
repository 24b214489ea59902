import { z } from 'zod'
import { hasRole, KEEPERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { answerForbids, MOST_QUESTION_CHARACTERS } from '@/domain/updateQuestions'
import { commonStanding } from '@/stored/releases'
import { loadToolkitById } from '@/stored/toolkits'
import { loadQuestionFacts, loadUpdateQuestion } from '@/stored/updateQuestions'
import { loadVariant } from '@/stored/variants'
import { defineAction } from './action'
import { id, words } from './input'
import { storeQuestionStep } from './storeQuestionStep'

/** Answers a question that a country asked about an update. The country still decides. */
export const answerQuestion = defineAction({
  name: 'answer-question',
  input: z.object({ question: id, text: words(MOST_QUESTION_CHARACTERS) }),
  async run(context, { question: asked, text }) {
    const { actor, req } = context
    const question = await loadUpdateQuestion({ req, id: asked })
    const variant = question && (await loadVariant({ req, id: question.variant }))
    const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
    if (!question || !variant || !toolkit) return refuse('refusal.question-unknown')
    if (!hasRole({ actor, roles: KEEPERS, country: variant.country })) return refuse('refusal.role-answer')
    if (text === '') return { ok: false, because: [{ key: 'refusal.answer-missing', field: 'text' }] }
    const { inUse: newest } = await commonStanding({ req, toolkit: toolkit.id })
    const facts = await loadQuestionFacts({ req, variant, newest, sourceLanguage: toolkit.sourceLanguage })
    const forbidden = answerForbids(question, facts)
    if (forbidden) return { ok: false, because: [forbidden] }
    const { key, release } = question
    await storeQuestionStep(context, { variant, key, release, text, step: 'answer', question: asked })
    return { ok: true, result: { question: asked } }
  },
})
