import { hasErrorLabel } from '@/database/mongoError'
import type { Refusal } from '@/domain/refusal'

/**
 * What the database refuses because of what was sent, or because somebody else was faster, is no error of the server:
 * 409 for the loser of a race, 400 for a value that no field can hold. In both cases nothing was written. 503 where the
 * database was asked to store it and nobody knows whether it did. Undefined for any other error.
 */
export function meaningOfError(error: unknown): Refusal | undefined {
  // The label says that the server has taken the whole transaction back.
  if (hasErrorLabel({ error, label: 'TransientTransactionError' })) return { key: 'request.same-moment' }
  if (hasErrorLabel({ error, label: 'UnknownTransactionCommitResult' })) return { key: 'request.not-confirmed' }
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? error.code : undefined
  if (VALUES_OF_A_WRONG_KIND.includes(error.name) || (error.name === 'MongoServerError' && BAD_VALUE.includes(code)))
    return { key: 'request.not-storable' }
  if (error.name === 'URIError') return { key: 'request.malformed', params: { where: 'URL' } }
  return undefined
}

/** Of mongoose and its driver, by name: more than one version of either may be loaded. */
const VALUES_OF_A_WRONG_KIND = ['BSONError', 'CastError', 'ObjectParameterError', 'StrictModeError']

/** BadValue, FailedToParse, TypeMismatch, ConflictingUpdateOperators, EmptyFieldName, DollarPrefixedFieldName. */
const BAD_VALUE: unknown[] = [2, 9, 14, 40, 56, 52]
