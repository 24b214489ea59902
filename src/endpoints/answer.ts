import type { PayloadRequest } from 'payload'
import { languageOf } from '@/access/languageOf'
import type { ActionOutcome } from '@/actions/performAs'
import { refusedField } from '@/domain/refusedField'
import { sayRefusal } from '@/messages/translate'

/**
 * An outcome as HTTP: 200, 401 (sign in), 403 (not for this person), 404, 409 (somebody saved before; what is stored
 * is in `saved`), 400 (what was sent is not right), 429 (too many tries, or too much to do), 503 (nobody knows whether it was stored) or 422 (a rule
 * says no). Each reason comes as key and as sentence, and with the field that it is about, where it is about one.
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
  const saved = 'saved' in outcome ? { saved: outcome.saved } : {}
  return Response.json({ ok: false, because, ...saved }, { headers, status: statusOf(outcome.because[0]?.key ?? '') })
}

function statusOf(key: string): number {
  if (key === 'refusal.sign-in' || key === 'refusal.sign-in-wrong') return 401
  if (key.endsWith('-later') || key.endsWith('-busy')) return 429
  if (key === 'refusal.not-allowed' || key === 'refusal.foreign-page' || key.startsWith('refusal.role-')) return 403
  if (key.endsWith('-unknown')) return 404
  if (key === 'refusal.stale') return 409
  if (key === 'request.not-confirmed') return 503
  if (key === 'refusal.bad-input' || key.endsWith('-address-wrong')) return 400
  return 422
}
