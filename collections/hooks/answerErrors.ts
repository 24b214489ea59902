import type { AfterErrorHook, PayloadRequest } from 'payload'
import { httpStatus } from '@/access/httpStatus'
import { languageOf } from '@/access/languageOf'
import { malformed } from '@/access/malformed'
import { meaningOfError } from '@/actions/meaningOfError'
import type { Refusal } from '@/domain/refusal'
import { sayRefusal } from '@/messages/translate'

/** Turns an error of one of Payload's routes into a sentence for the person; any other error stays as it is. */
export const answerRefusedWritesAfterError: AfterErrorHook = ({ collection, error, req }) => {
  const refusal = meaningOfError(error) ?? (collection && meaningOfForm({ error, req }))
  if (!refusal) return saidByName(error)
  return {
    status: httpStatus(refusal),
    response: { errors: [{ name: error.name, message: sayRefusal(languageOf(req), refusal) }] },
  }
}

/**
 * Payload finds the sentence of an error by the name of its class (3.90.2), and classes have no names in the built
 * server, where the person would get “An unknown error occurred.”
 */
function saidByName(error: Error) {
  const isForPeople = 'isPublic' in error && error.isPublic === true && !('data' in error && error.data)
  return isForPeople && !error.name ? { response: { errors: [{ message: error.message }] } } : undefined
}

/**
 * A form that is cut off or has no document: Payload answers with a server error or continues without a document
 * (3.90.2).
 */
function meaningOfForm({ error, req }: { error: Error; req: PayloadRequest }): Refusal | undefined {
  const isForm = (req.headers.get('content-type') ?? '').startsWith('multipart/')
  const isItsReader =
    ['SyntaxError', 'TypeError'].includes(error.name) ||
    CUT_OFF.includes(error.message) ||
    ('isOperational' in error && statusOf(error) === 500)
  if (!isForm || req.data !== undefined || !isItsReader) return undefined
  return malformed('body')
}

function statusOf(error: Error): unknown {
  return 'status' in error ? error.status : undefined
}

/** The message of busboy, with which Payload reads forms, about a form that it cannot read to the end. */
const CUT_OFF = ['Malformed part header', 'Unexpected end of form', 'Unexpected end of file']
