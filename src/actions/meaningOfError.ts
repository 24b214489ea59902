import { hasErrorLabel } from '@/database/mongoError'
import type { Refusal } from '@/domain/refusal'

/**
 * Errors of the database that are caused by the request or by a faster writer, and not by the server: 409 for the loser
 * of a race, 400 for a value that no field can have. 503 for what took longer than a transaction may. In these cases nothing
 * was written. 503 too if the database was asked to store something and nobody knows whether it did. Undefined for any other
 * error.
 */
export function meaningOfError(error: unknown): Refusal | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === TOOK_TOO_LONG) return { key: 'request.not-finished' }
  // The label says that the server has rolled the whole transaction back.
  if (hasErrorLabel({ error, label: 'TransientTransactionError' })) return { key: 'request.same-moment' }
  if (hasErrorLabel({ error, label: 'UnknownTransactionCommitResult' })) return { key: 'request.not-confirmed' }
  if (!(error instanceof Error)) return undefined
  if (VALUES_OF_A_WRONG_KIND.includes(error.name) || (error.name === 'MongoServerError' && BAD_VALUE.includes(code)))
    return { key: 'request.not-storable' }
  if (error.name === 'URIError') return { key: 'request.malformed', params: { where: 'URL' } }
  return undefined
}

/** TransactionExceededLifetimeLimitSeconds. */
const TOOK_TOO_LONG = 290

/** Of mongoose and its driver, by name, because more than one version of either may be loaded. */
const VALUES_OF_A_WRONG_KIND = ['BSONError', 'CastError', 'ObjectParameterError', 'StrictModeError']

/** BadValue, FailedToParse, TypeMismatch, ConflictingUpdateOperators, EmptyFieldName, DollarPrefixedFieldName. */
const BAD_VALUE: unknown[] = [2, 9, 14, 40, 56, 52]
