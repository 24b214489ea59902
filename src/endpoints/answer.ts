import type { PayloadRequest } from 'payload'
import { httpStatus } from '@/access/httpStatus'
import { languageOf } from '@/access/languageOf'
import type { ActionOutcome } from '@/actions/performAs'
import { refusedField } from '@/domain/refusedField'
import { sayRefusal } from '@/messages/translate'

/**
 * An outcome as HTTP: 200, 401 (sign in), 403 (not for this person), 404, 409 (somebody saved before; the stored text
 * is in `saved`), 400 (invalid input), 429 (too many attempts, or too busy), 503 (nobody knows whether it was stored)
 * or 422 (a rule refuses). Each reason has its key and its sentence, and the field that it is about, if any.
 */
export function answer({ req, outcome }: { req: PayloadRequest; outcome: ActionOutcome<unknown> }): Response {
  const headers = { 'cache-control': 'no-store' }
  if (outcome.ok) return Response.json({ ok: true, result: outcome.result }, { headers })
  const language = languageOf(req)
  const because = outcome.because.map((reason) => ({
    ...reason,
    field: refusedField(reason),
    text: sayRefusal(language, reason),
  }))
  const [first] = outcome.because
  const saved = 'saved' in outcome ? { saved: outcome.saved } : {}
  return Response.json({ ok: false, because, ...saved }, { headers, status: first ? httpStatus(first) : 422 })
}
