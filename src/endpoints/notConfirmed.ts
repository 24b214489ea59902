import type { PayloadRequest } from 'payload'
import { meaningOfError } from '@/actions/meaningOfError'
import type { Outcome } from '@/domain/refusal'

/**
 * What is answered where the database was asked to store it and nobody knows whether it did: a sentence that says so. The error
 * is in the log. Any other error is thrown on.
 */
export function notConfirmed({ req, error }: { req: PayloadRequest; error: unknown }): Outcome<never> {
  const meaning = meaningOfError(error)
  if (meaning?.refusal.key !== 'request.not-confirmed') throw error
  req.payload.logger.error({ err: error })
  return { ok: false, because: [meaning.refusal] }
}
