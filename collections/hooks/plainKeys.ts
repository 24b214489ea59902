import type { CollectionBeforeOperationHook } from 'payload'
import { requestError } from '@/access/requestError'
import { sentByPerson } from './sentByPerson'

/** The keys of a sent document must be field names: database operators are refused. */
export const refuseOperatorsBeforeOperation: CollectionBeforeOperationHook = ({ args, req }) => {
  const wrong = Object.keys('data' in args ? Object(args.data) : {}).find((name) => name.startsWith('$'))
  if (wrong !== undefined)
    throw requestError({ req, refusal: { key: 'request.malformed', params: { where: wrong.slice(0, 100) } } })
  return args
}

/** The server sets when a document was created and changed; values from a client are dropped. */
export const dropSentTimesBeforeOperation: CollectionBeforeOperationHook = ({ args, operation }) => {
  const sent = sentByPerson({ args, operation })
  if (!sent) return args
  const { createdAt: _made, updatedAt: _changed, ...data } = sent
  return { ...args, data }
}
