import type { PayloadRequest } from 'payload'
import { httpStatus, RULE_SAYS_NO } from '@/access/httpStatus'
import { languageOf } from '@/access/languageOf'
import type { ActionOutcome } from '@/actions/performAs'
import type { Language } from '@/domain/language'
import { refusedField } from '@/domain/refusedField'
import { sayRefusal } from '@/messages/translate'

/**
 * An outcome as HTTP: 200, or the status of its first reason (`httpStatus`). If somebody saved before (409), the stored
 * text is in `saved`. Each reason has its key and its sentence, and the field that it is about, if any. The sentences are
 * in the person's language unless another one is given.
 */
export function answer({
  req,
  outcome,
  language = languageOf(req),
}: {
  req: PayloadRequest
  outcome: ActionOutcome<unknown>
  language?: Language | undefined
}): Response {
  const headers = { 'cache-control': 'no-store' }
  if (outcome.ok) return Response.json({ ok: true, result: outcome.result }, { headers })
  const because = outcome.because.map((reason) => ({
    ...reason,
    field: refusedField(reason),
    text: sayRefusal(language, reason),
  }))
  const [first] = outcome.because
  const saved = 'saved' in outcome ? { saved: outcome.saved } : {}
  const status = first ? httpStatus(first) : RULE_SAYS_NO
  return Response.json({ ok: false, because, ...saved }, { headers, status })
}
