import { z } from 'zod'
import { DRAFTERS, hasRole } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { askForbids, MOST_QUESTION_CHARACTERS } from '@/domain/updateQuestions'
import { commonStanding } from '@/stored/releases'
import { loadToolkitById } from '@/stored/toolkits'
import { decisionsThatHold, loadUpdateDecisions } from '@/stored/updateDecisions'
import { loadUpdateQuestions } from '@/stored/updateQuestions'
import { loadUpdate } from '@/stored/updates'
import { loadVariant, loadVariantSections } from '@/stored/variants'
import { defineAction } from './action'
import { id, key, words } from './input'
import { storeQuestionStep } from './storeQuestionStep'

/**
 * Asks the coordinator about the update of one section by a release. The update waits meanwhile as before, and the country
 * may decide without an answer.
 */
export const askAboutUpdate = defineAction({
  name: 'ask-about-update',
  input: z.object({ variant: id, key, release: id, text: words(MOST_QUESTION_CHARACTERS) }),
  async run(context, { variant: of, key, release, text }) {
    const { actor, req } = context
    const variant = await loadVariant({ req, id: of })
    const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
    if (!variant || !toolkit) return refuse('refusal.variant-unknown')
    if (!hasRole({ actor, roles: DRAFTERS, country: variant.country })) return refuse('refusal.role-ask')
    if (text === '') return { ok: false, because: [{ key: 'refusal.question-missing', field: 'text' }] }
    const { inUse: newest } = await commonStanding({ req, toolkit: toolkit.id })
    if (!newest) return refuse('refusal.update-nothing')
    if (newest.id !== release) return refuse('refusal.update-moved-on', { version: newest.version })
    const own = await loadVariantSections({ req, variant: of })
    const { sourceLanguage } = toolkit
    const waiting = await loadUpdate({ req, variant, newest, sourceLanguage, own, key })
    const questions = await loadUpdateQuestions({ req, variants: [of], keys: [key] })
    const decisions = await loadUpdateDecisions({ req, variants: [of], key })
    // Sections that are decided together have one question, under the key of the update.
    const waits = new Set(waiting ? [key] : [])
    const forbidden = askForbids({ key, release, questions, waits, decisions: decisionsThatHold(decisions) })
    if (forbidden) return { ok: false, because: [forbidden] }
    const question = await storeQuestionStep(context, {
      ...{ variant, key, release, text },
      ...{ step: 'question', question: null },
    })
    return { ok: true, result: { question } }
  },
})
