import { APIError, type PayloadRequest } from 'payload'
import type { Refusal } from '@/domain/refusal'
import { sayRefusal } from '@/messages/translate'
import { httpStatus } from './httpStatus'
import { languageOf } from './languageOf'

/**
 * A refusal to be thrown in Payload's own routes: they answer with this status and the sentence in the person's
 * language.
 */
export function requestError({
  req,
  refusal,
  details = null,
}: {
  req: PayloadRequest
  refusal: Refusal
  details?: Record<string, unknown> | null
}): APIError<Record<string, unknown> | null> {
  const error = new APIError<Record<string, unknown> | null>(
    sayRefusal(languageOf(req), refusal),
    httpStatus(refusal),
    details,
    true,
  )
  // Payload takes the name from the class, which has none in a build, and omits the message of an error without a name.
  error.name = 'RequestError'
  return error
}
