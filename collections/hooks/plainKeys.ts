import type { CollectionBeforeOperationHook } from 'payload'
import { requestError } from '@/access/requestError'
import { sentByPerson } from './sentByPerson'

/** A document that is sent has names of fields as its keys: those of the database's operators are refused. */
export const refuseOperatorsBeforeOperation: CollectionBeforeOperationHook = ({ args, req }) => {
  const wrong = Object.keys('data' in args ? Object(args.data) : {}).find((name) => name.startsWith('$'))
  if (wrong !== undefined)
    throw requestError({ req, refusal: { key: 'request.malformed', params: { where: wrong.slice(0, 100) } } })
  return args
}

/** When a document was made and changed is ours to say: what a client sends of it is dropped. */
export const dropSentTimesBeforeOperation: CollectionBeforeOperationHook = ({ args, operation }) => {
  const sent = sentByPerson({ args, operation })
  if (!sent) return args
  const { createdAt: _made, updatedAt: _changed, ...data } = sent
  return { ...args, data }
}
