import type { PayloadRequest } from 'payload'
import { languageOf } from '@/access/languageOf'
import type { ActionOutcome } from '@/actions/performAs'
import { refusedField } from '@/domain/refusedField'
import type { MessageKey } from '@/messages/catalogues'
import { sayRefusal } from '@/messages/translate'

/**
 * An outcome as HTTP: 200, 401 (sign in), 403 (not for this person), 404, 409 (somebody saved before; what is stored
 * of a text is in `saved`), 400 (what was sent is not right), 429 (too many tries, or too much to do), 503 (nobody knows whether it was stored) or 422 (a rule
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
  return STATUS.get(key) ?? 422
}

/** What a no is in HTTP, by its key. Any other is one that a rule says. */
const STATUS = new Map<string, number>(
  Object.entries({
    400: ['refusal.bad-input', 'refusal.mail-address-wrong', 'refusal.web-address-wrong'],
    401: ['refusal.sign-in', 'refusal.sign-in-wrong'],
    403: [
      'refusal.not-allowed',
      'refusal.foreign-page',
      'refusal.role-accounts',
      'refusal.role-approve',
      'refusal.role-ask-for-changes',
      'refusal.role-edit',
      'refusal.role-import',
      'refusal.role-keep',
      'refusal.role-publish',
      'refusal.role-release',
      'refusal.role-start',
      'refusal.role-submit',
      'refusal.role-withdraw',
    ],
    404: [
      'refusal.account-unknown',
      'refusal.action-unknown',
      'refusal.country-unknown',
      'refusal.edition-unknown',
      'refusal.revision-unknown',
      'refusal.section-unknown',
      'refusal.variant-unknown',
      'request.picture-unknown',
    ],
    409: ['refusal.account-moved', 'refusal.stale'],
    429: [
      'import.busy',
      'refusal.password-later',
      'refusal.pictures-busy',
      'refusal.sign-in-busy',
      'refusal.sign-in-later',
    ],
    503: ['request.not-confirmed'],
  } satisfies Record<number, MessageKey[]>).flatMap(([status, keys]) => keys.map((key) => [key, Number(status)])),
)
