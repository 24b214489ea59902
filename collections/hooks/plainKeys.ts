import type { CollectionBeforeOperationHook } from 'payload'
import { requestError } from '@/access/requestError'

/** A document that is sent has names of fields as its keys: those of the database's operators are refused. */
export const refuseOperatorsBeforeOperation: CollectionBeforeOperationHook = ({ args, req }) => {
  const wrong = Object.keys('data' in args ? Object(args.data) : {}).find((name) => name.startsWith('$'))
  if (wrong !== undefined)
    throw requestError({ req, refusal: { key: 'request.malformed', params: { where: wrong.slice(0, 100) } } })
  return args
}
