import type { AfterErrorHook, PayloadRequest } from 'payload'
import { languageOf } from '@/access/languageOf'
import { hasErrorLabel } from '@/database/mongoError'
import type { Refusal } from '@/domain/refusal'
import { sayRefusal } from '@/messages/translate'

/**
 * What the database refuses because of what was sent, or because somebody else was faster, is no error of the server:
 * 409 for the loser of a race, 400 for a value that no field can hold. In both cases nothing was written. Anything else
 * stays what it is.
 */
export const answerRefusedWritesAfterError: AfterErrorHook = ({ collection, error, req }) => {
  const known = meaningOf(error) ?? (collection && meaningOfForm({ error, req }))
  if (!known) return
  const { refusal, status } = known
  return { status, response: { errors: [{ name: error.name, message: sayRefusal(languageOf(req), refusal) }] } }
}

/** The status with which a write is answered that the database refuses; undefined for any other error. */
export function statusOfRefusedWrite(error: unknown): number | undefined {
  return meaningOf(error)?.status
}

function meaningOf(error: unknown): { refusal: Refusal; status: number } | undefined {
  // The label says that the server has taken the whole transaction back.
  if (hasErrorLabel({ error, label: 'TransientTransactionError' }))
    return { refusal: { key: 'request.same-moment' }, status: 409 }
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? error.code : undefined
  if (VALUES_OF_A_WRONG_KIND.includes(error.name) || (error.name === 'MongoServerError' && BAD_VALUE.includes(code)))
    return { refusal: { key: 'request.not-storable' }, status: 400 }
  if (error.name === 'URIError') return { refusal: { key: 'request.malformed', params: { where: 'URL' } }, status: 400 }
  return undefined
}

/** A form that is cut off, or without a document: Payload says why as an error of the server, or goes on without one (3.90.2). */
function meaningOfForm({ error, req }: { error: Error; req: PayloadRequest }) {
  const isForm = (req.headers.get('content-type') ?? '').startsWith('multipart/')
  const isItsReader =
    ['SyntaxError', 'TypeError'].includes(error.name) ||
    CUT_OFF.includes(error.message) ||
    ('isOperational' in error && statusOf(error) === 500)
  if (!isForm || req.data !== undefined || !isItsReader) return undefined
  return { refusal: { key: 'request.malformed', params: { where: 'body' } }, status: 400 }
}

function statusOf(error: Error): unknown {
  return 'status' in error ? error.status : undefined
}

/** What busboy, with which Payload reads forms, says of one that it cannot read to its end. */
const CUT_OFF = ['Malformed part header', 'Unexpected end of form', 'Unexpected end of file']

/** Of mongoose and its driver, by name: more than one version of either may be loaded. */
const VALUES_OF_A_WRONG_KIND = ['BSONError', 'CastError', 'ObjectParameterError', 'StrictModeError']

/** BadValue, FailedToParse, TypeMismatch, ConflictingUpdateOperators, EmptyFieldName, DollarPrefixedFieldName. */
const BAD_VALUE: unknown[] = [2, 9, 14, 40, 56, 52]
